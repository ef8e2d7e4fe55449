import { Fault, isFault } from '../../domain/fault.ts'
import { decodeXml, WrongEncoding } from '../http/decode-xml.ts'
import { BadXml, readXml, type XmlElement } from '../http/read-xml.ts'
import type { Redact } from '../http/redact.ts'
import { redactError } from '../http/redact-error.ts'
import type { HttpAnswer } from '../sockets/ports.ts'
import { type RakutenError, readError } from './errors.ts'
import { ACTIONS, type ActionName, SIDE } from './facts.ts'

/** Repeated elements that are mapped one by one while the answer is read, so that a big one is never held as a whole tree. */
export interface RecordsOf<T> {
  /** Below the root: `response/sales/sale`. */
  readonly path: string
  /** `raw` is the element's own text. */
  readonly map: (element: XmlElement, raw: string) => T
}

export type Answer<T> =
  | { readonly kind: 'response'; readonly response: XmlElement; readonly records: readonly T[] }
  | { readonly kind: 'error'; readonly error: RakutenError }

/** Reads a body whatever the HTTP status (2.7) and whatever its root is called (4). Throws a `Fault`: unreadable. */
export const readAnswer = <T>(
  answer: HttpAnswer,
  action: ActionName,
  redact: Redact,
  wanted?: RecordsOf<T>,
): Answer<T> => {
  const records: T[] = []
  const on = (element: XmlElement, raw: string): void => {
    if (wanted !== undefined) records.push(wanted.map(element, redact(raw)))
  }
  try {
    const root = readXml(decodeXml(answer.bytes), wanted && { path: wanted.path, on })
    if (root.name === 'errorresponse') return { kind: 'error', error: readError(root, answer.status, redact) }
    const response = root.at('response')
    if (response === undefined) throw new BadXml(`${root.name} without response`)
    return { kind: 'response', response, records }
  } catch (error) {
    throw toFault(error, answer, action, redact)
  }
}

/** Of an act whose answer cannot be read nobody knows whether it worked. Anything that is not about the answer is a bug and stays one. */
const toFault = (error: unknown, { bytes, status }: HttpAnswer, action: ActionName, redact: Redact): unknown => {
  const isDamaged = error instanceof BadXml || error instanceof WrongEncoding
  if (!isDamaged && !isFault(error, 'unreadable')) return error
  const message = isDamaged
    ? `Rakuten answered “${action}” with ${describe(bytes, error)} (HTTP ${status}).`
    : redact(error.message)
  const reason = isDamaged ? { reason: redact(error.message) } : error.detail
  return new Fault('unreadable', message, {
    side: SIDE,
    cause: redactError(error, redact),
    outcome: ACTIONS[action].safe ? 'not-done' : 'unknown',
    detail: { action, httpStatus: String(status), ...reason },
  })
}

const describe = (bytes: Uint8Array, error: Error): string => {
  const start = Buffer.from(bytes.subarray(0, 300)).toString('latin1').trim()
  if (start === '') return 'nothing at all'
  if (/^<!doctype html|^<html|<html/i.test(start)) return 'a web page instead of data'
  return error instanceof WrongEncoding ? 'data in a wrong encoding' : 'damaged data'
}
