import { Refusal } from './refusal.ts'
import { keyOf, type Order, type Product, type Row, type Shop, STORES, sourceItemsOf, WEBSITES } from './state.ts'

const FINAL = ['complete', 'closed', 'canceled']

export const stockOf = (storeId: number): number => {
  const store = STORES.find(({ id }) => id === storeId) ?? STORES[0]
  return WEBSITES.find(({ id }) => id === store.website_id)?.stock_id ?? 1
}

export const toShip = ({ qty_ordered, qty_shipped, qty_canceled, qty_refunded }: Row): number =>
  Math.max(0, qty_ordered - qty_shipped - qty_canceled - qty_refunded)

export const reserve = (shop: Shop, order: Order, sku: string, quantity: number): void => {
  if (!shop.setup.hasMsi || quantity === 0) return
  shop.reservations.push({ orderId: order.entity_id, sku, quantity, stockId: stockOf(order.store_id) })
}

/** Units in the sources of a stock that are on. */
export const inSources = (shop: Shop, sku: string, stockId: number): number =>
  itemsOf(shop, sku, stockId).reduce(
    (sum, { quantity, status, source_code }) =>
      sum + (status === 1 && shop.sources.get(source_code)?.enabled === true ? quantity : 0),
    0,
  )

export const itemsOf = (shop: Shop, sku: string, stockId: number) => {
  const codes = shop.stockSources.filter(({ stock_id }) => stock_id === stockId).map(({ source_code }) => source_code)
  return sourceItemsOf(shop, sku).filter(({ source_code }) => codes.includes(source_code))
}

/** What the shop would sell: what lies in its sources, and its reservations (2.5). */
export const salable = (shop: Shop, { sku, minQty }: Product, stockId: number): number =>
  inSources(shop, sku, stockId) +
  shop.reservations
    .filter((one) => one.stockId === stockId && keyOf(one.sku) === keyOf(sku))
    .reduce((sum, { quantity }) => sum + quantity, 0) -
  minQty

/** The truth that nobody there keeps: units in the sources that no open order waits for. */
export const freeOnShelf = (shop: Shop, sku: string): number => {
  const waited = [...shop.orders.values()]
    .filter(({ state }) => !FINAL.includes(state))
    .flatMap(({ rows }) => rows)
    .filter((row) => keyOf(row.sku) === keyOf(sku) && row.product_type === 'simple')
    .reduce((sum, row) => sum + toShip(row), 0)
  return inSources(shop, sku, 1) - waited
}

/** A parcel takes its units out of one source, and gives back the reservation that should have been there (2.5). */
export const deduct = (shop: Shop, order: Order, sku: string, quantity: number, source: string): void => {
  if (!shop.setup.hasMsi) return
  const item = sourceItemsOf(shop, sku).find(({ source_code }) => source_code === source)
  if (item === undefined || item.quantity < quantity)
    throw new Refusal(400, 'Not all of your products are available in the requested quantity.')
  item.quantity -= quantity
  reserve(shop, order, sku, quantity)
}

/** `inventory:reservation:create-compensations`: each order's reservations become what it still waits for. */
export const compensate = (shop: Shop): void => {
  for (const order of shop.orders.values()) {
    const skus = new Map(order.rows.map((row) => [keyOf(row.sku), row.sku]))
    for (const sku of skus.values()) {
      const waited = FINAL.includes(order.state)
        ? 0
        : order.rows.filter((row) => keyOf(row.sku) === keyOf(sku)).reduce((sum, row) => sum + toShip(row), 0)
      const reserved = shop.reservations
        .filter((one) => one.orderId === order.entity_id && keyOf(one.sku) === keyOf(sku))
        .reduce((sum, { quantity }) => sum + quantity, 0)
      reserve(shop, order, sku, -waited - reserved)
    }
  }
}
