import type { OrderStatus } from '../domain/order.ts'
import { needsPerson, PROBLEM_KINDS } from '../domain/problem.ts'
import { literals } from './columns.ts'
import { toMatch } from './order-search.ts'

/** The tabs of the orders screen (product.md section 9); the statuses each of them shows. */
export const STATUSES_OF = {
  'to-accept': ['imported'],
  'not-shipped': ['accepted', 'placed', 'manual'],
  waiting: ['waiting'],
  shipped: ['dispatched', 'shipped'],
  cancelled: ['cancelled', 'refused'],
  skipped: ['skipped'],
} as const satisfies Record<string, readonly OrderStatus[]>

export type OrderTab = keyof typeof STATUSES_OF | 'to-do' | 'all'

/** Which orders a list shows. */
export interface OrderFilter {
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
}

const UNMAPPED = "(orders.status = 'skipped' AND orders.skipped_reason = 'mode-not-mapped')"
const TO_DECIDE = `(orders.status = 'imported' OR ${UNMAPPED})`

export const TO_DO = `(
  orders.id IN (SELECT order_id FROM problems
    WHERE order_id IS NOT NULL AND kind IN (${literals(PROBLEM_KINDS.filter((kind) => needsPerson({ kind })))}))
  OR ${UNMAPPED})`

const MANY = 1000

/** A filter as named parameters; null: not asked for. */
export type Bound = {
  match: string | null
  connectionId: number | null
  status: OrderStatus | null
  deliveryMode: string | null
  country: string | null
  acceptUntil: string | null
  purchasedFrom: string | null
  purchasedBefore: string | null
}

/**
 * A few finds are fetched one by one; the plus keeps SQLite from fetching many that way: it then walks the orders as they are sorted and
 * stops when the page is full.
 */
export const matches = (found: number): string =>
  `${found > MANY ? '+' : ''}orders.id IN (SELECT rowid FROM order_search WHERE order_search MATCH @match)`

export const toBound = ({ search = '', ...filter }: OrderFilter): Bound => ({
  match: toMatch(search),
  connectionId: filter.connectionId ?? null,
  status: filter.status ?? null,
  deliveryMode: filter.deliveryMode ?? null,
  country: filter.country ?? null,
  acceptUntil: filter.acceptUntil ?? null,
  purchasedFrom: filter.purchasedFrom ?? null,
  purchasedBefore: filter.purchasedBefore ?? null,
})

/** The seller's text and filters are bound, never written into the statement. */
export const conditionsOf = (tab: OrderTab, { connectionId, status, ...bound }: Bound): readonly string[] =>
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
