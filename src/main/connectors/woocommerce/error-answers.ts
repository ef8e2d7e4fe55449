import { z } from 'zod'
import { Fault } from '../../domain/fault.ts'
import type { JsonCall } from '../http/json-calls.ts'
import type { HttpAnswer } from '../sockets/ports.ts'

/** `data` is an object, a bare number or missing, `code` sometimes a number (woocommerce.md 3.3, 6): nothing else is read. */
const ErrorAnswer = z.object({ code: z.union([z.string(), z.number()]).transform(String), message: z.string() })

/** 1.3: the key was not seen at all, is not known, or PHP does not know that the call came over https. */
const NOT_SEEN = /^woocommerce_rest_cannot_(view|create|edit|delete)$/

/** A part of the API that this shop does not have: an older version, a feature that is off, or WooCommerce itself. */
export const NO_ROUTE = 'rest_no_route'

/** What WooCommerce's own error answers mean; null for every other answer. `detail` holds status and code. */
export const judgeAnswers =
  (side: string) =>
  (answer: HttpAnswer, { method = 'GET' }: Pick<JsonCall, 'method'>): Fault | null => {
    if (answer.status < 400) return null
    const { status } = answer
    const safe = method === 'GET'
    const error = errorOf(answer)
    if (error === null) return status === 404 ? movedAway(side) : null
    const detail = { status: String(status), code: error.code }
    const said = `${side} says: “${error.message}”`
    if (status === 401 && NOT_SEEN.test(error.code)) {
      const message = `${side} does not know the consumer key.`
      return new Fault('credentials', message, { side, detail })
    }
    if (status === 401 || status === 403) return refusedKey(error.message, side, detail)
    if (status === 500 && error.code === 'internal_server_error') {
      // A crash of PHP: asking again gives the same, and what was asked may have been done before it (6).
      const message = `${side} crashed over this call. Its PHP error log knows more.`
      return new Fault('unreadable', message, { side, detail, outcome: safe ? 'not-done' : 'unknown' })
    }
    if (error.code === NO_ROUTE) {
      const message = `${side} does not offer what Navette asked for: is WooCommerce still active there?`
      return new Fault('unreadable', message, { side, detail })
    }
    // 4: a refund that cannot be made is refused with 500.
    const isRefusal =
      (status < 500 && status !== 408 && status !== 429) || error.code.endsWith('cannot_create_order_refund')
    return isRefusal ? new Fault('refused', said, { side, detail }) : null
  }

/** An order that is gone is told in JSON: a page means that the whole API is, and nothing is known of any order. */
const movedAway = (side: string): Fault =>
  new Fault('unreadable', `A web page answers for ${side} (HTTP 404): have its permalinks changed?`, {
    side,
    detail: { status: '404', code: 'page' },
  })

const refusedKey = (message: string, side: string, detail: Readonly<Record<string, string>>): Fault => {
  if (/invalid timestamp/i.test(message)) {
    return new Fault('clock', `${side} refuses the time of this PC: set its clock right.`, { side, detail })
  }
  if (/invalid nonce/i.test(message)) {
    // The call was repeated by the network and had arrived the first time: signed anew, it goes through.
    return new Fault('unreachable', `${side} had this call before.`, { side, detail: { status: '401' } })
  }
  if (/does not have write permissions/i.test(message)) {
    const help = 'Make a new one with the permission Read/Write.'
    return new Fault('credentials', `The key of ${side} may only read. ${help}`, { side, detail })
  }
  return new Fault('credentials', `${side} refused the key: “${message}”`, { side, detail })
}

const LONGEST = 300

const errorOf = ({ bytes }: HttpAnswer): z.infer<typeof ErrorAnswer> | null => {
  try {
    const { code, message } = ErrorAnswer.parse(JSON.parse(new TextDecoder().decode(bytes)))
    return { code, message: asText(message).slice(0, LONGEST) }
  } catch {
    return null
  }
}

/** Messages are written for a web page. */
const asText = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#039;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()
