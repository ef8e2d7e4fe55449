import type { SyncReportView } from '../../preload/contract/sync.ts'
import type { Answer } from '../answers/answer.ts'

/** What the command line has of the outside: `headless.ts` joins it to the process, tests to texts. */
export interface World {
  readonly version: string
  /** Resolves once the text has left; a reader that went away is no error. */
  writeOut(text: string): Promise<void>
  writeError(text: string): void
  /** Standard input to its end. */
  readInput(): Promise<string>
  readFile(path: string): Promise<Uint8Array>
  /** Creates the file for its owner alone (mode 0600), or replaces it. */
  writePrivateFile(path: string, text: string): Promise<void>
  open(options: OpenOptions): Promise<OpenNavette | NotOpened>
  /** Calls back at every SIGINT and SIGTERM. */
  onInterrupt(stop: () => void): void
}

export interface OpenOptions {
  /** Null: the desktop's own. */
  readonly dataDir: string | null
  /** The configuration file, applied before anything else is done: its path, from which it names others, and its text. */
  readonly configuration: { readonly path: string; readonly text: string } | null
  readonly secrets: 'keychain' | 'env'
  /** Where the clock starts (UTC ISO); refused where an address is not on loopback. */
  readonly now: string | null
  /** `info` is for programs that stay. */
  readonly logLevel: 'info' | 'warn'
}

/** 2: usage or configuration; 3: it could not run. */
export interface NotOpened {
  readonly exitCode: 2 | 3
  readonly message: string
}

/** The program, as commands use it. */
export interface OpenNavette {
  readonly answer: Answer
  /** One cycle over every connection, and the day's work if it is due. */
  sync(options: { readonly stockNow: boolean }): Promise<SyncReportView>
  /** Starts the scheduler and opens the screens. Rejects when the port is taken. */
  serve(port: number): Promise<ServedAt>
  /** The calls in flight finish and nothing more is started; what runs comes to its end by itself. */
  stop(): Promise<void>
  close(): Promise<void>
}

export interface ServedAt {
  /** `http://127.0.0.1:N` */
  readonly address: string
  readonly key: string
  /** The address that redeems the key. */
  readonly keyAddress: string
}
