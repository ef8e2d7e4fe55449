import { aliasedSku } from '../domain/connection.ts'
import type { Order } from '../domain/order.ts'
import type { Corridor } from './corridor.ts'

/** Units of each back-office SKU that other orders, not yet in the back office, will take first. */
export type StockAhead = (order: Pick<Order, 'id'>) => ReadonlyMap<string, number>

/**
 * Reads the queue in front of a back office once, whatever connection it came through: what was accepted already comes first, because it
 * is promised, then the oldest purchase.
 */
export const readStockAhead = ({ connection, repositories }: Corridor): StockAhead => {
  const aliases = new Map(repositories.connections.list().map(({ id, settings }) => [id, settings]))
  const queue = repositories.orders.unitsHeld(connection.backOfficeId).map((held) => {
    const settings = aliases.get(held.connectionId)
    return { ...held, product: settings === undefined ? held.sku : aliasedSku(held.sku, settings) }
  })
  const running = new Map<string, number>()
  const add = (product: string, units: number): void => void running.set(product, (running.get(product) ?? 0) + units)
  for (const { product, promised } of queue) add(product, promised)

  const ahead = new Map<number, ReadonlyMap<string, number>>()
  for (const [orderId, held] of Map.groupBy(queue, (one) => one.orderId)) {
    for (const { product, promised } of held) add(product, -promised)
    ahead.set(orderId, new Map(running))
    for (const { product, units } of held) add(product, units)
  }
  return ({ id }) => ahead.get(id) ?? running
}
