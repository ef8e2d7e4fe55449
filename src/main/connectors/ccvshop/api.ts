import { z } from 'zod'
import { Fault, isFault } from '../../domain/fault.ts'
import { createJsonCalls, type JsonCall, type JsonReply } from '../http/json-calls.ts'
import { readJson } from '../http/read-json.ts'
import type { HttpAnswer, Ports } from '../sockets/ports.ts'
import { API_PATH, CREATE_TIMEOUT_MS, PACE, READ_TIMEOUT_MS } from './facts.ts'
import { judgeError, SAME_VALUE } from './judge.ts'
import { hashOf, type Keys, toDate, uriOf } from './signature.ts'
import { judgeSignature } from './verify.ts'

export type Query = Readonly<Record<string, string>>

export interface ApiOptions {
  readonly shopUrl: string
  readonly keys: Keys
  readonly ports: Ports
  readonly checksAnswers: boolean
}

export type Api = ReturnType<typeof createApi>

/** How far the shop's clock is ahead of this PC's, in milliseconds; kept, so that a PC set wrong is not refused each time. */
const AHEAD = 'clock-ahead'

/** Signed calls to one shop (ccvshop.md 1), one at a time. */
export const createApi = ({ shopUrl, keys, ports, checksAnswers }: ApiOptions) => {
  const { clock, records, side } = ports
  const base = new URL(API_PATH, shopUrl)
  const now = (): number => clock.now() + (records.read(AHEAD, z.number()) ?? 0)

  const calls = createJsonCalls({
    ports,
    secrets: [keys.secretKey, keys.publicKey],
    atOnce: 1,
    // A redirect would be signed for another address (1).
    follow: false,
    pace: PACE,
    sign: ({ method, url, body }) => {
      const date = toDate(now())
      const hash = hashOf(keys, { method, uri: uriOf(url), body, date })
      return { headers: { 'x-public': keys.publicKey, 'x-date': date, 'x-hash': hash } }
    },
    judge: (answer, call) =>
      (checksAnswers ? judgeSignature(keys, side, answer, call) : null) ??
      judgeError({ ports, shopNow: now }, answer, call),
  })

  /** Once more by the shop's own clock, which a refused call tells; a refusal has done nothing, so changes are repeated, too. */
  const inTime = async <T>(ask: () => Promise<T>): Promise<T> => {
    try {
      return await ask()
    } catch (error) {
      if (!isFault(error, 'clock')) throw elsewhere(error, side)
      records.save(AHEAD, Number(error.detail['ahead']))
    }
    return ask()
  }

  /** By an address that the shop told. */
  const replyFrom = <T>(url: URL, schema: z.ZodType<T>): Promise<JsonReply<T>> =>
    inTime(() => calls.withReply({ name: `GET ${nameOf(url)}`, url, timeoutMs: READ_TIMEOUT_MS }, schema))

  const change = (method: 'POST' | 'PATCH', path: string, body: unknown): Promise<HttpAnswer> => {
    const url = addressOf(base, path, {})
    const call: JsonCall = { name: `${method} ${nameOf(url)}`, method, url, body, timeoutMs: CREATE_TIMEOUT_MS }
    return inTime(() => calls.answer(call))
  }

  return {
    ports,
    /** Milliseconds since 1970 by the shop's clock, as far as it is known. */
    now,
    address: (path: string, query: Query): URL => addressOf(base, path, query),
    replyFrom,
    reply: <T>(path: string, query: Query, schema: z.ZodType<T>): Promise<JsonReply<T>> =>
      replyFrom(addressOf(base, path, query), schema),
    get: async <T>(path: string, query: Query, schema: z.ZodType<T>): Promise<T> =>
      (await replyFrom(addressOf(base, path, query), schema)).value,

    /** Resolves with what was created; null where the shop created it and does not show it (204). */
    async post<T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<T | null> {
      const answer = await change('POST', path, body)
      return answer.status === 204 ? null : readJson(answer, schema, { side, host: base.host, safe: false })
    },

    /** A value that stands there already was set before (500.50). */
    async patch(path: string, body: unknown): Promise<void> {
      try {
        const answer = await change('PATCH', path, body)
        // Nothing is to come back; whatever comes must at least be the shop's.
        if (answer.status !== 204) readJson(answer, z.unknown(), { side, host: base.host, safe: false })
      } catch (error) {
        if (!isFault(error, 'refused') || error.detail['code'] !== SAME_VALUE) throw error
      }
    },
  }
}

/** Written as it will be signed (RFC 3986). */
const addressOf = (base: URL, path: string, query: Query): URL => {
  const text = Object.entries(query).map(([name, value]) => `${name}=${encode(value)}`)
  return new URL(text.length === 0 ? path : `${path}?${text.join('&')}`, base)
}

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

const nameOf = ({ pathname }: URL): string => pathname.slice(API_PATH.length).replace(/\/$/, '')

const elsewhere = (error: unknown, side: string): unknown => {
  if (!isFault(error) || error.detail['code'] !== 'REDIRECTED') return error
  const message = `${error.message} Enter the address that your browser shows when the shop is open.`
  return new Fault('settings', message, { side, cause: error, detail: error.detail, outcome: error.outcome })
}
