import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const ENTRY = fileURLToPath(new URL('../../out/main/headless.js', import.meta.url))

export const DATABASE_KEY = '0123456789abcdef'.repeat(4)

export interface Finished {
  readonly exitCode: number | null
  readonly out: string
  readonly error: string
}

/** A folder of one seller's PC: a data folder, files, and the command line on them. */
export interface Desk {
  readonly folder: string
  /** Ends the folder. */
  remove(): Promise<void>
  write(name: string, content: string): Promise<string>
  /** Starts the built program with `--data` and `--secrets env`. */
  start(words: readonly string[], environment?: Readonly<Record<string, string>>): ChildProcessWithoutNullStreams
  run(words: readonly string[], environment?: Readonly<Record<string, string>>, input?: string): Promise<Finished>
}

export const openDesk = async (variables: Readonly<Record<string, string>> = {}): Promise<Desk> => {
  const folder = await mkdtemp(join(tmpdir(), 'navette-program-'))
  const start: Desk['start'] = (words, environment = {}) =>
    spawn(process.execPath, [ENTRY, '--data', join(folder, 'data'), '--secrets', 'env', ...words], {
      cwd: folder,
      env: { PATH: process.env['PATH'], NAVETTE_DATABASE_KEY: DATABASE_KEY, ...variables, ...environment },
    })
  return {
    folder,
    remove: () => rm(folder, { recursive: true, force: true }),
    async write(name, content) {
      await writeFile(join(folder, name), content)
      return join(folder, name)
    },
    start,
    async run(words, environment, input = '') {
      const child = start(words, environment)
      child.stdin.end(input)
      const [out, error] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
      return { exitCode: child.exitCode, out, error }
    },
  }
}
