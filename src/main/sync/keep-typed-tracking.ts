import type { CarrierProblem } from '../domain/carriers/carrier-problem.ts'
import { type Item, keptItems } from '../domain/item.ts'
import { isIn, type OrderIn } from '../domain/order.ts'
import type { ShipmentState } from '../domain/parcel.ts'
import { type Corridor, tell } from './corridor.ts'
import { findTracking } from './find-tracking.ts'
import { byNumber } from './keep-parcels.ts'
import { dispatch } from './note-progress.ts'
import { settle } from './order-problems.ts'

export interface TypedTracking {
  readonly carrier: string
  readonly trackingNumber: string
  readonly trackingUrl: string | null
}

/**
 * Keeps a code the seller typed for everything that was not told yet, and moves the order on; where all was told, it is a change that is to be
 * offered. A typed carrier is looked up by the same rules as one the back office names; what cannot be told is returned and nothing is kept.
 */
export const keepTypedTracking = (
  corridor: Corridor,
  order: OrderIn<'placed' | 'waiting' | 'dispatched'>,
  typed: TypedTracking,
): CarrierProblem | null => {
  const { repositories } = corridor
  const { carrier: carrierName, trackingNumber, trackingUrl } = typed
  const found = findTracking(corridor, order, {
    ...{ carrierName, carrierCode: null, trackingNumber, trackingUrl, contents: [] },
  })
  if ('kind' in found) return found
  const { fresh, told } = unitsOf(corridor, order)
  const isChange = fresh.length === 0
  repositories.together(() => {
    for (const shipment of repositories.shipments.of(order.id))
      if (shipment.state === 'to-send' || shipment.state === 'to-offer')
        repositories.shipments.save({ ...shipment, state: 'known' })
    const [parcel, ...further] = byNumber({
      ...{ carrierName, carrierCode: null, trackingNumber, trackingUrl, contents: [] },
    })
    if (parcel === undefined) return
    const never = { orderId: order.id, sentAt: null, attempts: 0 } as const
    const itemIds = isChange ? told : fresh
    repositories.shipments.add({ ...never, ...found, itemIds, parcel, state: isChange ? 'to-offer' : 'to-send' })
    for (const other of further)
      repositories.shipments.add({ ...never, itemIds: [], parcel: other, tracking: null, rule: null, state: 'known' })
    settle(corridor, order, 'tracking-required', 'carrier', 'refused', 'not-recorded', 'tracking-changed')
    tell(corridor, order.id, isChange ? 'tracking-changed' : 'dispatched', 'seller', {
      carrier: found.tracking.carrier,
      trackingNumber: found.tracking.trackingNumber,
      rule: found.rule,
    })
    if (isIn(order, 'placed', 'waiting')) dispatch(corridor, order)
  })
  return null
}

/** The units to deliver, by whether the marketplace was told how they left. */
const unitsOf = ({ repositories }: Corridor, order: OrderIn<'placed' | 'waiting' | 'dispatched'>) => {
  const shipments = repositories.shipments.of(order.id)
  const covered = new Set(shipments.flatMap(({ itemIds, state }) => (TOLD.includes(state) ? itemIds : [])))
  const { told = [], fresh = [] } = Object.groupBy(keptItems(order.items), ({ itemId, shipped }) =>
    shipped || covered.has(itemId) ? 'told' : 'fresh',
  )
  const ids = (items: readonly Item[]): readonly string[] => items.map(({ itemId }) => itemId)
  return { told: ids(told), fresh: ids(fresh) }
}

const TOLD: readonly ShipmentState[] = ['sent', 'recorded', 'offered', 'declined']
