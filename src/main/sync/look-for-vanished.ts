import { type Item, isKept } from '../domain/item.ts'
import type { Order } from '../domain/order.ts'
import type { Corridor } from './corridor.ts'
import { type Outcome, onEach, type Tally } from './for-each-order.ts'
import { laterStatus, noteItems } from './note-sale.ts'

/** Asks for each item of orders that the marketplace lists nowhere any more. What it does not say is not concluded. */
export const lookForVanished = (corridor: Corridor, orderIds: readonly number[]): Promise<Tally> =>
  onEach(corridor, 'read-back', orderIds, (order) => readItems(corridor, order))

/** Brings an order up to date item by item. */
export const readItems = async (corridor: Corridor, order: Order): Promise<Outcome> => {
  const seen = new Map<string, Item>()
  for (const item of order.items.filter(isKept)) {
    const { status, rakutenStatus, shipped } = await corridor.marketplace.readItem(item.itemId)
    const later = laterStatus(item.status, status)
    if (later !== item.status || shipped !== item.shipped)
      seen.set(item.itemId, { ...item, status: later, rakutenStatus, shipped: item.shipped || shipped })
  }
  if (seen.size === 0) return 'stayed'
  return noteItems(
    corridor,
    order,
    order.items.map((item) => seen.get(item.itemId) ?? item),
  )
}
