import { z } from 'zod'
import type { Parcel } from '../../domain/parcel.ts'
import { type Carrier, listCarriers, nameOf } from './carriers.ts'
import { oneOf } from './filters.ts'
import type { Office } from './office.ts'
import { listParts } from './paging.ts'
import { Reference, Whole, Words } from './shapes.ts'

const CarrierRow = z.object({ id: Whole, id_order: Whole, id_carrier: Reference, tracking_number: Words })
type CarrierRow = z.infer<typeof CarrierRow>

/** The parcels of orders by the order's id, in the order they were written: one for each tracking number. */
export const listParcels = async (
  office: Office,
  orderIds: readonly number[],
): Promise<ReadonlyMap<number, readonly Parcel[]>> => {
  const { api, shop } = office
  const rows = await listParts(orderIds, (part) =>
    api.list(
      'order_carriers',
      { display: Object.keys(CarrierRow.shape), filter: { id_order: oneOf(part) } },
      CarrierRow,
    ),
  )
  const carriers = await carriersOf(office, rows)
  const { shopName } = await shop.basics()
  const ofOrder = Map.groupBy(rows, ({ id_order }) => id_order)
  return new Map(Array.from(ofOrder, ([id, its]) => [id, toParcels(its, carriers, shopName)]))
}

/** An edited carrier is a new one (3.2): one that is not known was made since the carriers were read. */
const carriersOf = async (
  { api, shop }: Office,
  parcels: readonly CarrierRow[],
): Promise<ReadonlyMap<number, Carrier>> => {
  const known = await shop.carriers()
  const isKnown = parcels.every(({ id_carrier }) => known.some(({ id }) => id === id_carrier))
  const carriers = isKnown ? known : await listCarriers(api, (await shop.basics()).languageId)
  return new Map(carriers.map((carrier) => [carrier.id, carrier]))
}

const toParcels = (
  rows: readonly CarrierRow[],
  carriers: ReadonlyMap<number, Carrier>,
  shopName: string,
): readonly Parcel[] => {
  const numbered = rows
    .map((row) => ({ ...row, tracking_number: row.tracking_number.trim() }))
    .filter(({ tracking_number }) => tracking_number !== '')
    .toSorted((one, other) => one.id - other.id)
  return [...new Map(numbered.map((row) => [row.tracking_number, row])).values()].map((row) => {
    const carrier = carriers.get(row.id_carrier)
    return {
      carrierName: carrier === undefined ? null : nameOf(carrier.name, shopName),
      carrierCode: null,
      trackingNumber: row.tracking_number,
      trackingUrl: trackingUrl(carrier?.url ?? '', row.tracking_number),
      contents: [],
    }
  })
}

/** The carrier's link with `@` for the number (3.2); null where it has none, or none with a place for it. */
const trackingUrl = (template: string, number: string): string | null => {
  if (!template.includes('@')) return null
  const url = template.replaceAll('@', encodeURIComponent(number))
  return URL.canParse(url) ? url : null
}
