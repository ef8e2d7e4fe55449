import { LIVE_STOCK_FROM } from './facts.ts'
import type { Desk } from './settings.ts'
import type { LineItem, Order } from './shapes.ts'
import { isAtLeast } from './version.ts'

/*
 * Shopware itself puts the units of a cancelled order back, and only those of lines that are products; a line that ceases to be one moves nothing by
 * that [C, read from the source of 6.6 and 6.7: `OrderStockSubscriber`]. So where the units shall stay off the shelf, the lines become free ones
 * before the order is cancelled. Nothing is counted and written back, so nothing can be counted twice; and if somebody reopens the order, its
 * units are not taken a second time. Before 6.6 units are counted from the open orders: there is nothing that could stay.
 */

export const withholdLines = async (desk: Desk, order: Order): Promise<void> => {
  const { settings, shop } = desk
  if (settings.restocks || !isAtLeast(await shop.version(), LIVE_STOCK_FROM)) return
  await turn(desk, order, 'product', 'custom')
}

/** Undoes it where the order goes on after all. */
export const giveBackLines = (desk: Desk, order: Order): Promise<void> => turn(desk, order, 'custom', 'product')

const turn = async ({ api }: Desk, order: Order, from: string, to: string): Promise<void> => {
  // A free line that never was a product has none.
  const lines = order.lineItems.filter(({ type, productId }: LineItem) => type === from && productId)
  if (lines.length === 0) return
  await api.change('order', order.id, { lineItems: lines.map(({ id }) => ({ id, type: to })) })
}
