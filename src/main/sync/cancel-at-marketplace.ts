import { type Item, isKept } from '../domain/item.ts'
import type { Order } from '../domain/order.ts'
import type { Actor } from '../domain/timeline.ts'
import { type Corridor, tell } from './corridor.ts'
import { hasLeft } from './has-left.ts'
import { journalled } from './journal.ts'
import { hold } from './order-problems.ts'

/** Cancels accepted items, one call each, every answer kept before the next. Items the marketplace will not cancel are left and told. */
export const cancelAtMarketplace = async (
  corridor: Corridor,
  order: Order,
  itemIds: readonly string[],
  actor: Actor,
): Promise<Order> => {
  let present = order
  for (const itemId of itemIds) present = await cancelItem(corridor, present, itemId, actor)
  return present
}

/** The items of an order that can still be cancelled: a unit that has left is not, because the buyer would be refunded and get it too. */
export const cancellableItems = (corridor: Corridor, order: Order): readonly string[] => {
  const left = hasLeft(corridor, order)
  return order.items
    .filter((item) => isKept(item) && item.status !== 'to-decide' && item.status !== 'closed' && !left(item))
    .map(({ itemId }) => itemId)
}

const cancelItem = async (corridor: Corridor, order: Order, itemId: string, actor: Actor): Promise<Order> => {
  const { marketplace, connection, repositories } = corridor
  const act = { orderId: order.id, act: 'cancel-item', target: itemId } as const
  const { value: outcome, settle } = await journalled(corridor, act, () =>
    marketplace.cancelItem(itemId, connection.settings.cancelComment),
  )
  if (outcome === 'cancelled') return settle(() => keepCancelled(corridor, order, itemId, actor))

  // "Cannot be cancelled" is also what an item says that was cancelled before: its own page tells which.
  const { status } = await marketplace.readItem(itemId)
  if (status === 'cancelled') return settle(() => keepCancelled(corridor, order, itemId, actor))
  return settle(() => {
    hold(
      corridor,
      order,
      'refused',
      `Rakuten would not cancel item ${itemId}: "${outcome.declined}". Look at it there, then try again.`,
      {
        side: 'Rakuten',
        itemId,
        step: 'cancel',
      },
    )
    return repositories.orders.get(order.id) ?? order
  }, 'not-done')
}

const keepCancelled = (corridor: Corridor, order: Order, itemId: string, actor: Actor): Order => {
  const cancel = (item: Item): Item => (item.itemId === itemId ? { ...item, status: 'cancelled' } : item)
  tell(corridor, order.id, 'item-cancelled', actor, { itemId })
  return corridor.repositories.orders.save({
    ...order,
    items: order.items.map(cancel),
    changedAt: corridor.time.nowIso(),
  })
}
