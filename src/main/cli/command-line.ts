import { Command, CommanderError } from 'commander'
import { addActCommand } from './act.ts'
import { addConnectionsCommand } from './connections.ts'
import { addEraseCommand } from './erase.ts'
import { EXIT, type ExitCode, exitCodeOf } from './exit-code.ts'
import { addExportCommand } from './export.ts'
import { addGlobalOptions } from './global-options.ts'
import { addOrdersCommand } from './orders.ts'
import { addProblemsCommand } from './problems.ts'
import { addProductsCommand } from './products.ts'
import { runWithNavette, type Work } from './run-with-navette.ts'
import { addServeCommand } from './serve.ts'
import { addStockCommand } from './stock.ts'
import { addSyncCommand } from './sync.ts'
import type { OpenOptions, World } from './world.ts'

/** Runs a command's work on an open Navette and remembers the exit it asks for. */
export type Run = (more: Partial<Pick<OpenOptions, 'now' | 'logLevel'>>, work: Work) => Promise<void>

const COMMANDS = [
  addSyncCommand,
  addServeCommand,
  addOrdersCommand,
  addProblemsCommand,
  addStockCommand,
  addConnectionsCommand,
  addActCommand,
  addProductsCommand,
  addExportCommand,
  addEraseCommand,
]

const EXITS = `
Exit: 0 all well; 1 done, but \`navette problems\` is not empty, or not done; 2 wrong usage or configuration;
3 could not run (data folder unusable or in use, no keychain, a key that does not open the database).
With --secrets env, tokens come from the variables the configuration file names and the database key from
NAVETTE_DATABASE_KEY (64 hexadecimal digits).`

/** Runs one command line, without the words `node navette`, and tells with which code to leave. Never throws. */
export const runCommandLine = async (words: readonly string[], world: World): Promise<ExitCode> => {
  let exitCode: ExitCode = EXIT.allWell
  const program = new Command('navette')
  const run: Run = async (more, work) => {
    exitCode = await runWithNavette(world, program.opts(), more, work)
  }

  let written = Promise.resolve()
  program
    .description('Carries marketplace orders to your webshop or warehouse and brings stock and tracking back.')
    .version(world.version, '--version')
    .addHelpText('after', EXITS)
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => {
        written = world.writeOut(text)
      },
      writeErr: world.writeError,
    })
    .exitOverride()
    .showHelpAfterError('(--help tells more)')
  addGlobalOptions(program)
  for (const add of COMMANDS) add(program, run, world)

  try {
    await program.parseAsync(words, { from: 'user' })
    return exitCode
  } catch (error) {
    await written
    if (!(error instanceof CommanderError))
      world.writeError(`${error instanceof Error ? error.stack : String(error)}\n`)
    // What the parser itself found wrong, it has said already.
    else if (error.code === 'navette.leave') world.writeError(`${error.message}\n`)
    return exitCodeOf(error)
  }
}
