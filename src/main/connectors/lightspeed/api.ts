import { z } from 'zod'
import { isFault } from '../../domain/fault.ts'
import { createAllowance } from '../http/allowance.ts'
import { createJsonCalls, type JsonCall, type JsonReply } from '../http/json-calls.ts'
import type { HttpRequest, Ports } from '../sockets/ports.ts'
import { judgeAnswers, NO_LANGUAGE } from './errors.ts'
import { AT_ONCE, LANGUAGES, TIMEOUT_MS, WINDOWS } from './facts.ts'

export interface Account {
  /** Of the cluster, without a language. */
  readonly base: string
  readonly apiKey: string
  readonly apiSecret: string
}

export interface Call {
  /** Below the language, without `.json`: `orders/123/products`. */
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly method?: HttpRequest['method']
  readonly body?: unknown
}

export type Api = ReturnType<typeof createApi>

const LANGUAGE = 'language'

/** One shop: its language, its allowance of calls and its errors are seen to here. */
export const createApi = ({ base, apiKey, apiSecret }: Account, ports: Ports) => {
  const { clock, records, side } = ports
  const allowance = createAllowance({ clock, side, names: WINDOWS })
  const json = createJsonCalls({
    ...{ ports, allowance, secrets: [apiSecret, apiKey], atOnce: AT_ONCE, follow: false, judge: judgeAnswers(side) },
    sign: () => ({ headers: { authorization: `Basic ${btoa(`${apiKey}:${apiSecret}`)}` } }),
  })

  const speak = async <T>(language: string, call: Call, send: (call: JsonCall) => Promise<T>): Promise<T> => {
    const { path, query = {}, method = 'GET', body } = call
    const url = new URL(`${base.replace(/\/+$/, '')}/${language}/${path}.json`)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const name = `${method} ${path.replaceAll(/\/\d+/g, '')}`
    const whole = { ...{ name, url, method, timeoutMs: TIMEOUT_MS }, ...(body === undefined ? {} : { body }) }
    try {
      return await send(whole)
    } catch (error) {
      // Somebody else with the same key was faster, and the window begins anew in a moment: nothing was done, and our turn comes.
      const isMoment = isFault(error, 'busy') && error.retryAt === null && allowance.isUsedUp()
      if (!isMoment) throw error
    }
    return send(whole)
  }

  /** The first language that is the shop's is kept; nothing was done in any other (lightspeed.md 1). */
  const inItsLanguage = async <T>(call: Call, send: (call: JsonCall) => Promise<T>): Promise<T> => {
    const known = records.read(LANGUAGE, z.string())
    const languages = [...new Set([...(known === null ? [] : [known]), ...LANGUAGES])]
    let refused: unknown = null
    for (const language of languages) {
      try {
        const answer = await speak(language, call, send)
        if (language !== known) records.save(LANGUAGE, language)
        return answer
      } catch (error) {
        if (!isFault(error, 'settings') || error.detail['code'] !== NO_LANGUAGE) throw error
        refused = error
      }
    }
    throw refused
  }

  const reply = <T>(call: Call, schema: z.ZodType<T>): Promise<JsonReply<T>> =>
    inItsLanguage(call, (whole) => json.withReply(whole, schema))

  const call = async <T>(one: Call, schema: z.ZodType<T>): Promise<T> => (await reply(one, schema)).value

  return {
    ...{ side, ports, allowance, reply, call },
    /** The object under its own key: `{"order":{…}}`. */
    async one<T>(key: string, what: Call, schema: z.ZodType<T>): Promise<T> {
      const envelope = await call(what, z.object({ [key]: schema }))
      return Object.values(envelope)[0] as T // the schema holds one key, and what it holds
    },
    /** A change, whose answer says nothing that a reading would not say better; that of a deletion is empty. */
    async send(what: Call): Promise<void> {
      await (what.method === 'DELETE' ? inItsLanguage(what, json.answer) : call(what, z.unknown()))
    },
    /** The language that calls go out in, once one of them was answered. */
    language: (): string | null => records.read(LANGUAGE, z.string()),
  }
}
