import { type ChildProcess, spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished } from 'vitest'

const start = (...options: readonly string[]): ChildProcess => {
  const entry = new URL('../../../src/main/practice/index.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [entry, ...options], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

const printed = ({ stdout }: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> =>
  new Promise((resolve) => {
    let all = ''
    stdout?.on('data', (chunk: Buffer) => {
      all += chunk.toString()
      const found = pattern.exec(all)
      if (found) resolve(found)
    })
  })

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.on('exit', resolve)
  })

describe('npm run practice', () => {
  it('says where the account is, with buyers waiting, and ends when asked to', async () => {
    const child = start('--port', '0', '--login', 'ma-boutique', '--token', 'secret')

    const [, address = ''] = await printed(child, /address {2}(http:\S+)/)
    const sales = await fetch(`${address}/sales_ws?action=getnewsales&login=ma-boutique&pwd=secret&version=2017-08-07`)
    const end = ended(child)
    child.kill('SIGTERM')

    expect((await sales.text()).match(/<sale>/g)).toHaveLength(7)
    expect(await end).toBe(0)
  })

  it('refuses a port that is none, and says how it is used', async () => {
    const child = start('--port', 'beaucoup')

    const [complaint, code] = await Promise.all([child.stderr && text(child.stderr), ended(child)])

    expect(complaint).toContain('--port')
    expect(code).toBe(2)
  })
})
