import { isIn, type Order } from '../../domain/order.ts'
import type { Corridor } from '../corridor.ts'
import { tryStep } from '../for-each-order.ts'
import { keepTypedTracking, type TypedTracking } from '../keep-typed-tracking.ts'
import { offerForOrder } from '../offer-tracking.ts'
import { sendForOrder } from '../send-tracking.ts'
import { type Done, howItStands, notDone } from './done.ts'

/** A code typed by the seller goes to the marketplace at once: as the order's tracking, or, where that was told, as a change of it. */
export const trackBySeller = async (corridor: Corridor, order: Order, typed: TypedTracking): Promise<Done> => {
  if (!isIn(order, 'placed', 'waiting', 'dispatched'))
    return notDone(
      `Order ${order.reference} is ${order.status}; tracking is sent for orders that are placed and not shipped yet.`,
    )
  const problem = keepTypedTracking(corridor, order, typed)
  if (problem !== null) return notDone(problem.message)
  const { orders } = corridor.repositories
  await tryStep(corridor, 'send-tracking', order, () => sendForOrder(corridor, orders.get(order.id) ?? order))
  return offerNow(corridor, order)
}

/** Offers a later or changed code, and says what the marketplace made of it. */
export const offerNow = async (corridor: Corridor, order: Order): Promise<Done> => {
  const { orders, timeline } = corridor.repositories
  const before = timeline.of(order.id).length
  await tryStep(corridor, 'send-tracking', order, () => offerForOrder(corridor, orders.get(order.id) ?? order))
  const answer = timeline
    .of(order.id)
    .slice(before)
    .findLast(({ what }) => what === 'tracking-offered')
  const declined = answer?.detail['declined']
  return typeof declined === 'string'
    ? notDone(`Rakuten keeps the code it has: "${declined}". The other one is kept here.`)
    : howItStands(corridor, order)
}
