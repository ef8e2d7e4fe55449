import type { Parcel } from '../../domain/parcel.ts'
import type { OfficeProgress, OrderKey } from '../sockets/back-office.ts'
import { where } from './criteria.ts'
import { CUSTOM_CARRIER, IDS_AT_ONCE } from './facts.ts'
import { codeOfItem, linesOf, stateOf } from './mapping.ts'
import { readStates } from './orders.ts'
import { inGroups } from './products.ts'
import { type OrderState, Shipment } from './schemas.ts'
import type { Desk } from './settings.ts'
import { fateOf, unitsPerBox, withoutBoxes } from './shelf.ts'

/**
 * How many orders stand, a hundred per call, and the parcels of those of which something has left. All of them each time: a number that is
 * added to a parcel later need not show in the order (3.1).
 */
export const readShipments = async (
  desk: Desk,
  orders: readonly OrderKey[],
): Promise<ReadonlyMap<string, OfficeProgress>> => {
  const progress = new Map<string, OfficeProgress>()
  for (const keys of inGroups(orders, IDS_AT_ONCE)) {
    const refs = keys.map(({ backOfficeRef }) => backOfficeRef)
    const states = await readStates(desk, refs)
    const parcels = await readParcels(desk, states.filter(hasLeftInPart))
    for (const ref of refs) progress.set(ref, GONE)
    for (const order of states)
      progress.set(String(order.entity_id), {
        state: stateOf(order, desk.settings),
        parcels: parcels.get(order.entity_id) ?? [],
        lines: linesOf(order.items, desk.settings),
      })
  }
  return progress
}

const GONE: OfficeProgress = { state: 'gone', parcels: [], lines: null }

export const hasLeftInPart = ({ items }: OrderState): boolean =>
  items.some((item) => fateOf(item, items).qty_shipped > 0)

const FIELDS =
  'items[entity_id,order_id,items[order_item_id,qty],tracks[entity_id,carrier_code,title,track_number]],total_count'

const readParcels = async (
  { lists, settings }: Desk,
  orders: readonly OrderState[],
): Promise<ReadonlyMap<number, readonly Parcel[]>> => {
  if (orders.length === 0) return new Map()
  const shipments = await lists.byId(
    'shipments',
    Shipment,
    {
      id: 'entity_id',
      groups: [where('order_id', 'in', orders.map(({ entity_id }) => entity_id).join(','))],
      pageSize: 3 * IDS_AT_ONCE,
      fields: FIELDS,
    },
    ({ entity_id }) => entity_id,
  )
  return new Map(
    orders.map((order) => [
      order.entity_id,
      shipments
        .filter(({ order_id }) => order_id === order.entity_id)
        .flatMap((shipment) => toParcels(shipment, order, settings.skuSource)),
    ]),
  )
}

/** One parcel for each number, in the order they were typed in; all that is known of their contents is that of the shipment. */
export const toParcels = (shipment: Shipment, order: OrderState, skuSource: string): readonly Parcel[] =>
  (shipment.tracks ?? [])
    .filter(({ track_number }) => track_number.trim() !== '')
    .toSorted((one, other) => one.entity_id - other.entity_id)
    .map(({ carrier_code, title, track_number }) => ({
      carrierName: title.trim() || null,
      carrierCode: carrier_code === '' || carrier_code === CUSTOM_CARRIER ? null : carrier_code,
      trackingNumber: track_number.trim(),
      // The service tells none (3.2).
      trackingUrl: null,
      contents: contentsOf(shipment, order, skuSource),
    }))

/** What was shipped as a box (a configurable product, a bundle) are the goods inside. */
const contentsOf = (shipment: Shipment, { items }: OrderState, skuSource: string): Parcel['contents'] => {
  const shipped = (id: number | null | undefined): number | undefined =>
    shipment.items.find(({ order_item_id }) => order_item_id === id)?.qty
  return withoutBoxes(items).flatMap((item) => {
    const quantity = shipped(item.item_id) ?? (shipped(item.parent_item_id) ?? 0) * unitsPerBox(item, items)
    return quantity > 0 ? [{ sku: codeOfItem(item, skuSource), quantity }] : []
  })
}
