import { ITEM_STATUSES, isKept } from '../domain/item.ts'
import type { Order, OrderStatus } from '../domain/order.ts'
import type { Shipment } from '../domain/parcel.ts'
import { mostUrgent, type Problem } from '../domain/problem.ts'
import { literals } from './columns.ts'
import type { Database } from './open-database.ts'
import {
  type Bound,
  conditionsOf,
  matches,
  type OrderFilter,
  type OrderTab,
  STATUSES_OF,
  TO_DO,
  toBound,
} from './order-filter.ts'
import { createProblemsRepository } from './problems-repository.ts'
import { createShipmentsRepository } from './shipments-repository.ts'
import { createStoredOrders } from './stored-orders.ts'

export type OrderSort = keyof typeof SORTS

/** One page of it. */
export interface OrderQuery extends OrderFilter {
  readonly sort: OrderSort
  readonly direction: 'ascending' | 'descending'
  readonly offset: number
  readonly limit: number
}

/** An order as a list shows it. */
export interface OrderSummary {
  readonly order: Order
  /** The one to show first. */
  readonly problem: Problem | null
  readonly shipments: readonly Shipment[]
}

const KEPT = literals(ITEM_STATUSES.filter((status) => isKept({ status })))

const sumOf = (which: string): string => `(SELECT sum(price_cents) FROM items WHERE order_id = orders.id${which})`

const SORTS = {
  purchasedAt: 'purchased_at',
  importedAt: 'imported_at',
  changedAt: 'changed_at',
  acceptBy: 'accept_by',
  reference: 'reference',
  status: 'status',
  deliveryMode: 'delivery_mode',
  backOfficeNumber: 'back_office_number',
  buyerName: 'buyer_name COLLATE NOCASE',
  units: `(SELECT count(*) FROM items WHERE order_id = orders.id AND status IN (${KEPT}))`,
  total: `coalesce(${sumOf(` AND status IN (${KEPT})`)}, ${sumOf('')}, 0) + coalesce(shipping_cents, 0)`,
} as const

const TABS = [...(Object.keys(STATUSES_OF) as (keyof typeof STATUSES_OF)[])] // Object.keys forgets the names it just listed

type Slice = Pick<OrderQuery, 'offset' | 'limit'>

export function createOrderList(db: Database) {
  const { get } = createStoredOrders(db)
  const problems = createProblemsRepository(db)
  const shipments = createShipmentsRepository(db)
  const countStatuses = db.prepare<[], { status: OrderStatus; orders: number }>(
    'SELECT status, count(*) AS orders FROM orders GROUP BY status',
  )
  const countToDo = db.prepare<[], { orders: number }>(`SELECT count(*) AS orders FROM orders WHERE ${TO_DO}`)

  const countMatches = db.prepare<[string], { found: number }>(
    'SELECT count(*) AS found FROM order_search WHERE order_search MATCH ?',
  )
  const summary = (id: number): readonly OrderSummary[] => {
    const order = get(id)
    return order === null
      ? []
      : [{ order, problem: mostUrgent(problems.of({ orderId: id })), shipments: shipments.of(id) }]
  }

  const narrow = (filter: OrderFilter) => {
    const bound = toBound(filter)
    const conditions = conditionsOf(filter.tab, bound)
    const found = bound.match === null ? null : (countMatches.get(bound.match)?.found ?? 0)
    const where = [...conditions, ...(found === null ? [] : [matches(found)])].join(' AND ') || 'TRUE'
    const count = db.prepare<Bound, { orders: number }>(`SELECT count(*) AS orders FROM orders WHERE ${where}`)
    // A search that nothing narrows further has been counted already, which may be half of its time.
    const total = found !== null && conditions.length === 0 ? found : (count.get(bound)?.orders ?? 0)
    return { where, bound, total }
  }

  const page = (
    { sort, direction, offset, limit }: OrderQuery,
    { where, bound }: ReturnType<typeof narrow>,
  ): readonly number[] => {
    const order = direction === 'ascending' ? 'ASC' : 'DESC'
    return db
      .prepare<Bound & Slice, { id: number }>(`
        SELECT id FROM orders WHERE ${where}
        ORDER BY ${SORTS[sort]} ${order}, id ${order} LIMIT @limit OFFSET @offset`)
      .all({ ...bound, offset, limit })
      .map(({ id }) => id)
  }

  return {
    /** One page of a tab, and how many orders the whole of it has. */
    list: (query: OrderQuery): { readonly rows: readonly OrderSummary[]; readonly total: number } => {
      const narrowed = narrow(query)
      return { rows: page(query, narrowed).flatMap(summary), total: narrowed.total }
    },
    /** The same, by id alone. */
    ids: (query: OrderQuery): readonly number[] => page(query, narrow(query)),
    /** These orders as a list shows them; one that is gone is left out. */
    summaries: (ids: readonly number[]): readonly OrderSummary[] => ids.flatMap(summary),
    /** How many orders a list would have. */
    count: (query: OrderFilter): number => narrow(query).total,
    /** Orders in each tab. */
    counts: (): Readonly<Record<OrderTab, number>> => {
      const ofStatus = new Map(countStatuses.all().map(({ status, orders }) => [status, orders]))
      const inTab = (tab: keyof typeof STATUSES_OF): number =>
        STATUSES_OF[tab].reduce((sum, status) => sum + (ofStatus.get(status) ?? 0), 0)
      return {
        'to-do': countToDo.get()?.orders ?? 0,
        'to-accept': inTab('to-accept'),
        'not-shipped': inTab('not-shipped'),
        waiting: inTab('waiting'),
        shipped: inTab('shipped'),
        cancelled: inTab('cancelled'),
        skipped: inTab('skipped'),
        all: TABS.reduce((sum, tab) => sum + inTab(tab), 0),
      }
    },
  }
}
