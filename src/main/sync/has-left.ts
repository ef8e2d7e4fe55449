import type { Item } from '../domain/item.ts'
import type { Order } from '../domain/order.ts'
import type { Corridor } from './corridor.ts'

/** Units on their way: recorded by the marketplace, or in a parcel it is told about. Nobody takes them back by a call. */
export const hasLeft = (
  { repositories }: Pick<Corridor, 'repositories'>,
  { id }: Pick<Order, 'id'>,
): ((item: Pick<Item, 'itemId' | 'shipped'>) => boolean) => {
  const told = repositories.shipments.of(id).filter(({ state }) => state !== 'known')
  const covered = new Set(told.flatMap(({ itemIds }) => itemIds))
  return ({ itemId, shipped }) => shipped || covered.has(itemId)
}
