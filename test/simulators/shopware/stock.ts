import { isFrom, number, type Row, rowOf, rowsWhere, type Shop, stateName } from './state.ts'

/** Lines that move stock: products, by what they refer to (shopware.md 2.3). */
const productLines = (shop: Shop, orderId: unknown): readonly Row[] =>
  rowsWhere(shop, 'order_line_item', 'orderId', orderId).filter((line) => line['type'] === 'product')

const alter = (shop: Shop, productId: unknown, units: number): void => {
  const product = shop.managesStock ? rowOf(shop, 'product', productId) : null
  if (product !== null) product['stock'] = number(product['stock']) + units
}

const isLive = (shop: Shop): boolean => isFrom(shop, '6.6')

/** From 6.6 on, a line of a product takes its units at once, unless its order is cancelled; what it took before comes back. */
export const lineWritten = (shop: Shop, line: Row, before: Row | null): void => {
  const order = rowOf(shop, 'order', line['orderId'])
  if (!isLive(shop) || order === null || stateName(shop, order) === 'cancelled') return
  if (before?.['type'] === 'product') alter(shop, before['referencedId'], number(before['quantity']))
  if (line['type'] === 'product') alter(shop, line['referencedId'], -number(line['quantity']))
}

export const lineRemoved = (shop: Shop, line: Row): void => {
  const order = rowOf(shop, 'order', line['orderId'])
  if (!isLive(shop) || line['type'] !== 'product' || order === null || stateName(shop, order) === 'cancelled') return
  alter(shop, line['referencedId'], number(line['quantity']))
}

/** From cancelled, to cancelled: in this order, so that cancelling twice takes the units once more (4). Before 6.6, completing takes them. */
export const orderMoved = (shop: Shop, order: Row, from: string, to: string): void => {
  const move = (sign: 1 | -1): void => {
    for (const line of productLines(shop, order.id)) alter(shop, line['productId'], sign * number(line['quantity']))
  }
  if (isLive(shop)) {
    if (from === 'cancelled') move(-1)
    else if (to === 'cancelled') move(1)
  } else if (to === 'completed') move(-1)
  else if (from === 'completed') move(1)
}

/** Before 6.6, what open orders hold is not for sale (5). */
export const availableStock = (shop: Shop, product: Row): number => {
  if (isLive(shop)) return number(product['stock'])
  const held = shop.tables.order
    .filter((order) => !['completed', 'cancelled'].includes(stateName(shop, order)))
    .flatMap((order) => productLines(shop, order.id))
    .filter((line) => line['referencedId'] === product.id)
  return number(product['stock']) - held.reduce((sum, line) => sum + number(line['quantity']), 0)
}
