import { isKept } from '../../domain/item.ts'
import { isIn, type Order } from '../../domain/order.ts'
import { goOnWithTheRest, whoCancelled } from '../after-cancelling.ts'
import { cancelAtMarketplace, cancellableItems } from '../cancel-at-marketplace.ts'
import type { Corridor } from '../corridor.ts'
import { endOrder } from '../draw-consequences.ts'
import { tryStep } from '../for-each-order.ts'
import { settle } from '../order-problems.ts'
import { sendForOrder } from '../send-tracking.ts'
import { handleManually, howItEnded } from './buttons.ts'
import { decide } from './decide.ts'
import { done, howItStands, notDone } from './done.ts'
import type { Fix } from './fix.ts'
import { offerNow, trackBySeller } from './track-by-seller.ts'

export const trackFromInputs: Fix = async (corridor, order, _problem, { carrier, trackingNumber, trackingUrl }) => {
  if (trackingNumber === undefined) return notDone('Type the tracking number.')
  return trackBySeller(corridor, order, { carrier: carrier ?? '', trackingNumber, trackingUrl: trackingUrl ?? null })
}

export const sendAgain: Fix = async (corridor, order) => {
  const { shipments } = corridor.repositories
  for (const shipment of shipments.of(order.id)) {
    if (shipment.state === 'sent') shipments.save({ ...shipment, state: 'to-send', attempts: 0 })
  }
  settle(corridor, order, 'not-recorded')
  await tryStep(corridor, 'send-tracking', order, () => sendForOrder(corridor, order))
  return howItStands(corridor, order)
}

/** The seller has seen it. What is cancelled at the marketplace and cannot be called back ends here. */
export const acknowledge: Fix = async (corridor, order, problem) => {
  settle(corridor, order, problem.kind)
  if (problem.kind === 'partial') return done('Noted. The rest of the order goes on.')
  const seen = decide(corridor, order, { lateCancellationSeen: true })
  if (isIn(seen, 'accepted', 'placed', 'waiting', 'dispatched') && !seen.items.some(isKept))
    endOrder(corridor, seen, whoCancelled(corridor, seen), 'Cancelled at Rakuten; settled by the seller')
  return done('Noted. Navette does nothing more about it.')
}

/** The seller has read it; the same words hold the order no more. */
export const noteIncidentSeen: Fix = async (corridor, order, problem) => {
  const { incident } = problem.detail
  decide(corridor, order, { incidentSeen: typeof incident === 'string' ? incident : problem.message })
  settle(corridor, order, 'incident')
  return done('Noted. Navette goes on with the order as soon as it leaves.')
}

export const openClaim: Fix = async (_corridor, order) =>
  done(
    `Claims are answered at Rakuten: https://fr.shopping.rakuten.com (order ${order.reference}). Navette goes on by itself once it is closed.`,
  )

/** Cancels at the marketplace exactly the units that went missing in the shop. */
export const cancelMissing: Fix = async (corridor, order, problem) => {
  const asked = Array.isArray(problem.detail['itemIds']) ? problem.detail['itemIds'] : []
  const itemIds = cancellableItems(corridor, order).filter((itemId) => asked.includes(itemId))
  const after = await cancelAtMarketplace(corridor, order, itemIds, 'seller')
  settle(corridor, order, 'partial')
  // The shop took them out itself: they are not to be taken out once more.
  const items = after.items.map((item) =>
    itemIds.includes(item.itemId) ? { ...item, placed: item.placed && isKept(item) } : item,
  )
  const rest = corridor.repositories.orders.save({ ...after, items })
  goOnWithTheRest(corridor, rest, 'seller', 'Taken out in the back office, and cancelled by the seller')
  return howItStands(corridor, order)
}

export const keepMissing: Fix = async (corridor, order) => {
  decide(corridor, order, { missingUnitsLeft: true })
  settle(corridor, order, 'partial')
  return done(`Order ${order.reference} stays as it is at Rakuten.`)
}

/** Cancelled, or gone, in the back office: the marketplace is told on the seller's word, which outlives a call that fails. */
export const cancelAll: Fix = async (corridor, order, problem) => {
  if (!isIn(order, 'placed', 'waiting'))
    return notDone(`Order ${order.reference} is ${order.status}; it cannot be cancelled any more.`)
  const confirmed = problem.kind === 'cancellation' ? decide(corridor, order, { cancellation: 'confirmed' }) : order
  const after = await cancelAtMarketplace(corridor, confirmed, cancellableItems(corridor, confirmed), 'seller')
  settle(corridor, order, 'cancellation')
  goOnWithTheRest(corridor, after, 'seller', 'Cancelled in the back office, confirmed by the seller')
  return howItEnded(corridor, order)
}

export const leaveCancellation: Fix = async (corridor, order) =>
  handleManually(corridor, decide(corridor, order, { cancellation: 'declined' }))

export const offerChanged: Fix = async (corridor, order) => {
  const shipment = latestKnown(corridor, order)
  if (shipment === undefined) return notDone('There is no other code to send.')
  corridor.repositories.shipments.save({ ...shipment, state: 'to-offer' })
  return offerNow(corridor, order)
}

export const leaveTracking: Fix = async (corridor, order) => {
  settle(corridor, order, 'tracking-changed')
  return done('The code that was sent stays.')
}

const latestKnown = ({ repositories }: Corridor, { id }: Order) =>
  repositories.shipments.of(id).findLast(({ state, itemIds }) => state === 'known' && itemIds.length > 0)
