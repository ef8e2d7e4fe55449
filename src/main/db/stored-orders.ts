import type { Item } from '../domain/item.ts'
import type { Order } from '../domain/order.ts'
import { ITEM_COLUMNS, type ItemRecord, toItem, toItemRecord } from './item-record.ts'
import type { Database } from './open-database.ts'
import { ORDER_COLUMNS, type OrderRecord, toOrder } from './order-record.ts'

/** The columns of one order, for a query that names the table `orders`. */
export const READ_ORDER = `SELECT orders.id, ${ORDER_COLUMNS.read('orders')} FROM orders`

/** Orders with their items, as every repository of orders reads and writes them. */
export function createStoredOrders(db: Database) {
  const selectById = db.prepare<[number], OrderRecord>(`${READ_ORDER} WHERE id = ?`)
  const selectItems = db.prepare<[number], ItemRecord>(
    `SELECT ${ITEM_COLUMNS.read('items')} FROM items WHERE order_id = ? ORDER BY position`,
  )
  const insertItem = db.prepare(`
    INSERT INTO items (order_id, position, connection_id, ${ITEM_COLUMNS.names})
    VALUES (?, ?, ?, ${ITEM_COLUMNS.fields.map(() => '?').join(', ')})
    ON CONFLICT (connection_id, item_id) DO NOTHING`)
  const deleteItems = db.prepare<[number]>('DELETE FROM items WHERE order_id = ?')

  const fromRecord = (record: OrderRecord): Order => toOrder(record, selectItems.all(record.id).map(toItem))

  /** Keeps the items this connection does not hold yet, and returns those. */
  const insertItems = (orderId: number, connectionId: number, items: readonly Item[]): readonly Item[] =>
    items.filter((item, position) => {
      const record = toItemRecord(item)
      const values = ITEM_COLUMNS.fields.map((field) => record[field])
      return insertItem.run(orderId, position, connectionId, ...values).changes === 1
    })

  return {
    fromRecord,
    insertItems,
    get: (id: number): Order | null => {
      const record = selectById.get(id)
      return record === undefined ? null : fromRecord(record)
    },
    replaceItems: ({ id, connectionId, reference, items }: Order): void => {
      deleteItems.run(id)
      if (insertItems(id, connectionId, items).length !== items.length)
        throw new Error(`Order ${reference} names an item twice, or one that belongs to another order`)
    },
  }
}
