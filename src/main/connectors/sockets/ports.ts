import type { z } from 'zod'

/** What a connector may use of the outside, handed to it by `navette.ts`. */
export interface Ports {
  /** Whom this connector speaks to, as the seller calls it: every fault bears it, so that only its own orders wait. */
  readonly side: string
  readonly http: Http
  readonly clock: Clock
  readonly records: Records
  readonly folders: Folders
}

/** Time as the seller's PC tells it; tests and `--now` set it by hand. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Now as UTC ISO. */
  nowIso(): string
  sleep(milliseconds: number): Promise<void>
}

export interface Http {
  /**
   * One call. Resolves with any HTTP status, because many outsides put their errors into the body. Throws a `Fault`: unreachable (with
   * outcome `unknown` when the request may have arrived) or unreadable (body over `maxBytes`).
   */
  send(request: HttpRequest): Promise<HttpAnswer>
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: URL
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array | string
  /** What the call is, in the outside's words (`acceptsale`): for the timeline and the log. */
  readonly name: string
  /** Values that must never be seen in a log, an error or the timeline. */
  readonly secrets?: readonly string[]
  /** The answer brings a secret nobody knows yet (a token): nothing of it is kept or shown. */
  readonly answerIsSecret?: true
  /** Reading only: may be tried once more after a second. */
  readonly safe: boolean
  /** False: a redirect is a fault (`REDIRECTED`) even to a read, where the platform answers a wrong address with one. */
  readonly follow?: false
  /** Proves who we are, for each try anew: many a signature counts once. */
  readonly sign?: () => Signature
  readonly timeoutMs?: number
  /** How many calls to this host may be under way at once, whoever makes them; as many as there are unless said. */
  readonly atOnce?: number
  /** What this host bears, where whoever calls it knows; loopback bears everything. */
  readonly pace?: CallLimits
  readonly maxBytes?: number
}

/** So many calls in any so many milliseconds; all of them hold. */
export type CallLimits = readonly { readonly calls: number; readonly withinMs: number }[]

/** Laid over the address and the headers of a request. */
export interface Signature {
  readonly url?: URL
  readonly headers?: Readonly<Record<string, string>>
}

export interface HttpAnswer {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array
}

/** A small store of one connector for one account: its gates, its tokens' expiry and, for This PC, its products and orders. */
export interface Records {
  read<T>(key: string, shape: z.ZodType<T>): T | null
  save(key: string, value: unknown): void
  remove(key: string): void
  /** Entries whose key starts with the prefix, in key order. */
  list<T>(prefix: string, shape: z.ZodType<T>): readonly { readonly key: string; readonly value: T }[]
  /** All or nothing. */
  together<T>(work: () => T): T
}

/** Places where files are exchanged. */
export interface Folders {
  /**
   * Works in a place; a connection to a server lives as long. Throws a `Fault` of `side`: unreachable, credentials (the server lets us not
   * in), settings (no such folder, may not write, a host key other than the one that is known).
   */
  use<T>(place: FolderPlace, work: (folder: Folder) => Promise<T>): Promise<T>
}

export interface FolderPlace {
  /** A full path of this PC or its network (`C:\\Orders`, `/srv/orders`), `sftp://host:22/path` or `ftps://host:21/path`. */
  readonly address: string
  readonly login: string
  readonly password: string
  /** PEM or OpenSSH; empty: none. `password` opens it then. */
  readonly privateKey: string
  /** `SHA256:…` of the host key an SFTP server must show; null: any, because none is known yet. */
  readonly hostKey: string | null
  /** The one it showed. */
  readonly onHostKey: (fingerprint: string) => void
}

/** Paths are relative to the place, apart by `/`. */
export interface Folder {
  /**
   * Plain files of a folder; those that are gone again by the time they are looked at are left out. A folder that is not there is a fault
   * whose `detail.code` is `ENOENT`.
   */
  list(folder: string): Promise<readonly FileThere[]>
  read(path: string, maxBytes: number): Promise<Uint8Array>
  /** Makes the folders on the way. Half a file may be there when it fails: whoever must not see one writes another name and moves it. */
  write(path: string, bytes: Uint8Array): Promise<void>
  /** Never lays one file over another: `taken`, and nothing has moved. Makes the folders on the way. */
  move(from: string, to: string): Promise<'moved' | 'taken' | 'gone'>
  /** One that is gone already is removed. */
  remove(path: string): Promise<void>
}

export interface FileThere {
  readonly path: string
  readonly bytes: number
  /** Milliseconds since 1970, by the clock of wherever it lies. */
  readonly modifiedAt: number
}
