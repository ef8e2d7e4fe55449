import { z } from 'zod'
import { Fault } from '../../domain/fault.ts'
import type { JsonCall } from '../http/json-calls.ts'
import type { HttpAnswer } from '../sockets/ports.ts'

/** lightspeed.md 6; a 422 may add a map of fields. */
const ErrorAnswer = z.object({
  error: z.object({ message: z.string().optional(), errors: z.unknown().optional() }).optional(),
  message: z.string().optional(),
  errors: z.unknown().optional(),
})

/** The language of the address is not one of the shop's (1). */
export const NO_LANGUAGE = 'LANGUAGE'
const LONGEST = 300

/** What Lightspeed's own error answers mean; null for every other answer. `detail` holds the status. */
export const judgeAnswers =
  (side: string) =>
  ({ status, bytes }: HttpAnswer, { name }: Pick<JsonCall, 'name'>): Fault | null => {
    if (status < 400 || status >= 500 || status === 408 || status === 429) return null
    const words = wordsOf(bytes)
    if (words === null) return status === 404 ? notTheApi(side) : null
    const detail = { status: String(status) }
    if (status === 404 && /language/i.test(words)) {
      const message = `${side} has none of the languages that Navette speaks to it in.`
      return new Fault('settings', message, { side, detail: { ...detail, code: NO_LANGUAGE } })
    }
    if (status === 401) {
      const message = `${side} refused the API key: “${words}” Is the key switched on, and the shop in the chosen cluster?`
      return new Fault('credentials', message, { side, detail })
    }
    if (status === 403) {
      const message = `${side} does not let the API key do this (${name}): “${words}” Tick its permission in the shop.`
      return new Fault('credentials', message, { side, detail })
    }
    return new Fault('refused', `${side} says: “${words}”`, { side, detail })
  }

/** True for what is not, or no longer, there. */
export const isMissing = (fault: Fault): boolean => fault.kind === 'refused' && fault.detail['status'] === '404'

/** What is not there is told in JSON: a page means that this is not the interface at all. */
const notTheApi = (side: string): Fault =>
  new Fault('unreadable', `A web page answers for ${side} (HTTP 404): is the address right?`, {
    ...{ side, detail: { status: '404', code: 'page' } },
  })

const wordsOf = (bytes: Uint8Array): string | null => {
  try {
    const { error, message, errors } = ErrorAnswer.parse(JSON.parse(new TextDecoder().decode(bytes)))
    const words = [error?.message ?? message ?? '', ...textsIn(error?.errors ?? errors)].filter((text) => text !== '')
    return [...new Set(words)].join(' ').slice(0, LONGEST)
  } catch {
    return null
  }
}

/** Every text in a map of fields, however deep. */
export const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
