import { OPEN_STATUSES, ORDER_STATUSES, type Order, type OrderIn, type OrderStatus } from '../domain/order.ts'
import type { Database } from './open-database.ts'
import type { OrderRecord } from './order-record.ts'
import { createStoredOrders, READ_ORDER } from './stored-orders.ts'

/** Where the next page of a status begins: after this order. */
export interface OrderPage {
  readonly afterPurchasedAt: string
  readonly afterId: number
  readonly limit: number
}

export interface OpenReference {
  readonly id: number
  readonly reference: string
  readonly status: OrderStatus
  readonly purchasedAt: string
}

export interface Deadline {
  readonly id: number
  readonly reference: string
  readonly status: 'imported' | 'skipped'
  readonly acceptBy: string
}

const WATCHED: readonly OrderStatus[] = [...OPEN_STATUSES, 'manual']

/** What a cycle reads. One statement for each status, because only a literal lets SQLite use the index of what is going on. */
export function createOrderReading(db: Database) {
  const { fromRecord, get } = createStoredOrders(db)
  const forEachStatus = <T>(make: (status: OrderStatus) => T) =>
    new Map(ORDER_STATUSES.map((status) => [status, make(status)] as const))

  const selectKnown = db.prepare<[string, number], OrderRecord>(
    `${READ_ORDER} WHERE reference = ? AND connection_id = ?`,
  )
  const selectByReference = db.prepare<[string], OrderRecord>(`${READ_ORDER} WHERE reference = ? ORDER BY id`)
  const selectByItem = db.prepare<[number, string], { orderId: number }>(
    'SELECT order_id AS orderId FROM items WHERE connection_id = ? AND item_id = ?',
  )
  const selectPage = forEachStatus((status) =>
    db.prepare<OrderPage & { connectionId: number }, OrderRecord>(`
      ${READ_ORDER}
      WHERE connection_id = @connectionId AND status = '${status}' AND (purchased_at, id) > (@afterPurchasedAt, @afterId)
      ORDER BY purchased_at, id LIMIT @limit`),
  )
  const selectReferences = forEachStatus((status) =>
    db.prepare<[number], Omit<OpenReference, 'status'>>(`
      SELECT id, reference, purchased_at AS purchasedAt FROM orders
      WHERE connection_id = ? AND status = '${status}' ORDER BY purchased_at, id`),
  )
  const selectOldest = forEachStatus((status) =>
    db.prepare<[number], { purchasedAt: string | null }>(
      `SELECT min(purchased_at) AS purchasedAt FROM orders WHERE connection_id = ? AND status = '${status}'`,
    ),
  )
  const selectDeadlines = db.prepare<[number, number], Deadline>(`
    SELECT id, reference, status, accept_by AS acceptBy FROM orders
    WHERE connection_id = ? AND (status = 'imported' OR (status = 'skipped' AND skipped_reason = 'mode-not-mapped'))
    ORDER BY accept_by LIMIT ?`)
  const selectShipped = db.prepare<[number, string], OrderRecord>(`
    ${READ_ORDER} WHERE connection_id = ? AND status = 'shipped' AND back_office_ref IS NOT NULL AND shipped_at >= ?
    ORDER BY shipped_at`)
  const selectCancelled = db.prepare<[number, string], OrderRecord>(`
    ${READ_ORDER} WHERE connection_id = ? AND status = 'cancelled' AND back_office_ref IS NOT NULL AND ended_at >= ?
    ORDER BY ended_at`)
  const selectRaw = db.prepare<[number], { raw: string }>('SELECT raw FROM order_sources WHERE order_id = ?')

  const orderOf = (record: OrderRecord | undefined): Order | null => (record === undefined ? null : fromRecord(record))

  return {
    get,
    byReference: (reference: string, connectionId?: number): readonly Order[] =>
      (connectionId === undefined ? selectByReference.all(reference) : selectKnown.all(reference, connectionId)).map(
        fromRecord,
      ),
    known: (connectionId: number, references: readonly string[]): ReadonlyMap<string, Order> =>
      new Map(
        references.flatMap((reference) => {
          const order = orderOf(selectKnown.get(reference, connectionId))
          return order === null ? [] : [[reference, order] as const]
        }),
      ),
    withItem: (connectionId: number, itemId: string): Order | null => {
      const found = selectByItem.get(connectionId, itemId)
      return found === undefined ? null : get(found.orderId)
    },
    /** Oldest purchase first; all of them unless a page is asked for. */
    inStatus: <S extends OrderStatus>(connectionId: number, status: S, page?: OrderPage): readonly OrderIn<S>[] => {
      const records = selectPage.get(status)?.all({ connectionId, ...(page ?? WHOLE) }) ?? []
      return records.map((record) => fromRecord(record) as OrderIn<S>) // the statement asked for this status
    },
    /** What is still watched at the marketplace, oldest purchase first within a status. */
    openReferences: (connectionId: number): readonly OpenReference[] =>
      WATCHED.flatMap((status) =>
        (selectReferences.get(status)?.all(connectionId) ?? []).map((reference) => ({ ...reference, status })),
      ),
    oldestOpenPurchase: (connectionId: number): string | null =>
      WATCHED.map((status) => selectOldest.get(status)?.get(connectionId)?.purchasedAt ?? null)
        .filter((at) => at !== null)
        .sort()[0] ?? null,
    /** What must be decided at the marketplace, soonest deadline first. */
    deadlines: (connectionId: number, limit = 100): readonly Deadline[] => selectDeadlines.all(connectionId, limit),
    /** What ended lately and still stands in a back office: codes that come late or change, cancelled orders that come back to life. */
    endedSince: (connectionId: number, since: string): readonly OrderIn<'shipped' | 'cancelled'>[] =>
      [...selectShipped.all(connectionId, since), ...selectCancelled.all(connectionId, since)].map(
        (record) => fromRecord(record) as OrderIn<'shipped' | 'cancelled'>, // the statements asked for these statuses
      ),
    /** The answer the order was read from; null once erased. */
    raw: (orderId: number): string | null => selectRaw.get(orderId)?.raw ?? null,
  }
}

const WHOLE: OrderPage = { afterPurchasedAt: '', afterId: 0, limit: -1 }
