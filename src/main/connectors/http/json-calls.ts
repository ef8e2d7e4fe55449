import type { z } from 'zod'
import { type Fault, isFault } from '../../domain/fault.ts'
import type { CallLimits, HttpAnswer, HttpRequest, Ports, Signature } from '../sockets/ports.ts'
import type { Allowance } from './allowance.ts'
import { createGates } from './gates.ts'
import { isPage, pageFault } from './page-fault.ts'
import { readJson } from './read-json.ts'
import { statusFault } from './status-fault.ts'

/** How one platform is spoken to. */
export interface JsonSpeech {
  readonly ports: Pick<Ports, 'http' | 'clock' | 'records' | 'side'>
  readonly secrets: readonly string[]
  /** Calls that the platform bears at once. */
  readonly atOnce?: number
  /** False: no redirect is followed. */
  readonly follow?: false
  /** What the platform bears, where it does not say so itself. */
  readonly pace?: CallLimits
  /** Adds what proves who we are, for each try anew; `body` is the very text that is sent. */
  readonly sign?: (call: {
    readonly method: HttpRequest['method']
    readonly url: URL
    readonly body: string
  }) => Signature
  /** How many calls the platform still allows, as its answers tell. */
  readonly allowance?: Allowance
  /** What an answer means in the platform's own words; null leaves it to its HTTP status. */
  readonly judge?: (answer: HttpAnswer, call: JsonCall) => Fault | null
}

export interface JsonCall extends Pick<HttpRequest, 'name' | 'url' | 'timeoutMs' | 'answerIsSecret'> {
  readonly method?: HttpRequest['method']
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON; a text goes as it is, with the content type of `headers`. */
  readonly body?: unknown
  /** Only reads; true for GET unless said. */
  readonly safe?: boolean
  /** Statuses that are an answer too, beside those of success: "not there", "there already". A web page is none. */
  readonly answers?: readonly number[]
}

export interface JsonReply<T> {
  readonly value: T
  readonly status: number
  readonly headers: Headers
}

export type JsonCalls = ReturnType<typeof createJsonCalls>

const RETRY_DELAY_MS = 1_000
const GATE = 'calls'

/**
 * Calls that answer in JSON: what the platform said about when to come back is obeyed (and kept, so that a restart does not forget it), a
 * web page is never an answer, a read that cannot be trusted is made once more after a second.
 */
export const createJsonCalls = ({ ports, secrets, atOnce, follow, pace, sign, allowance, judge }: JsonSpeech) => {
  const { http, clock, side } = ports
  const gates = createGates(ports)

  const once = async (call: JsonCall, safe: boolean): Promise<HttpAnswer> => {
    gates.check(GATE)
    await allowance?.turn()
    const { name, url, method = 'GET', headers, timeoutMs, answerIsSecret } = call
    const body = typeof call.body === 'string' ? call.body : JSON.stringify(call.body)
    const answer = await http.send({
      ...{ name, method, url, safe, secrets },
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
      ...(atOnce === undefined ? {} : { atOnce }),
      ...(answerIsSecret === undefined ? {} : { answerIsSecret }),
      ...(follow === undefined ? {} : { follow }),
      ...(pace === undefined ? {} : { pace }),
      ...(sign === undefined ? {} : { sign: () => sign({ method, url, body: body ?? '' }) }),
    })
    const usedUp = allowance?.learn(answer.headers) ?? null
    if (usedUp !== null) gates.closeFor(GATE, usedUp)
    const situation = { side, clock, safe }
    const tooMany = answer.status === 429 ? usedUp : null
    const isAnswer = call.answers?.includes(answer.status) && !isPage(answer)
    const fault = isAnswer
      ? null
      : (judge?.(answer, call) ?? tooMany ?? pageFault(answer, situation) ?? statusFault(answer, situation))
    if (fault === null) return answer
    gates.closeFor(GATE, fault)
    throw fault
  }

  const reply = async <T>(call: JsonCall, schema: z.ZodType<T>, safe: boolean): Promise<JsonReply<T>> => {
    const answer = await once(call, safe)
    const { status, headers } = answer
    return { value: readJson(answer, schema, { side, host: call.url.host, safe }), status, headers }
  }

  const patiently = async <T>(safe: boolean, ask: () => Promise<T>): Promise<T> => {
    try {
      return await ask()
    } catch (error) {
      // A code: the client repeated it already (no answer came), or it would be so again (too long, leads elsewhere).
      const isWorthATry = isFault(error, 'unreachable', 'unreadable') && error.detail['code'] === undefined
      if (!safe || !isWorthATry) throw error
    }
    await clock.sleep(RETRY_DELAY_MS)
    return ask()
  }

  const isSafe = ({ safe, method = 'GET' }: JsonCall): boolean => safe ?? method === 'GET'

  const withReply = <T>(call: JsonCall, schema: z.ZodType<T>): Promise<JsonReply<T>> => {
    const safe = isSafe(call)
    return patiently(safe, () => reply(call, schema, safe))
  }

  /** A call whose answer is not JSON, with the same care; `understand` throws a `Fault` unreadable for one that cannot be trusted. */
  const read = <T>(call: JsonCall, understand: (answer: HttpAnswer) => T): Promise<T> =>
    patiently(isSafe(call), async () => understand(await once(call, isSafe(call))))

  return {
    withReply,
    read,
    /** A call whose answer is not JSON, or may be empty, with the same care for what the platform says about itself. */
    answer: (call: JsonCall): Promise<HttpAnswer> => read(call, (answer) => answer),
    call: async <T>(call: JsonCall, schema: z.ZodType<T>): Promise<T> => (await withReply(call, schema)).value,
  }
}
