import type { Corridor } from '../corridor.ts'
import { present } from '../corridor.ts'
import type { Knowledge } from './knowledge.ts'
import { placedOrders } from './taken-units.ts'

/** What the back office has, by its own SKU: units, null where it does not count, `several` where the SKU means more than one product. */
export type Shelf = ReadonlyMap<string, number | null | 'several'>

/** Reads the whole stock of the connection's back office. A fault leaves the reading before in force. */
export const readShelf = async (corridor: Corridor, knowledge: Knowledge): Promise<Shelf> => {
  const placedBefore = placedOrders(corridor)
  const readAt = corridor.time.now()
  const shelf = new Map<string, number | null | 'several'>()
  for (const { sku, available } of await present(corridor).backOffice.readStock())
    shelf.set(sku, shelf.has(sku) ? 'several' : available === null ? null : Math.floor(available))
  knowledge.reading = { backOfficeId: corridor.connection.backOfficeId, readAt, placedBefore, isNew: true }
  return shelf
}
