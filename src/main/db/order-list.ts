import { ITEM_STATUSES, isKept } from '../domain/item.ts'
import type { Order, OrderStatus } from '../domain/order.ts'
import type { Shipment } from '../domain/parcel.ts'
import { mostUrgent, needsPerson, PROBLEM_KINDS, type Problem } from '../domain/problem.ts'
import { literals } from './columns.ts'
import type { Database } from './open-database.ts'
import { toMatch } from './order-search.ts'
import { createProblemsRepository } from './problems-repository.ts'
import { createShipmentsRepository } from './shipments-repository.ts'
import { createStoredOrders } from './stored-orders.ts'

/** The tabs of the orders screen (product.md section 9); the statuses each of them shows. */
const STATUSES_OF = {
  'to-accept': ['imported'],
  'not-shipped': ['accepted', 'placed', 'manual'],
  waiting: ['waiting'],
  shipped: ['dispatched', 'shipped'],
  cancelled: ['cancelled', 'refused'],
  skipped: ['skipped'],
} as const satisfies Record<string, readonly OrderStatus[]>

export type OrderTab = keyof typeof STATUSES_OF | 'to-do' | 'all'
export type OrderSort = keyof typeof SORTS

export interface OrderQuery {
  readonly tab: OrderTab
  /** Beginnings of words: number, buyer, SKU, tracking. */
  readonly search?: string
  readonly connectionId?: number
  readonly status?: OrderStatus
  readonly deliveryMode?: string
  /** ISO 3166-1 alpha-2, of where the parcel goes. */
  readonly country?: string
  /** Still to decide, by this moment at the latest (UTC ISO). */
  readonly acceptUntil?: string
  /** First moment of purchase, and the first one after the last (UTC ISO). */
  readonly purchasedFrom?: string
  readonly purchasedBefore?: string
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

const UNMAPPED = "(orders.status = 'skipped' AND orders.skipped_reason = 'mode-not-mapped')"
const TO_DECIDE = `(orders.status = 'imported' OR ${UNMAPPED})`

const TO_DO = `(
  orders.id IN (SELECT order_id FROM problems
    WHERE order_id IS NOT NULL AND kind IN (${literals(PROBLEM_KINDS.filter((kind) => needsPerson({ kind })))}))
  OR ${UNMAPPED})`

const TABS = [...(Object.keys(STATUSES_OF) as (keyof typeof STATUSES_OF)[])] // Object.keys forgets the names it just listed

const MANY = 1000

type Bound = {
  match: string | null
  connectionId: number | null
  status: OrderStatus | null
  deliveryMode: string | null
  country: string | null
  acceptUntil: string | null
  purchasedFrom: string | null
  purchasedBefore: string | null
  offset: number
  limit: number
}

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

  return {
    /** One page of a tab, and how many orders the whole of it has. */
    list: (query: OrderQuery): { readonly rows: readonly OrderSummary[]; readonly total: number } => {
      const bound: Bound = {
        match: toMatch(query.search ?? ''),
        connectionId: query.connectionId ?? null,
        status: query.status ?? null,
        deliveryMode: query.deliveryMode ?? null,
        country: query.country ?? null,
        acceptUntil: query.acceptUntil ?? null,
        purchasedFrom: query.purchasedFrom ?? null,
        purchasedBefore: query.purchasedBefore ?? null,
        offset: query.offset,
        limit: query.limit,
      }
      const narrowed = conditions(query.tab, bound)
      const found = bound.match === null ? null : (countMatches.get(bound.match)?.found ?? 0)
      const where = [...narrowed, ...(found === null ? [] : [matches(found)])].join(' AND ') || 'TRUE'
      const order = query.direction === 'ascending' ? 'ASC' : 'DESC'
      const count = db.prepare<Bound, { orders: number }>(`SELECT count(*) AS orders FROM orders WHERE ${where}`)
      const total = found !== null && narrowed.length === 0 ? found : (count.get(bound)?.orders ?? 0)
      const ids = db
        .prepare<Bound, { id: number }>(`
          SELECT id FROM orders WHERE ${where}
          ORDER BY ${SORTS[query.sort]} ${order}, id ${order} LIMIT @limit OFFSET @offset`)
        .all(bound)
      return { rows: ids.flatMap(({ id }) => summary(id)), total }
    },
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

/**
 * A few finds are fetched one by one; the plus keeps SQLite from fetching many that way: it then walks the orders as they are sorted and
 * stops when the page is full.
 */
const matches = (found: number): string =>
  `${found > MANY ? '+' : ''}orders.id IN (SELECT rowid FROM order_search WHERE order_search MATCH @match)`

/** The seller's text and filters are bound, never written into the statement. */
const conditions = (tab: OrderTab, { connectionId, status, ...bound }: Bound): readonly string[] =>
  [
    tab === 'all' ? null : tab === 'to-do' ? TO_DO : `orders.status IN (${literals(STATUSES_OF[tab])})`,
    connectionId === null ? null : 'orders.connection_id = @connectionId',
    status === null ? null : 'orders.status = @status',
    bound.deliveryMode === null ? null : 'orders.delivery_mode = @deliveryMode',
    bound.country === null ? null : 'orders.country = @country',
    bound.acceptUntil === null ? null : `${TO_DECIDE} AND orders.accept_by <= @acceptUntil`,
    bound.purchasedFrom === null ? null : 'orders.purchased_at >= @purchasedFrom',
    bound.purchasedBefore === null ? null : 'orders.purchased_at < @purchasedBefore',
  ].filter((condition) => condition !== null)
