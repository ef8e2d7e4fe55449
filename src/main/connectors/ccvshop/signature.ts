import { createHmac } from 'node:crypto'

export interface Keys {
  readonly publicKey: string
  readonly secretKey: string
}

/** What is signed of a call, or of the answer to it (ccvshop.md 1). */
export interface Signed {
  readonly method: string
  /** Path and query as they are sent. */
  readonly uri: string
  /** The text that is sent, or that came; empty without one. */
  readonly body: string
  /** The `x-date` beside it. */
  readonly date: string
}

/** The `x-hash` of a call or an answer. */
export const hashOf = ({ publicKey, secretKey }: Keys, { method, uri, body, date }: Signed): string =>
  createHmac('sha512', secretKey).update([publicKey, method, uri, body, date].join('|')).digest('hex')

export const uriOf = (url: URL): string => `${url.pathname}${url.search}`

/** UTC without milliseconds: how the shop writes and wants moments. */
export const toDate = (milliseconds: number): string => `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
