import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { lockFolder } from '../../../src/main/db/folder-lock.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

const MODULE = pathToFileURL(fileURLToPath(new URL('../../../src/main/db/folder-lock.ts', import.meta.url))).href

/** Another process that holds the folder until it is killed. */
const holderProcess = async (folder: string) => {
  const code = `
    const { lockFolder } = await import(${JSON.stringify(MODULE)})
    globalThis.lock = lockFolder(${JSON.stringify(folder)}, 'navette serve')
    process.stdout.write('locked')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return child
}

describe('the lock of a data folder', () => {
  it('keeps a second process out and says who holds it', async () => {
    const folder = temporaryFolder()
    const { pid } = await holderProcess(folder)

    expect(() => lockFolder(folder, 'navette sync')).toThrow(
      expect.objectContaining({
        kind: 'busy',
        message: `The data folder is in use by navette serve (process ${pid}).`,
        detail: { reason: 'in-use' },
      }),
    )
  })

  it('keeps a second holder out within one process, too', () => {
    const folder = temporaryFolder()
    const lock = lockFolder(folder, 'first')

    expect(() => lockFolder(folder, 'second')).toThrow('in use by first')
    lock.release()
    lockFolder(folder, 'second').release()
  })

  it('is given back by the system when its holder is killed, and the next one learns of it', async () => {
    const folder = temporaryFolder()
    const child = await holderProcess(folder)

    child.kill('SIGKILL')
    await once(child, 'exit')

    const lock = lockFolder(folder, 'navette sync')
    expect(lock.uncleanEnd).toBe(true)
    lock.release()
  })

  it('tells a clean end from an unclean one', () => {
    const folder = temporaryFolder()

    const ends = [1, 2].map(() => {
      const lock = lockFolder(folder, 'navette sync')
      lock.release()
      return lock.uncleanEnd
    })

    expect(ends).toEqual([false, false])
  })

  it('still knows of an unclean end after somebody could not use the folder', async () => {
    const folder = temporaryFolder()
    const child = await holderProcess(folder)
    child.kill('SIGKILL')
    await once(child, 'exit')

    lockFolder(folder, 'one that fails').abandon()

    const lock = lockFolder(folder, 'navette sync')
    expect(lock.uncleanEnd).toBe(true)
    lock.release()
  })

  it('leaves no trace of a folder that was only looked at', () => {
    const folder = temporaryFolder()

    lockFolder(folder, 'one that fails').abandon()

    const lock = lockFolder(folder, 'navette sync')
    expect(lock.uncleanEnd).toBe(false)
    lock.release()
  })

  it('says so when the folder cannot be written to', () => {
    const missing = join(temporaryFolder(), 'missing')

    expect(() => lockFolder(missing, 'navette sync')).toThrow(
      expect.objectContaining({ detail: { reason: 'unusable' } }),
    )
  })
})
