import type { Order, OrderIn } from '../domain/order.ts'
import type { Database } from './open-database.ts'
import { certain, ORDER_COLUMNS, toOrderRecord } from './order-record.ts'
import { createOrderSearch } from './order-search.ts'
import { createStoredOrders } from './stored-orders.ts'

/** An order as it comes in, with the text of the answer it was read from. */
export type NewOrder = Omit<OrderIn<'imported' | 'skipped' | 'accepted' | 'cancelled'>, 'id' | 'revision'> & {
  readonly raw: string
}

export function createNewOrders(db: Database) {
  const stored = createStoredOrders(db)
  const search = createOrderSearch(db)
  const insertOrder = db.prepare(`
    INSERT INTO orders (${ORDER_COLUMNS.names}) VALUES (${ORDER_COLUMNS.fields.map(() => '?').join(', ')})
    ON CONFLICT (reference, connection_id) DO NOTHING`)
  const insertRaw = db.prepare<[number, string]>('INSERT INTO order_sources (order_id, raw) VALUES (?, ?)')
  const removeOrder = db.prepare<[number]>('DELETE FROM orders WHERE id = ?')

  const insertOne = ({ raw, ...facts }: NewOrder): Order | null => {
    // A new order has every fact its status makes certain; spreading a union makes the compiler forget which belong together.
    const order = certain({ ...facts, id: 0, revision: 1 })
    const record = toOrderRecord(order)
    const { changes, lastInsertRowid } = insertOrder.run(...ORDER_COLUMNS.fields.map((field) => record[field]))
    if (changes === 0) return null

    const id = Number(lastInsertRowid)
    const items = stored.insertItems(id, order.connectionId, order.items)
    if (items.length === 0 && order.items.length > 0) {
      removeOrder.run(id)
      return null
    }
    insertRaw.run(id, raw)
    const inserted = { ...order, id, items }
    search.insert(id, inserted)
    return inserted
  }
  const insertAll = db.transaction((orders: readonly NewOrder[]) => orders.flatMap((order) => insertOne(order) ?? []))

  return {
    /**
     * Keeps the orders that are new, all or none, and returns those in the order given. A known purchase is left as it is; so is a
     * known item under another purchase, because one unit must not be sent twice: what is left of such an order is kept.
     */
    insertNew: (orders: readonly NewOrder[]): readonly Order[] => insertAll.immediate(orders),
  }
}
