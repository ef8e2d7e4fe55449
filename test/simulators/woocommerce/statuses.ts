import type { Order, Product, Shop } from './shop.ts'

const TAKES_STOCK = new Set(['processing', 'completed', 'on-hold'])
const GIVES_BACK = new Set(['cancelled', 'pending'])

/** Everything that follows from a change of state: dates, stock, mails (woocommerce.md 2.4, 2.5). WooCommerce refuses none. */
export const setStatus = (shop: Shop, order: Order, status: string): void => {
  const before = order.status
  if (before === status) return
  order.status = status
  const now = shop.options.now()
  order.modifiedAt = now
  if (TAKES_STOCK.has(status)) reduceStock(shop, order)
  if (GIVES_BACK.has(status)) restoreStock(shop, order)
  if (['processing', 'completed'].includes(status)) order.paidAt ??= now
  if (status === 'completed') order.completedAt = now
  if (status === 'refunded') refundWhole(shop, order)
  const wasOpen = before === 'processing' || before === 'on-hold'
  if (status === 'processing' && !wasOpen) mail(shop, order, 'order received', 'New order')
  if (status === 'completed') mail(shop, order, 'order complete', before === 'pending' ? 'New order' : null)
  if (status === 'refunded') mail(shop, order, 'order refunded', null)
  if (status === 'cancelled' && wasOpen) mail(shop, order, null, 'Cancelled order')
}

/** To the buyer only where the order has an address. */
export const mail = (shop: Shop, order: Order, toBuyer: string | null, toMerchant: string | null): void => {
  if (toBuyer !== null && order.billing['email']) shop.mails.push({ to: 'buyer', about: toBuyer, orderId: order.id })
  if (toMerchant !== null) shop.mails.push({ to: 'merchant', about: toMerchant, orderId: order.id })
}

const reduceStock = (shop: Shop, order: Order): void => {
  if (order.stockReduced) return
  order.stockReduced = true
  for (const item of order.items.filter(({ kind, reduced }) => kind === 'line' && reduced === 0)) {
    const product = stockHolder(shop, item.variationId || item.productId)
    if (product === null) continue
    changeStock(shop, product, -item.quantity)
    item.reduced = item.quantity
  }
}

const restoreStock = (shop: Shop, order: Order): void => {
  if (!order.stockReduced) return
  order.stockReduced = false
  for (const item of order.items) {
    giveBack(shop, item, item.reduced)
  }
}

export const giveBack = (shop: Shop, item: Order['items'][number], units: number): void => {
  const back = Math.min(units, item.reduced)
  const product = stockHolder(shop, item.variationId || item.productId)
  if (product !== null && back > 0) changeStock(shop, product, back)
  item.reduced -= back
}

/** The product whose number counts: a variation's own, or its parent's. Null where nothing is counted. */
const stockHolder = ({ products }: Shop, id: number): Product | null => {
  const product = products.get(id)
  if (product === undefined || product.manageStock === false) return null
  return product.manageStock === 'parent' ? (products.get(product.parentId) ?? null) : product
}

const changeStock = (shop: Shop, product: Product, by: number): void => {
  product.stock = (product.stock ?? 0) + by
  product.stockStatus = product.stock > 0 ? 'instock' : 'outofstock'
  product.modifiedAt = shop.options.now()
  const parent = shop.products.get(product.parentId)
  if (parent !== undefined) parent.modifiedAt = product.modifiedAt
}

/** The state alone writes the money back, and no units. */
const refundWhole = (shop: Shop, order: Order): void => {
  const refunded = order.refunds.reduce((sum, { amount }) => sum + amount, 0)
  if (refunded >= order.total) return
  order.refunds.push({ id: shop.nextId(), reason: 'Order fully refunded.', amount: order.total - refunded, lines: [] })
}
