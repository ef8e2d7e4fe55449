import { amount, writeTable } from './csv-table.ts'
import { methodTitle } from './methods.ts'
import type { KeptOrder } from './order-book.ts'

/** One row per line of every order. Times are UTC; a forgotten buyer leaves empty cells. */
export const writeOrdersCsv = (orders: readonly KeptOrder[]): string =>
  writeTable(
    Object.keys(COLUMNS),
    orders.flatMap((order) => order.lines.map((line) => Object.values(COLUMNS).map((cell) => cell(order, line)))),
  )

type Cell = (order: KeptOrder, line: KeptOrder['lines'][number]) => string

const COLUMNS: Readonly<Record<string, Cell>> = {
  reference: ({ reference }) => reference,
  state: ({ state }) => state,
  'purchased at': ({ purchasedAt }) => purchasedAt,
  'placed at': ({ placedAt }) => placedAt,
  method: ({ methodId }) => methodTitle(methodId),
  'first name': ({ buyer }) => buyer?.delivery.firstName ?? '',
  'last name': ({ buyer }) => buyer?.delivery.lastName ?? '',
  address: ({ buyer }) => buyer?.delivery.address1 ?? '',
  'address 2': ({ buyer }) => buyer?.delivery.address2 ?? '',
  postcode: ({ buyer }) => buyer?.delivery.postcode ?? '',
  city: ({ buyer }) => buyer?.delivery.city ?? '',
  country: ({ buyer }) => buyer?.delivery.countryCode ?? '',
  phone: ({ buyer }) => buyer?.delivery.mobile || buyer?.delivery.phone || '',
  'e-mail': ({ buyer }) => buyer?.email ?? '',
  'relay point': ({ buyer }) => [buyer?.relayPoint?.id, buyer?.relayPoint?.name].filter(Boolean).join(' '),
  sku: (_, { sku }) => sku,
  title: (_, { title }) => title,
  quantity: (_, { quantity }) => String(quantity),
  price: (_, { priceCents }) => amount(priceCents),
  'shipping of the order': ({ shippingCents }) => amount(shippingCents),
  currency: ({ currency }) => currency,
  carriers: ({ parcels }) => parcels.map(({ carrierName }) => carrierName ?? '').join(' '),
  'tracking numbers': ({ parcels }) => parcels.map(({ trackingNumber }) => trackingNumber ?? '').join(' '),
}
