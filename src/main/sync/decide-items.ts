import type { Item } from '../domain/item.ts'
import type { Order } from '../domain/order.ts'
import type { Actor } from '../domain/timeline.ts'
import { type Corridor, tell } from './corridor.ts'
import { inDoubt, journalled } from './journal.ts'

/**
 * Accepts one item. Every answer is kept before the next call, so that a crash in the middle resumes at the right item. An item that
 * somebody else accepted is taken as it is; one that was emptied is gone.
 */
export const acceptItem = async (corridor: Corridor, order: Order, itemId: string, actor: Actor): Promise<Order> => {
  const { marketplace } = corridor
  const intent = { orderId: order.id, act: 'accept', target: itemId } as const
  const askedBefore = inDoubt(corridor, intent).length > 0
  const { value: outcome, settle } = await journalled(corridor, intent, () => marketplace.acceptItem(itemId))

  switch (outcome) {
    case 'accepted':
      return settle(() => keepItem(corridor, order, itemId, accepted, 'item-accepted', actor))
    case 'already-accepted':
      return askedBefore
        ? settle(() => keepItem(corridor, order, itemId, accepted, 'item-accepted', actor))
        : settle(() => keepItem(corridor, order, itemId, accepted, 'item-accepted', 'elsewhere'), 'not-done')
    case 'emptied':
      return settle(() => keepItem(corridor, order, itemId, gone, 'item-cancelled', 'rakuten'), 'not-done')
  }
}

/** Refuses one item that waits for a decision. */
export const refuseItem = async (corridor: Corridor, order: Order, itemId: string, actor: Actor): Promise<Order> => {
  const { marketplace } = corridor
  const intent = { orderId: order.id, act: 'refuse', target: itemId } as const
  const askedBefore = inDoubt(corridor, intent).length > 0
  const { value: outcome, settle } = await journalled(corridor, intent, () => marketplace.refuseItem(itemId))

  switch (outcome) {
    case 'refused':
      return settle(() => keepItem(corridor, order, itemId, refused, 'item-refused', actor))
    case 'already-accepted':
      return settle(() => keepItem(corridor, order, itemId, accepted, 'item-accepted', 'elsewhere'), 'not-done')
    // The marketplace says the same word for "refused earlier" and "cancelled": our own journal tells them apart.
    case 'emptied':
      return askedBefore
        ? settle(() => keepItem(corridor, order, itemId, refused, 'item-refused', actor))
        : settle(() => keepItem(corridor, order, itemId, gone, 'item-cancelled', 'rakuten'), 'not-done')
  }
}

// [B] A preordered unit waits at the marketplace until its stock is confirmed (spec 9.6, 11.1): only then is it accepted.
const accepted = (item: Item): Item => ({ ...item, status: item.preorder ? 'preorder' : 'accepted' })
const refused = (item: Item): Item => ({ ...item, status: 'refused' })
const gone = (item: Item): Item => ({ ...item, status: 'cancelled' })

const keepItem = (
  corridor: Corridor,
  order: Order,
  itemId: string,
  change: (item: Item) => Item,
  what: 'item-accepted' | 'item-refused' | 'item-cancelled',
  actor: Actor,
): Order => {
  const items = order.items.map((item) => (item.itemId === itemId ? change(item) : item))
  const sku = items.find((item) => item.itemId === itemId)?.sku ?? ''
  tell(corridor, order.id, what, actor, { itemId, sku })
  return corridor.repositories.orders.save({ ...order, items, changedAt: corridor.time.nowIso() })
}
