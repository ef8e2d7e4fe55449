import { isFault } from '../../domain/fault.ts'
import type { OfficeCancelOutcome, OrderKey } from '../sockets/back-office.ts'
import type { HttpAnswer } from '../sockets/ports.ts'
import { besideItems } from './http-answer.ts'
import type { Asked, HttpCalls } from './http-calls.ts'
import { previewRequest } from './http-preview.ts'
import { type Source, unreadable } from './item.ts'
import type { Office } from './office.ts'
import type { CancelOrder } from './operations.ts'
import type { CancelByHttp } from './template.ts'

const NAME = 'cancel the order'
/** Not there: whether it is gone, the state tells. */
const ABSENT = [404, 410]

/** Cancels by one request; a "no" is in their words. */
export const cancelByHttp = (office: Office, calls: HttpCalls, cancel: CancelByHttp): CancelOrder => {
  const { side, clock } = office.ports

  const askedOf = ({ backOfficeRef, reference }: OrderKey, reason: string): Asked => {
    const { method, path, headers, send, declinedStatuses } = cancel
    return {
      ...{ name: NAME, method, path, headers, send, safe: false, answers: [...declinedStatuses, ...ABSENT] },
      values: { id: backOfficeRef, ref: reference, 'order.ref': reference, reason, now: clock.nowIso() },
    }
  }

  const outcomeOf = (answer: HttpAnswer): OfficeCancelOutcome => {
    const { status } = answer
    if (cancel.success.includes(status)) return 'cancelled'
    const source = { side, what: `the answer to ${NAME}` }
    if (status < 400) throw unreadable(source, `HTTP ${status} is no success in its template`)
    return { declined: wordsOf(answer, source) ?? `${side} did not cancel it (HTTP ${status}).` }
  }

  /** A "no" whose words cannot be read is a "no" all the same. */
  const wordsOf = (answer: HttpAnswer, source: Source): string | null => {
    if (cancel.message === undefined) return null
    try {
      return besideItems(answer, { format: 'json', items: '$' }, cancel.message, source)
    } catch (error) {
      if (isFault(error, 'unreadable')) return null
      throw error
    }
  }

  return {
    cancel: (order, reason) => calls.ask(askedOf(order, reason), outcomeOf),
    preview: async ({ reference }) =>
      previewRequest(office, calls, 'Cancellation', () =>
        askedOf({ backOfficeRef: reference, reference }, 'Cancelled'),
      ),
  }
}
