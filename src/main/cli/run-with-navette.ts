import { EXIT, type ExitCode, leave, wrongUsage } from './exit-code.ts'
import type { GlobalOptions } from './global-options.ts'
import { createQuestions, type Questions, unwrap } from './questions.ts'
import type { OpenNavette, OpenOptions, World } from './world.ts'

/** What a command works with while Navette is open. */
export interface Session {
  readonly world: World
  readonly navette: OpenNavette
  readonly ask: Questions
  /** Prints the document with `--json`, the text without (null: nothing). */
  print(document: unknown, text: string | null): Promise<void>
}

export type Work = (session: Session) => Promise<ExitCode | undefined>

const readConfiguration = async (world: World, path: string | undefined): Promise<OpenOptions['configuration']> => {
  if (path === undefined) return null
  try {
    return { path, text: new TextDecoder('utf-8', { fatal: true }).decode(await world.readFile(path)) }
  } catch {
    throw wrongUsage(`The configuration file ${path} cannot be read.`)
  }
}

/**
 * Opens the data folder, does the work, closes it. The exit is what the work says; if it says nothing, 1 while `problems` is not
 * empty.
 */
export const runWithNavette = async (
  world: World,
  options: GlobalOptions,
  more: Partial<Pick<OpenOptions, 'now' | 'logLevel'>>,
  work: Work,
): Promise<ExitCode> => {
  const navette = await world.open({
    dataDir: options.data ?? null,
    configuration: await readConfiguration(world, options.config),
    secrets: options.secrets,
    now: more.now ?? null,
    logLevel: more.logLevel ?? 'warn',
  })
  if ('exitCode' in navette) throw leave(navette.exitCode, navette.message)
  world.onInterrupt(() => void navette.stop())
  try {
    const ask = createQuestions(navette.answer)
    const print: Session['print'] = async (document, text) => {
      const shown = options.json ? JSON.stringify(document) : text
      if (shown !== null) await world.writeOut(`${shown}\n`)
    }
    const exitCode = await work({ world, navette, ask, print })
    if (exitCode !== undefined) return exitCode
    return unwrap(await ask.problems.list()).length === 0 ? EXIT.allWell : EXIT.problems
  } finally {
    await navette.close()
  }
}
