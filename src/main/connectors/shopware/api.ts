import { z } from 'zod'
import { isFault } from '../../domain/fault.ts'
import { createJsonCalls, type JsonCall, type JsonReply } from '../http/json-calls.ts'
import type { Ports } from '../sockets/ports.ts'
import { createJudge } from './error-answers.ts'
import { CALLS_AT_ONCE, CODES } from './facts.ts'
import type { Settings } from './settings.ts'
import { createTokens } from './token.ts'

/** What a search asks for (shopware.md 3); `ids` knows no limit. */
export interface Criteria {
  readonly ids?: readonly string[]
  readonly filter?: readonly Filter[]
  readonly associations?: object
  readonly includes?: Readonly<Record<string, readonly string[]>>
  readonly sort?: readonly { readonly field: string; readonly order: 'ASC' | 'DESC' }[]
  readonly limit?: number
  readonly page?: number
  readonly 'total-count-mode'?: number
}

export type Filter =
  | { readonly type: 'equals'; readonly field: string; readonly value: string }
  | { readonly type: 'equalsAny'; readonly field: string; readonly value: readonly string[] }
  | { readonly type: 'multi'; readonly operator: 'or'; readonly queries: readonly Filter[] }

export type Api = ReturnType<typeof createApi>

/** Flow Builder does nothing, mails among it, for what is asked with this header (1). */
const NO_FLOWS = { 'sw-skip-trigger-flow': '1' } as const

/** One shop's Admin API: tokens and errors are seen to here. */
export const createApi = (settings: Settings, ports: Ports) => {
  const { base, secretAccessKey } = settings
  const judge = createJudge(ports)
  const speech = { ports, atOnce: CALLS_AT_ONCE, judge }
  const tokens = createTokens(createJsonCalls({ ...speech, secrets: [secretAccessKey] }), settings, ports.clock)

  const sendWith = <T>(token: string, call: JsonCall, schema: z.ZodType<T>): Promise<JsonReply<T>> =>
    createJsonCalls({ ...speech, secrets: [secretAccessKey, token] }).withReply(
      { ...call, headers: { ...call.headers, authorization: `Bearer ${token}` } },
      schema,
    )

  /** With a token that has just ended, once more with another: a refused call has done nothing. */
  const send = async <T>(call: JsonCall, schema: z.ZodType<T>): Promise<JsonReply<T>> => {
    const token = await tokens.read()
    try {
      return await sendWith(token, call, schema)
    } catch (error) {
      if (!isFault(error, 'credentials') || error.detail['code'] !== CODES.expired) throw error
      await tokens.drop(token)
    }
    return sendWith(await tokens.read(), call, schema)
  }

  const write = async (name: string, path: string, method: 'POST' | 'PATCH', body: unknown): Promise<void> => {
    await send({ name, url: new URL(`${base}/api/${path}`), method, body, headers: NO_FLOWS }, z.looseObject({}))
  }

  return {
    base,
    async version(): Promise<{ readonly version: string; readonly headers: Headers }> {
      const call = { name: 'version', url: new URL(`${base}/api/_info/version`) }
      const { value, headers } = await send(call, z.object({ version: z.string() }))
      return { version: value.version, headers }
    },
    async search<T>(
      entity: string,
      criteria: Criteria,
      row: z.ZodType<T>,
    ): Promise<{ readonly total: number; readonly data: readonly T[] }> {
      // What a variant takes from its product is empty without it (1).
      const headers = entity === 'product' ? { 'sw-inheritance': '1' } : {}
      const call = { method: 'POST', safe: true, body: criteria, headers } as const
      const url = new URL(`${base}/api/search/${entity}`)
      const shape = z.object({ total: z.number(), data: z.array(row) })
      return (await send({ name: `search ${entity}`, url, ...call }, shape)).value
    },
    /** Never an upsert: an id that is there already is refused (2.4). Asked to answer, because silence could be anything. */
    create: (entity: string, body: unknown): Promise<void> =>
      write(`create ${entity}`, `${entity}?_response=basic`, 'POST', body),
    change: (entity: string, id: string, body: unknown): Promise<void> =>
      write(`change ${entity}`, `${entity}/${id}?_response=basic`, 'PATCH', body),
    /** `sendMail` is true unless it is the boolean false (7.5). */
    transition: (entity: string, id: string, action: string, more: object = {}): Promise<void> =>
      write(`${action} ${entity}`, `_action/${entity}/${id}/state/${action}`, 'POST', { sendMail: false, ...more }),
  }
}
