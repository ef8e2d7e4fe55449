import { aliasedSku } from '../domain/connection.ts'
import type { Order } from '../domain/order.ts'
import type { Corridor } from './corridor.ts'

/** Units of each back-office SKU that older orders, not yet in the back office, will take first. */
export type StockAhead = (order: Pick<Order, 'id'>) => ReadonlyMap<string, number>

/**
 * Reads the queue in front of a back office once, oldest purchase first, whatever connection it came through. An order that leaves the
 * queue meanwhile still counts until the next cycle: holding back for five minutes is cheap, selling twice is not.
 */
export const readStockAhead = ({ connection, repositories }: Corridor): StockAhead => {
  const aliases = new Map(repositories.connections.list().map(({ id, settings }) => [id, settings]))
  const running = new Map<string, number>()
  const ahead = new Map<number, ReadonlyMap<string, number>>()

  for (const { orderId, connectionId, sku, units } of repositories.orders.unitsHeld(connection.backOfficeId)) {
    if (!ahead.has(orderId)) ahead.set(orderId, new Map(running))
    const settings = aliases.get(connectionId)
    const product = settings === undefined ? sku : aliasedSku(sku, settings)
    running.set(product, (running.get(product) ?? 0) + units)
  }
  return ({ id }) => ahead.get(id) ?? running
}
