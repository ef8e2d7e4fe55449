import { formatCents } from '../../domain/money.ts'
import type { StockThere } from './operations.ts'
import { type OrderThere, stateOf } from './order-there.ts'
import type { Template } from './template.ts'
import { unmapped } from './to-office.ts'

type Row = Readonly<Record<string, string>>

/** Orders as they were understood, under our own names: a row for each parcel, or one where none has left. */
export const orderRows = (orders: readonly OrderThere[], words: Pick<Template, 'states'>): readonly Row[] =>
  orders.flatMap((order) =>
    (order.parcels.length === 0 ? [null] : order.parcels).map((parcel) => ({
      ...{ ref: order.ref ?? '', remoteId: order.remoteId ?? '', number: order.number ?? '', state: order.state },
      ...{
        means: stateOf(words, order.state) ?? '',
        total: order.totalCents === null ? '' : formatCents(order.totalCents),
      },
      ...{ carrier: parcel?.carrierName ?? '', trackingNumber: parcel?.trackingNumber ?? '' },
      trackingUrl: parcel?.trackingUrl ?? '',
    })),
  )

/** The first of their words that nobody said the meaning of. */
export const unmappedState = (orders: readonly OrderThere[], words: Pick<Template, 'states'>): string | null => {
  const order = orders.find(({ state }) => stateOf(words, state) === null)
  return order === undefined ? null : unmapped(order.state)
}

export const stockRows = (stock: readonly StockThere[]): readonly Row[] =>
  stock.map(({ sku, quantity, title }) => ({ sku, quantity: String(quantity), title }))
