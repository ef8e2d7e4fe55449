import { splitNumbers } from '../domain/carriers/tracking-number.ts'
import { aliasedSku } from '../domain/connection.ts'
import type { Order } from '../domain/order.ts'
import type { Parcel, Shipment, ShipmentState } from '../domain/parcel.ts'
import { type Corridor, tell } from './corridor.ts'
import { describeParcel } from './describe-parcel.ts'
import { hasProblem, hold } from './order-problems.ts'
import { type SortedParcel, sortParcels } from './sort-parcels.ts'

interface Reading {
  /** Everything has left: units that no parcel names travel with the first. */
  readonly isComplete: boolean
  /** Units that have certainly not left. */
  readonly without: readonly string[]
}

/**
 * Keeps what the back office says about parcels that have a code: new ones with the units they carry, later or changed codes beside the
 * old. Returns how many units are now covered.
 */
export const keepParcels = (
  corridor: Corridor,
  order: Order,
  parcels: readonly Parcel[],
  { isComplete, without }: Reading,
): number => {
  const { repositories, connection } = corridor
  const shipments = repositories.shipments.of(order.id)
  const productOf = (sku: string): string => aliasedSku(sku, connection.settings)
  const items = order.items.filter(({ itemId }) => !without.includes(itemId))
  const { fresh, changed } = sortParcels(items, shipments, parcels.flatMap(byNumber), productOf, isComplete)

  for (const parcel of fresh) keepFresh(corridor, order, parcel)
  for (const { shipment, parcel } of changed) keepChanged(corridor, order, shipment, parcel)
  return fresh.reduce((units, { itemIds }) => units + itemIds.length, 0)
}

/** A field may hold several numbers: each is a parcel, and a link is that of the first. One without a number says nothing yet. */
export const byNumber = (parcel: Parcel): readonly Parcel[] =>
  splitNumbers(parcel.trackingNumber ?? '').map((trackingNumber, at) => ({
    ...parcel,
    trackingNumber,
    trackingUrl: at === 0 ? parcel.trackingUrl : null,
  }))

const keepFresh = (corridor: Corridor, order: Order, { parcel, itemIds }: SortedParcel): void => {
  const state: ShipmentState = itemIds.length === 0 || order.status === 'shipped' ? 'known' : 'to-send'
  const found = describeParcel(corridor, order, parcel, state === 'to-send')
  corridor.repositories.shipments.add({
    orderId: order.id,
    itemIds,
    parcel,
    ...found,
    state,
    sentAt: null,
    attempts: 0,
  })
  tell(corridor, order.id, itemIds.length === 0 ? 'note' : 'dispatched', 'back-office', {
    carrier: found.tracking?.carrier ?? parcel.carrierName,
    trackingNumber: parcel.trackingNumber,
    rule: found.rule,
    units: itemIds.length,
  })
}

const TOLD: readonly ShipmentState[] = ['sent', 'recorded', 'offered', 'declined']

/** A code that came after sending without one is offered once to the marketplace; a changed one only on the seller's word. */
const keepChanged = (corridor: Corridor, order: Order, shipment: Shipment, parcel: Parcel): void => {
  const { shipments } = corridor.repositories
  const found = describeParcel(corridor, order, parcel, true)
  const before = shipment.parcel.trackingNumber
  const { trackingNumber } = parcel
  const carrier = found.tracking?.carrier ?? parcel.carrierName
  tell(corridor, order.id, 'tracking-changed', 'back-office', { before, trackingNumber, carrier })
  const isQuestion =
    before !== null && (TOLD.includes(shipment.state) || hasProblem(corridor, order, 'tracking-changed'))
  if (TOLD.includes(shipment.state)) {
    const state: ShipmentState = before === null ? 'to-offer' : 'known'
    const { orderId, itemIds } = shipment
    shipments.add({ orderId, itemIds, parcel, ...found, state, sentAt: null, attempts: 0 })
  } else shipments.save({ ...shipment, parcel, ...found })
  if (isQuestion)
    hold(
      corridor,
      order,
      'tracking-changed',
      `Another tracking code came from the back office: ${trackingNumber} instead of ${before}. Shall it be offered to Rakuten?`,
      { before, trackingNumber },
    )
}
