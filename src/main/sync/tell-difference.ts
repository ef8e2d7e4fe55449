import type { OrderCheck } from '../connectors/sockets/back-office.ts'
import type { OrderIn } from '../domain/order.ts'
import type { Corridor, Office } from './corridor.ts'
import { noteOnce } from './note-once.ts'
import { hold, settle } from './order-problems.ts'

/**
 * How the order would stand in the back office otherwise than it was sold: told once in its story, before anything is promised. Held where
 * the seller wants to decide about such orders, and has not yet.
 */
export const tellDifference = (
  corridor: Corridor,
  order: OrderIn<'imported'>,
  { label }: Office,
  { difference }: Pick<OrderCheck, 'difference'>,
): 'problem' | null => {
  if (!difference) return null
  const { message, needsWord } = difference
  if (!needsWord || order.decisions.differenceForeseen) {
    noteOnce(corridor, order.id, [message])
    return null
  }
  settle(corridor, order, 'sku', 'address')
  return hold(
    corridor,
    order,
    'total-differs',
    `${label} would record this order differently. ${message} The order is held; nothing was accepted.`,
    { office: label, difference: message, reason: 'before-acceptance', choices: ['accept', 'refuse'] },
  )
}
