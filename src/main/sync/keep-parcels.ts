import { aliasedSku } from '../domain/connection.ts'
import type { Order } from '../domain/order.ts'
import type { Parcel, Shipment, ShipmentState } from '../domain/parcel.ts'
import { type Corridor, tell } from './corridor.ts'
import { findTracking } from './find-tracking.ts'
import { hold } from './order-problems.ts'
import { type SortedParcel, sortParcels } from './sort-parcels.ts'

/**
 * Keeps what the back office says about parcels that have a code: new ones with the units they carry, later or changed codes beside the
 * old. `complete`: everything has left, so units that no parcel names travel with the first. Returns how many units are now covered.
 */
export const keepParcels = (
  corridor: Corridor,
  order: Order,
  parcels: readonly Parcel[],
  complete: boolean,
): number => {
  const { repositories, connection } = corridor
  const shipments = repositories.shipments.of(order.id)
  const productOf = (sku: string): string => aliasedSku(sku, connection.settings)
  const coded = parcels.filter(({ trackingNumber }) => trackingNumber !== null)
  const { fresh, changed } = sortParcels(order.items, shipments, coded, productOf, complete)

  for (const parcel of fresh) keepFresh(corridor, order, parcel)
  for (const { shipment, parcel } of changed) keepChanged(corridor, order, shipment, parcel)
  return fresh.reduce((units, { itemIds }) => units + itemIds.length, 0)
}

const keepFresh = (corridor: Corridor, order: Order, { parcel, itemIds }: SortedParcel): void => {
  const found = describe(corridor, order, parcel)
  const state: ShipmentState = itemIds.length === 0 || order.status === 'shipped' ? 'known' : 'to-send'
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

/** A code that came after sending without one is offered once to the marketplace; a changed one only on the seller's word. */
const keepChanged = (corridor: Corridor, order: Order, shipment: Shipment, parcel: Parcel): void => {
  const { repositories } = corridor
  const found = describe(corridor, order, parcel)
  const wasTold = shipment.state === 'sent' || shipment.state === 'recorded' || shipment.state === 'offered'
  const isFirstCode = shipment.parcel.trackingNumber === null
  tell(corridor, order.id, 'tracking-changed', 'back-office', {
    before: shipment.parcel.trackingNumber,
    trackingNumber: parcel.trackingNumber,
    carrier: found.tracking?.carrier ?? parcel.carrierName,
  })
  if (!wasTold) {
    repositories.shipments.save({ ...shipment, parcel, ...found })
    return
  }
  repositories.shipments.save({ ...shipment, state: 'known' })
  const state: ShipmentState = isFirstCode ? 'to-offer' : 'known'
  repositories.shipments.add({
    orderId: order.id,
    itemIds: shipment.itemIds,
    parcel,
    ...found,
    state,
    sentAt: null,
    attempts: 0,
  })
  if (!isFirstCode)
    hold(
      corridor,
      order,
      'tracking-changed',
      `Another tracking code came from the back office: ${parcel.trackingNumber} instead of ${shipment.parcel.trackingNumber}.`,
      {
        before: shipment.parcel.trackingNumber,
        trackingNumber: parcel.trackingNumber,
      },
    )
}

/** Carrier and link of a parcel; a parcel without a number needs neither, and a carrier nobody knows becomes the order's problem. */
const describe = (corridor: Corridor, order: Order, parcel: Parcel): Pick<Shipment, 'tracking' | 'rule'> => {
  const { trackingNumber } = parcel
  if (trackingNumber === null) return { tracking: null, rule: null }
  const found = findTracking(corridor, order, { ...parcel, trackingNumber })
  if (!('kind' in found)) return found
  hold(corridor, order, 'carrier', found.message, {
    code: found.code,
    carrier: parcel.carrierName ?? parcel.carrierCode,
    trackingNumber,
    candidates: found.candidates.map(({ id }) => id),
  })
  return { tracking: null, rule: null }
}
