import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { isFault } from '../../domain/fault.ts'
import { createJsonCalls, type JsonReply } from '../http/json-calls.ts'
import { oauth1Header } from '../http/oauth1.ts'
import type { HttpRequest, Ports } from '../sockets/ports.ts'
import { AT_ONCE } from './facts.ts'
import { createJudge, NO_SERVICE } from './judge.ts'

/** How an integration proves who it is (1.1): four values that never expire. */
export interface Keys {
  readonly consumerKey: string
  readonly consumerSecret: string
  readonly accessToken: string
  readonly accessTokenSecret: string
}

export interface Call {
  /** Below `/V1/`, each part encoded. */
  readonly path: string
  /** Encoded, without the question mark. */
  readonly query?: string
  /** The store view that is spoken to; `all` for the admin's view. */
  readonly scope?: string
  readonly method?: HttpRequest['method']
  readonly body?: unknown
  readonly timeoutMs?: number
}

export type Calls = ReturnType<typeof createCalls>

/** Where a shop that rewrites no addresses has its service (1.4, [C]). */
const PREFIXES = ['', 'index.php/'] as const
const PREFIX = 'prefix'

/** Signed calls of one shop, under whichever of its addresses the service is. */
export const createCalls = (shopUrl: string, keys: Keys, ports: Ports) => {
  const { consumerKey, consumerSecret, accessToken, accessTokenSecret } = keys
  const { clock, records } = ports
  const json = createJsonCalls({
    ports,
    secrets: [consumerKey, consumerSecret, accessToken, accessTokenSecret],
    atOnce: AT_ONCE,
    judge: createJudge(ports),
    sign: ({ method, url }) => ({
      headers: {
        authorization: oauth1Header({
          ...{ method, url, algorithm: 'HMAC-SHA256', consumerKey, consumerSecret },
          token: { key: accessToken, secret: accessTokenSecret },
          timestamp: Math.floor(clock.now() / 1000),
          nonce: randomBytes(16).toString('hex'),
        }),
      },
    }),
  })
  const base = shopUrl.replace(/(\/index\.php)?(\/rest)?\/*$/, '')

  const under = <T>(prefix: string, call: Call, schema: z.ZodType<T>): Promise<JsonReply<T>> => {
    const { path, query = '', scope = 'all', method = 'GET', body, timeoutMs } = call
    const url = new URL(`${base}/${prefix}rest/${scope}/V1/${path}${query === '' ? '' : `?${query}`}`)
    return json.withReply(
      {
        name: `${method} ${path.split('/')[0]}`,
        ...{ url, method },
        ...(body === undefined ? {} : { body }),
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
      },
      schema,
    )
  }

  const reply = async <T>(call: Call, schema: z.ZodType<T>): Promise<JsonReply<T>> => {
    const known = records.read(PREFIX, z.enum(PREFIXES))
    const [first, second] = known === PREFIXES[1] ? [PREFIXES[1], PREFIXES[0]] : PREFIXES
    try {
      return await under(first, call, schema)
    } catch (error) {
      // A page that says "not found" has done nothing: the same may be asked elsewhere, whatever it is.
      if (!isFault(error, 'settings') || error.detail['code'] !== NO_SERVICE) throw error
      const answered = await under(second, call, schema)
      records.save(PREFIX, second)
      return answered
    }
  }

  return {
    reply,
    /** The address that people see. */
    base,
    async call<T>(call: Call, schema: z.ZodType<T>): Promise<T> {
      return (await reply(call, schema)).value
    },
  }
}
