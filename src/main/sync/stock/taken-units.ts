import { aliasedSku } from '../../domain/connection.ts'
import { keptItems } from '../../domain/item.ts'
import type { OrderStatus } from '../../domain/order.ts'
import type { Units } from '../../domain/stock.ts'
import type { Corridor } from '../corridor.ts'

const PLACED: readonly OrderStatus[] = ['placed', 'waiting', 'dispatched', 'manual']

/** Open orders, of whatever connection, that the back office has been given. */
export const placedOrders = ({ connection, repositories }: Corridor): ReadonlySet<number> => {
  const { connections, orders } = repositories
  const held = new Set(orders.unitsHeld(connection.backOfficeId).map(({ orderId }) => orderId))
  const open = connections.list().flatMap(({ id }) => orders.openReferences(id))
  return new Set(open.filter(({ id, status }) => PLACED.includes(status) && !held.has(id)).map(({ id }) => id))
}

/**
 * Units of each back-office SKU that a reading of its stock does not know to be sold: those of orders not placed yet, and those of orders
 * placed since, or while, it was read. Counted rather once too often than once too rarely: the next reading puts it right.
 */
export const takenUnits = (corridor: Corridor, placedBefore: ReadonlySet<number> | null): Units => {
  const { backOfficeId } = corridor.connection
  const { connections, orders } = corridor.repositories
  const settings = new Map(connections.list().map((connection) => [connection.id, connection.settings]))
  const taken = new Map<string, number>()
  const take = (connectionId: number, sku: string, units: number): void => {
    const of = settings.get(connectionId)
    const product = of === undefined ? sku : aliasedSku(sku, of)
    taken.set(product, (taken.get(product) ?? 0) + units)
  }

  for (const { connectionId, sku, units } of orders.unitsHeld(backOfficeId)) take(connectionId, sku, units)
  if (placedBefore === null) return taken
  for (const id of placedOrders(corridor)) {
    const order = placedBefore.has(id) ? null : orders.get(id)
    if (order?.backOfficeId !== backOfficeId) continue
    for (const { sku } of keptItems(order.items)) take(order.connectionId, sku, 1)
  }
  return taken
}
