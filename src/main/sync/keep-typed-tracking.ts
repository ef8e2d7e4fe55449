import type { CarrierProblem } from '../domain/carriers/carrier-problem.ts'
import { isKept } from '../domain/item.ts'
import { isIn, type OrderIn } from '../domain/order.ts'
import { type Corridor, tell } from './corridor.ts'
import { findTracking } from './find-tracking.ts'
import { dispatch } from './note-progress.ts'
import { settle } from './order-problems.ts'

export interface TypedTracking {
  readonly carrier: string
  readonly trackingNumber: string
  readonly trackingUrl: string | null
}

/**
 * Keeps a code the seller typed for everything that was not told yet, and moves the order on. A typed carrier is looked up by the same
 * rules as one the back office names; what cannot be told is returned and nothing is kept.
 */
export const keepTypedTracking = (
  corridor: Corridor,
  order: OrderIn<'placed' | 'waiting' | 'dispatched'>,
  typed: TypedTracking,
): CarrierProblem | null => {
  const { repositories } = corridor
  const parcel = {
    carrierName: typed.carrier,
    carrierCode: null,
    trackingNumber: typed.trackingNumber,
    trackingUrl: typed.trackingUrl,
    contents: [],
  }
  const found = findTracking(corridor, order, parcel)
  if ('kind' in found) return found
  repositories.together(() => {
    const untold = repositories.shipments.of(order.id).filter(({ state }) => state === 'to-send')
    for (const shipment of untold) repositories.shipments.save({ ...shipment, state: 'known' })
    const told = new Set(
      repositories.shipments
        .of(order.id)
        .flatMap(({ itemIds, state }) => (state === 'sent' || state === 'recorded' ? itemIds : [])),
    )
    const itemIds = order.items
      .filter((item) => isKept(item) && !item.shipped && !told.has(item.itemId))
      .map(({ itemId }) => itemId)
    repositories.shipments.add({
      orderId: order.id,
      itemIds,
      parcel,
      ...found,
      state: 'to-send',
      sentAt: null,
      attempts: 0,
    })
    settle(corridor, order, 'tracking-required', 'carrier', 'refused', 'not-recorded')
    tell(corridor, order.id, 'dispatched', 'seller', {
      carrier: found.tracking.carrier,
      trackingNumber: found.tracking.trackingNumber,
      rule: found.rule,
    })
    if (isIn(order, 'placed', 'waiting')) dispatch(corridor, order)
  })
  return null
}
