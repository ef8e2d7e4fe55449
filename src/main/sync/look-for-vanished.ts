import type { ItemDetails } from '../connectors/sockets/marketplace.ts'
import { type Item, isKept } from '../domain/item.ts'
import type { Order } from '../domain/order.ts'
import type { Corridor } from './corridor.ts'
import { type Outcome, onEach, type Tally } from './for-each-order.ts'
import { laterStatus, noteItems } from './note-sale.ts'

/** Asks for each item of orders that the marketplace lists nowhere any more. What it does not say is not concluded. */
export const lookForVanished = (corridor: Corridor, orderIds: readonly number[]): Promise<Tally> =>
  onEach(corridor, 'read-back', orderIds, (order) => readItems(corridor, order))

/** Brings an order up to date item by item: all that are kept, or those named. */
export const readItems = async (
  corridor: Corridor,
  order: Order,
  itemIds: readonly string[] = order.items.filter(isKept).map(({ itemId }) => itemId),
): Promise<Outcome> => {
  const read: ItemDetails[] = []
  for (const itemId of itemIds) read.push(await corridor.marketplace.readItem(itemId))
  return noteDetails(corridor, order, read)
}

/** Keeps what the marketplace says of items in full. */
export const noteDetails = (corridor: Corridor, order: Order, read: readonly ItemDetails[]): Outcome => {
  const items = order.items.map((item): Item => {
    const details = read.find(({ itemId }) => itemId === item.itemId)
    if (details === undefined) return item
    const status = laterStatus(item.status, details.status)
    const isNews = status !== item.status || (details.shipped && !item.shipped)
    const { rakutenStatus } = details
    return isNews ? { ...item, status, rakutenStatus, shipped: item.shipped || details.shipped } : item
  })
  return noteItems(corridor, order, items.every((item, at) => item === order.items[at]) ? order.items : items)
}
