import { keptItems } from '../domain/item.ts'
import { isIn, type Order } from '../domain/order.ts'
import type { Actor } from '../domain/timeline.ts'
import type { Corridor } from './corridor.ts'
import { endOrder, noteShipped } from './draw-consequences.ts'
import type { Outcome } from './for-each-order.ts'
import { hasLeft } from './has-left.ts'
import { dispatch } from './note-progress.ts'

/**
 * What an order comes to once units of it were cancelled: its end when nothing is kept, the end of its journey when all that is kept has
 * left; otherwise it goes on.
 */
export const goOnWithTheRest = (corridor: Corridor, order: Order, by: Actor, reason: string): Outcome => {
  const kept = keptItems(order.items)
  if (kept.length === 0) {
    endOrder(corridor, order, by, reason)
    return 'moved'
  }
  if (kept.every(({ shipped }) => shipped)) return noteShipped(corridor, order)
  return isIn(order, 'placed', 'waiting') && kept.every(hasLeft(corridor, order)) ? dispatch(corridor, order) : 'stayed'
}

/** Who cancelled last what an order lost: the end of the order is theirs. */
export const whoCancelled = ({ repositories }: Pick<Corridor, 'repositories'>, { id }: Pick<Order, 'id'>): Actor =>
  repositories.timeline.of(id).findLast(({ what }) => what === 'item-cancelled')?.actor ?? 'rakuten'
