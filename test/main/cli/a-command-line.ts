import { runCommandLine } from '../../../src/main/cli/command-line.ts'
import type { ExitCode } from '../../../src/main/cli/exit-code.ts'
import type { NotOpened, OpenNavette, OpenOptions, World } from '../../../src/main/cli/world.ts'
import { type Api, contract } from '../../../src/preload/contract/index.ts'
import type { Reply, ReplyFault } from '../../../src/preload/contract/reply.ts'
import type { SyncReportView } from '../../../src/preload/contract/sync.ts'

type Asks = Omit<Api, 'on'>
/** What a test answers: some questions of the contract, each with its value or a fault. */
export type Answered = {
  readonly [A in keyof Asks]?: {
    readonly [N in keyof Asks[A]]?: (
      input: Asks[A][N] extends (input: infer I) => unknown ? I : undefined,
    ) => Asks[A][N] extends (...input: never[]) => Promise<Reply<infer V>> ? V | { readonly fault: ReplyFault } : never
  }
}

export interface Surroundings {
  readonly answered?: Answered
  readonly report?: SyncReportView
  readonly notOpened?: NotOpened
  readonly files?: Readonly<Record<string, string>>
  readonly input?: string
  readonly takenPorts?: readonly number[]
}

export interface Ran {
  readonly exitCode: ExitCode
  readonly out: string
  readonly error: string
  readonly opened: readonly OpenOptions[]
  readonly synced: readonly { readonly stockNow: boolean }[]
  readonly served: readonly number[]
  readonly written: Readonly<Record<string, string>>
  readonly closed: boolean
  /** What was asked, with its input, in order. */
  readonly asked: readonly (readonly [string, unknown])[]
}

const NO_PROBLEMS: Answered = { problems: { list: () => [] } }

/** Runs one command line on a twin of the program whose answers are held to the contract on their way in and out. */
export const runLine = async (words: readonly string[], surroundings: Surroundings = {}): Promise<Ran> => {
  const { answered = {}, files = {}, takenPorts = [] } = surroundings
  const asked: (readonly [string, unknown])[] = []
  const opened: OpenOptions[] = []
  const synced: { stockNow: boolean }[] = []
  const served: number[] = []
  const written: Record<string, string> = {}
  const texts = { out: '', error: '' }
  let closed = false
  let stops: (() => void)[] = []

  const answer = async (channel: string, input: unknown): Promise<Reply<unknown>> => {
    const [area = '', name = ''] = channel.split(':')
    // Looked up by the names of the contract, which the type of `Answered` has held to it.
    const endpoint = (
      contract as Readonly<Record<string, Readonly<Record<string, { input: Schema; output: Schema }>>>>
    )[area]?.[name]
    const handlers = { ...NO_PROBLEMS, ...answered } as Readonly<Record<string, Readonly<Record<string, Handler>>>>
    const handler = handlers[area]?.[name]
    if (!endpoint || !handler) throw new Error(`The test answers no ${channel}`)
    const parsed = endpoint.input.safeParse(input)
    if (!parsed.success)
      return { ok: false, fault: { kind: 'bad-input', message: `${channel}: not as it should be.`, field: null } }
    asked.push([channel, parsed.data])
    const value = handler(parsed.data)
    if (typeof value === 'object' && value !== null && 'fault' in value) {
      return { ok: false, fault: value.fault as ReplyFault } // the type of `Answered` says so
    }
    return { ok: true, value: endpoint.output.parse(value) }
  }
  const navette: OpenNavette = {
    answer,
    async sync(options) {
      synced.push(options)
      return surroundings.report ?? { startedAt: '', finishedAt: '', connections: [] }
    },
    async serve(port) {
      served.push(port)
      if (takenPorts.includes(port)) throw Object.assign(new Error('in use'), { code: 'EADDRINUSE' })
      setImmediate(() => {
        for (const stop of stops) stop()
        stops = []
      })
      return { address: `http://127.0.0.1:${port}`, key: 'K3Y', keyAddress: `http://127.0.0.1:${port}/open/K3Y` }
    },
    stop: async () => {},
    close: async () => {
      closed = true
    },
  }
  const world: World = {
    version: '1.2.3',
    async writeOut(text) {
      texts.out += text
    },
    writeError(text) {
      texts.error += text
    },
    readInput: async () => surroundings.input ?? '',
    async readFile(path) {
      const text = files[path]
      if (text === undefined) throw new Error('ENOENT')
      return Buffer.from(text)
    },
    async writePrivateFile(path, text) {
      written[path] = text
    },
    async open(options) {
      opened.push(options)
      return surroundings.notOpened ?? navette
    },
    onInterrupt(stop) {
      stops.push(stop)
    },
  }
  const exitCode = await runCommandLine(words, world)
  return { exitCode, ...texts, opened, synced, served, written, closed, asked }
}

interface Schema {
  safeParse(value: unknown): { success: true; data: unknown } | { success: false }
  parse(value: unknown): unknown
}
type Handler = (input: unknown) => unknown
