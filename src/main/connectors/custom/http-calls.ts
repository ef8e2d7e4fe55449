import { Fault, isFault } from '../../domain/fault.ts'
import { createJsonCalls, type JsonCall } from '../http/json-calls.ts'
import { isPage } from '../http/page-fault.ts'
import { serverAhead } from '../http/server-clock.ts'
import type { HttpAnswer, HttpRequest } from '../sockets/ports.ts'
import type { Canonical, Values } from './canonical.ts'
import { fitted } from './fitted.ts'
import type { Written } from './formats.ts'
import { addressOf, headersOf } from './http-address.ts'
import { proofOf } from './http-proof.ts'
import { createTokens } from './http-token.ts'
import type { Office } from './office.ts'
import { writeOrder } from './write-order.ts'

/** One request of the template, and what is put into it. */
export interface Asked {
  /** What it does, in a word: `create order`. */
  readonly name: string
  readonly method: HttpRequest['method']
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly send?: Written | undefined
  readonly values: Values
  readonly lines?: Canonical['lines']
  /** Whatever comes of it, nothing changes there. */
  readonly safe: boolean
  /** Statuses that are an answer too. */
  readonly answers?: readonly number[]
  /** A whole address instead of the path, of the same host. */
  readonly url?: URL
  /** Words that no message may repeat. */
  readonly hidden?: readonly string[]
}

export interface Request {
  readonly method: HttpRequest['method']
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export type HttpCalls = ReturnType<typeof createHttpCalls>

/** The requests of a template, as fast as it allows, with the proof that it asks for. */
export const createHttpCalls = (office: Office) => {
  const { template, form, ports } = office
  const { interface: manner } = template
  const tokens = createTokens(office)
  let ahead: number | null = null

  const requestOf = (
    { method, path, headers, send, values, lines = [], url }: Asked,
    baseUrl = form.baseUrl,
  ): Request =>
    fitted(ports.side, () => {
      const filling = { values, tables: template }
      return {
        method,
        url: url ?? addressOf(baseUrl, path, filling, ports.side),
        headers: {
          ...{ accept: '*/*', ...manner.headers },
          ...(send === undefined ? {} : { 'content-type': CONTENT_TYPES[send.format] }),
          ...headersOf(headers, filling),
        },
        ...(send === undefined ? {} : { body: writeOrder(send, { order: values, lines }, { tables: template }) }),
      }
    })

  const once = async <T>(asked: Asked, understand: (answer: HttpAnswer) => T, token: string | null): Promise<T> => {
    const { name, safe, answers = [], hidden = [] } = asked
    const calls = createJsonCalls({
      ports,
      pace: [{ calls: 1, withinMs: 1000 / manner.callsPerSecond }],
      judge: (answer, call) => judge(answer, call, ports.side, hidden),
      ...proofOf(office, token),
    })
    const request = { name, safe, answers, ...requestOf(asked), timeoutMs: manner.timeoutSeconds * 1000 }
    return calls.read(request, (answer) => {
      ahead = serverAhead(answer.headers, ports.clock.now())
      return understood(asked, () => understand(answer))
    })
  }

  return {
    /** `baseUrl`: another than the form's. */
    requestOf,
    /** How far the other side's clock was ahead of this PC's at its last answer, in milliseconds; null where it did not tell. */
    ahead: () => ahead,
    /** The answer as `understand` has it. A token that was refused is asked for anew, once: nothing was done with it. */
    async ask<T>(asked: Asked, understand: (answer: HttpAnswer) => T): Promise<T> {
      const token = await tokens.read()
      try {
        return await once(asked, understand, token)
      } catch (error) {
        if (!isFault(error, 'credentials') || !(await tokens.drop(token))) throw error
        return once(asked, understand, await tokens.read())
      }
    },
  }
}

const CONTENT_TYPES = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  xml: 'application/xml; charset=utf-8',
} as const

/** An answer to something that changes, and that nobody understands, leaves it in doubt. */
const understood = <T>({ safe }: Asked, work: () => T): T => {
  try {
    return work()
  } catch (error) {
    if (safe || !isFault(error, 'unreadable')) throw error
    const { kind, message, side, detail, cause } = error
    throw new Fault(kind, message, { ...(side === null ? {} : { side }), detail, cause, outcome: 'unknown' })
  }
}

/** A refusal in their own words; what everybody means by a status is left to the caller. */
const judge = (answer: HttpAnswer, call: JsonCall, side: string, hidden: readonly string[]): Fault | null => {
  const { status } = answer
  if (status < 400 || status >= 500 || [401, 403, 408, 429].includes(status) || isPage(answer)) return null
  const detail = { status: String(status) }
  if (status === 404 || status === 405) {
    const message = `${side} knows no address to ${call.name} (HTTP ${status}): check the address and the template.`
    return new Fault('settings', message, { side, detail: { ...detail, field: 'baseUrl' } })
  }
  const words = wordsOf(answer, hidden)
  const message = `${side} refused to ${call.name} (HTTP ${status})${words === '' ? '.' : `: ${words}`}`
  return new Fault('refused', message, { side, detail })
}

const LONGEST_WORDS = 300

/** What they said, without what it may repeat of the buyer. */
const wordsOf = ({ bytes }: HttpAnswer, hidden: readonly string[]): string => {
  const text = Buffer.from(bytes.subarray(0, 10 * LONGEST_WORDS)).toString('utf8')
  return withoutHidden(text, hidden).replace(/\s+/g, ' ').trim().slice(0, LONGEST_WORDS)
}

export const withoutHidden = (text: string, hidden: readonly string[]): string =>
  hidden.filter((word) => word.length > 2).reduce((so, word) => so.replaceAll(word, '…'), text)
