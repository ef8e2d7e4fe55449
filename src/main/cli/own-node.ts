import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { EXIT } from './exit-code.ts'

/** Older ones lack functions we use, and read windows-1252 as if it were Latin-1 (seen with 20.20, 2026-11-21). */
const NEEDED = 24

export const isTooOld = (version: string): boolean => Number(version.split('.', 1)[0]) < NEEDED

/**
 * Runs the same command line on the Node that was installed with us, and resolves with its exit code. The child lives exactly as long
 * as we do: signals are handed on, and when we are killed it sees the channel between us close (`dieWithParent`).
 */
export const runOnOwnNode = (root: string, words: readonly string[]): Promise<number> => {
  const own = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (!existsSync(own)) {
    process.stderr.write(`Navette needs Node ${NEEDED} or newer, and this is ${process.versions.node}.\n`)
    return Promise.resolve(EXIT.couldNotRun)
  }
  const child = spawn(own, [...words], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? EXIT.couldNotRun))
  })
}

/** Our parent was killed and could not hand the signal on: whoever did that meant us. */
export const dieWithParent = (): void => {
  if (process.channel === undefined) return
  process.channel.unref()
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
}
