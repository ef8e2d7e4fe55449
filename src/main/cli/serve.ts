import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Run } from './command-line.ts'
import { EXIT, leave } from './exit-code.ts'
import type { OpenNavette, ServedAt, World } from './world.ts'

interface ServeOptions {
  readonly port?: number
  readonly keyFile?: string
}

/** One that is easily remembered; another one is taken when it is in use, unless it was asked for. */
const USUAL_PORT = 7227

const toPort = (text: string): number => {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65_535)) throw new InvalidArgumentError('Give a number from 0 to 65535; 0 takes any free port.')
  return port
}

const openScreens = async (navette: OpenNavette, asked: number | undefined): Promise<ServedAt> => {
  try {
    return await navette.serve(asked ?? USUAL_PORT)
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    if (taken && asked === undefined) return navette.serve(0)
    throw leave(EXIT.couldNotRun, `Port ${asked ?? USUAL_PORT} cannot be opened: ${taken ? 'it is in use' : error}.`)
  }
}

const untilInterrupted = (world: World): Promise<void> => new Promise((resolve) => world.onInterrupt(() => resolve()))

export const addServeCommand = (program: Command, run: Run, world: World): void => {
  program
    .command('serve')
    .summary('the scheduler and the screens, on this PC only')
    .description(
      'Syncs every few minutes and serves the screens on http://127.0.0.1:N, until it is interrupted. The key it prints opens one ' +
        'browser, once, within 15 minutes.',
    )
    .addOption(
      new Option('--port <n>', `port of the address (default: ${USUAL_PORT}, or any free one)`).argParser(toPort),
    )
    .option('--key-file <file>', 'write the key there (for its owner alone) instead of printing it')
    .action(({ port, keyFile }: ServeOptions) =>
      run({ logLevel: 'info' }, async ({ navette, print }) => {
        const interrupted = untilInterrupted(world)
        const { address, key, keyAddress } = await openScreens(navette, port)
        if (keyFile === undefined) {
          await print({ address, key, keyAddress }, `Navette is at ${keyAddress} (one-time key, good for 15 minutes)`)
        } else {
          await world.writePrivateFile(keyFile, `${key}\n`)
          await print({ address, keyFile }, `Navette is at ${address}; the one-time key is in ${keyFile}`)
        }
        await interrupted
        return EXIT.allWell
      }),
    )
}
