import { Fault } from '../domain/fault.ts'
import type { Order } from '../domain/order.ts'
import type { Database } from './open-database.ts'
import { certain, ORDER_COLUMNS, type OrderRecord, toOrderRecord } from './order-record.ts'
import { createOrderSearch } from './order-search.ts'
import { createStoredOrders } from './stored-orders.ts'

export function createOrderSaving(db: Database) {
  const stored = createStoredOrders(db)
  const search = createOrderSearch(db)
  const update = db.prepare<OrderRecord, { erased: number }>(`
    UPDATE orders SET
      ${ORDER_COLUMNS.update('revision', 'connectionId', 'reference', 'importedAt', 'buyer')},
      buyer = CASE WHEN erased_at IS NULL THEN @buyer END,
      revision = revision + 1
    WHERE id = @id AND revision = @revision
    RETURNING erased_at IS NOT NULL AS erased`)

  const saveOne = db.transaction((order: Order): Order => {
    const row = update.get(toOrderRecord(certain(order)))
    if (row === undefined) throw new Fault('stale', `Order ${order.reference} has moved since it was read`)
    const saved = { ...order, revision: order.revision + 1, buyer: row.erased === 1 ? null : order.buyer }
    stored.replaceItems(saved)
    search.update(saved.id, saved)
    return saved
  })

  return {
    /**
     * Writes what may change about an order, items and search words included, and returns it with its next revision. Refuses to
     * overwrite an order that was saved since it was read. An erased buyer stays erased.
     */
    save: <O extends Order>(order: O): O => saveOne.immediate(order) as O, // only the revision and an erased buyer differ
  }
}
