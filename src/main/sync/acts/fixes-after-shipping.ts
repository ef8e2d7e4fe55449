import { isKept } from '../../domain/item.ts'
import { isIn, type Order } from '../../domain/order.ts'
import { cancelAtMarketplace, cancellableItems } from '../cancel-at-marketplace.ts'
import type { Corridor } from '../corridor.ts'
import { endOrder } from '../draw-consequences.ts'
import { offerShipment } from '../offer-tracking.ts'
import { settle } from '../order-problems.ts'
import { sendForOrder } from '../send-tracking.ts'
import { handleManually, trackBySeller } from './buttons.ts'
import { decide } from './decide.ts'
import { done, howItStands, notDone } from './done.ts'
import type { Fix } from './fix.ts'

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
  await sendForOrder(corridor, order)
  return howItStands(corridor, order)
}

/** The seller has seen it. What is cancelled at the marketplace and cannot be called back ends here. */
export const acknowledge: Fix = async (corridor, order, problem) => {
  settle(corridor, order, problem.kind)
  if (problem.kind === 'partial') return done('Noted. The rest of the order goes on.')
  const seen = decide(corridor, order, { lateCancellationSeen: true })
  if (isIn(seen, 'placed', 'waiting', 'dispatched') && !seen.items.some(isKept))
    endOrder(corridor, seen, 'rakuten', 'Cancelled at Rakuten; settled by the seller')
  return done(`Noted. Navette does nothing more for order ${order.reference}.`)
}

export const openClaim: Fix = async (_corridor, order) =>
  done(
    `Claims are answered at Rakuten: https://fr.shopping.rakuten.com (order ${order.reference}). Navette goes on by itself once it is closed.`,
  )

/** Cancels at the marketplace exactly the units that went missing in the shop. */
export const cancelMissing: Fix = async (corridor, order, problem) => {
  const itemIds = Array.isArray(problem.detail['itemIds']) ? problem.detail['itemIds'] : []
  const after = await cancelAtMarketplace(corridor, order, itemIds, 'seller')
  settle(corridor, order, 'partial')
  // The shop took them out itself: they are not to be taken out once more.
  const items = after.items.map((item) =>
    itemIds.includes(item.itemId) ? { ...item, placed: item.placed && isKept(item) } : item,
  )
  corridor.repositories.orders.save({ ...after, items })
  return howItStands(corridor, order)
}

export const keepMissing: Fix = async (corridor, order) => {
  decide(corridor, order, { missingUnitsLeft: true })
  settle(corridor, order, 'partial')
  return done(`Order ${order.reference} stays as it is at Rakuten.`)
}

/** Cancelled, or gone, in the back office: the marketplace is told on the seller's word. */
export const cancelAll: Fix = async (corridor, order) => {
  if (!isIn(order, 'placed', 'waiting'))
    return notDone(`Order ${order.reference} is ${order.status}; it cannot be cancelled any more.`)
  const after = await cancelAtMarketplace(corridor, order, cancellableItems(order), 'seller')
  if (after.items.some(isKept)) return howItStands(corridor, order)
  endOrder(corridor, after, 'seller', 'Cancelled in the back office, confirmed by the seller')
  return done(`Order ${order.reference} is cancelled at Rakuten.`)
}

export const leaveCancellation: Fix = async (corridor, order) =>
  handleManually(corridor, decide(corridor, order, { cancellation: 'declined' }))

export const offerChanged: Fix = async (corridor, order) => {
  const shipment = latestKnown(corridor, order)
  if (shipment === undefined) return notDone('There is no other code to send.')
  await offerShipment(corridor, order, shipment)
  return howItStands(corridor, order)
}

export const leaveTracking: Fix = async (corridor, order) => {
  settle(corridor, order, 'tracking-changed')
  return done('The code that was sent stays.')
}

const latestKnown = ({ repositories }: Corridor, { id }: Order) =>
  repositories.shipments
    .of(id)
    .findLast(({ state, tracking, itemIds }) => state === 'known' && tracking !== null && itemIds.length > 0)
