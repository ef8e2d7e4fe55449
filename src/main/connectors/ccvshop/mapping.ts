import { Fault } from '../../domain/fault.ts'
import type { Parcel } from '../../domain/parcel.ts'
import type { OfficeOrder } from '../sockets/back-office.ts'
import type { Order, Row } from './schemas.ts'
import type { Shop } from './shop.ts'

/** An order of the shop, its rows read, in the words of the socket. */
export const toOfficeOrder = (
  order: Order,
  rows: readonly Row[],
  { side, stateOf }: Pick<Shop, 'side' | 'stateOf'>,
  reference: string,
): OfficeOrder => ({
  backOfficeRef: String(order.id),
  reference,
  number: numberOf(order),
  // The address of an order in the back end is not told.
  url: null,
  state: stateOf(order.status),
  totalCents: centsOf(order, side),
  lines: linesOf(rows),
  postcode: order.customer?.deliveryaddress?.zipcode || null,
})

export const numberOf = ({ id, ordernumber, ordernumber_full }: Order): string =>
  ordernumber_full || String(ordernumber ?? id)

/** True for an order under exactly this reference. */
export const bears = ({ reservationnumber, customer }: Order, reference: string): boolean =>
  reservationnumber === reference || customer?.reference === reference

const centsOf = (order: Order, side: string): number => {
  const cents = Math.round(order.total_price * 100)
  if (Number.isSafeInteger(cents)) return cents
  throw new Fault('unreadable', `The total of order ${numberOf(order)} is no amount in ${side}.`, { side })
}

export const linesOf = (rows: readonly Row[]): OfficeOrder['lines'] =>
  rows
    .filter(({ count, product_type }) => count > 0 && product_type.toLowerCase() !== 'deposit')
    .map((row) => ({ sku: skuOfRow(row), quantity: row.count }))

/** How a row says under which SKU it was placed, where that is not its product's number. */
export const SKU_MEMO = 'Rakuten SKU: '

/** The SKU a row was placed under; its product's number in rows that people added. */
const skuOfRow = ({ memo, product_number, sub_product_number }: Row): string =>
  memo.startsWith(SKU_MEMO) ? memo.slice(SKU_MEMO.length) : sub_product_number || product_number

/** One code for an order (3), into which people write several when it left in several parcels; the link is that of the first. */
export const parcelsOf = ({
  track_and_trace_code,
  track_and_trace_carrier,
  track_and_trace_deeplink,
}: Order): readonly Parcel[] =>
  [...new Set(track_and_trace_code.split(/[,;|\n]/).map((code) => code.trim()))]
    .filter((code) => code !== '')
    .map((trackingNumber, at) => ({
      carrierName: track_and_trace_carrier.trim() || null,
      carrierCode: null,
      trackingNumber,
      trackingUrl: (at === 0 && track_and_trace_deeplink.trim()) || null,
      contents: [],
    }))
