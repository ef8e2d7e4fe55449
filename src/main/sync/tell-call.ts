import type { CallRecord } from '../connectors/http/call-record.ts'
import type { Repositories } from '../db/repositories.ts'
import { currentOrderId } from './current-order.ts'

/** Keeps a call in the timeline of the order it was made for; calls for no order in particular are the log's business. */
export const tellCall = ({ timeline }: Pick<Repositories, 'timeline'>, call: CallRecord): void => {
  const orderId = currentOrderId()
  if (orderId === null) return
  const { at, name, method, url, status, durationMs, attempt, fault, failure, request, answer } = call
  const detail = { name, method, url, status, durationMs, attempt, fault, failure, request, answer }
  timeline.add(orderId, { at, actor: 'navette', what: 'call', detail })
}
