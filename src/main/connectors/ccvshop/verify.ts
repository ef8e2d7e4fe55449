import { Fault } from '../../domain/fault.ts'
import type { JsonCall } from '../http/json-calls.ts'
import { isPage } from '../http/page-fault.ts'
import type { HttpAnswer } from '../sockets/ports.ts'
import { hashOf, type Keys, uriOf } from './signature.ts'

/** A shop cannot sign for a key that it refuses, and what asks for fewer calls may stand in front of it. */
const MAY_BE_UNSIGNED: ReadonlySet<number> = new Set([401, 403, 429])

/**
 * An answer whose signature is wrong was changed on its way, or belongs to another question: whatever it says, "no orders" and "no stock"
 * among it, is not believed (ccvshop.md 1 would only log it; what is read here decides over orders being made twice). An answer without a
 * signature is: older shops, and what stands in front of them, do not sign.
 */
export const judgeSignature = (keys: Keys, side: string, answer: HttpAnswer, call: JsonCall): Fault | null => {
  const { headers, bytes, status } = answer
  const [hash, date] = [headers.get('x-hash'), headers.get('x-date')]
  if (hash === null || date === null || MAY_BE_UNSIGNED.has(status) || isPage(answer)) return null
  const { method = 'GET', url } = call
  const signed = { method, uri: uriOf(url), body: new TextDecoder().decode(bytes), date }
  if (hash.toLowerCase() === hashOf(keys, signed)) return null
  return new Fault('unreadable', `An answer of ${side} bears a wrong signature: something on its way changed it.`, {
    side,
    outcome: method === 'GET' ? 'not-done' : 'unknown',
  })
}
