import type { Buyer } from '../domain/address.ts'
import type { Item } from '../domain/item.ts'
import {
  type Decisions,
  ORDER_STATUSES,
  type Order,
  type OrderStatus,
  type PrepaidLabel,
  SKIPPED_REASONS,
} from '../domain/order.ts'
import { ACTORS } from '../domain/timeline.ts'
import { columnsOf } from './columns.ts'
import { fromJson, fromJsonOrNull, oneOf, toJson } from './json-column.ts'

type InJson = 'buyer' | 'decisions' | 'prepaidLabel'
type Words = 'status' | 'shippedBy' | 'endedBy' | 'skippedReason'

export type OrderRecord = Omit<Order, 'items' | InJson | Words> & {
  readonly buyer: string | null
  readonly decisions: string
  readonly prepaidLabel: string | null
  readonly status: string
  readonly shippedBy: string | null
  readonly endedBy: string | null
  readonly skippedReason: string | null
}

export const ORDER_COLUMNS = columnsOf(
  'revision',
  'connectionId',
  'reference',
  'status',
  'purchasedAt',
  'importedAt',
  'acceptBy',
  'changedAt',
  'deliveryMode',
  'decisions',
  'backOfficeId',
  'backOfficeRef',
  'backOfficeNumber',
  'backOfficeUrl',
  'methodId',
  'prepaidLabel',
  'acceptedAt',
  'shippingCents',
  'placedAt',
  'completedAt',
  'dispatchedAt',
  'shippedAt',
  'shippedBy',
  'endedAt',
  'endedBy',
  'endReason',
  'skippedReason',
  'manualSince',
  'buyer',
)

const SHIPPED_BY = ['navette', 'elsewhere'] as const

export const toOrder = (record: OrderRecord, items: readonly Item[]): Order =>
  certain({
    ...record,
    items,
    status: oneOf(ORDER_STATUSES, record.status),
    buyer: fromJsonOrNull<Buyer>(record.buyer),
    decisions: fromJson<Decisions>(record.decisions),
    prepaidLabel: fromJsonOrNull<PrepaidLabel>(record.prepaidLabel),
    shippedBy: record.shippedBy === null ? null : oneOf(SHIPPED_BY, record.shippedBy),
    endedBy: record.endedBy === null ? null : oneOf(ACTORS, record.endedBy),
    skippedReason: record.skippedReason === null ? null : oneOf(SKIPPED_REASONS, record.skippedReason),
  })

export const toOrderRecord = ({ items: _, ...order }: Order): OrderRecord => ({
  ...order,
  buyer: order.buyer === null ? null : toJson(order.buyer),
  decisions: toJson(order.decisions),
  prepaidLabel: order.prepaidLabel === null ? null : toJson(order.prepaidLabel),
})

const PLACED = ['backOfficeId', 'acceptedAt', 'shippingCents', 'backOfficeRef', 'placedAt'] as const
const ENDED = ['endedAt', 'endedBy', 'endReason'] as const

/** What a status makes certain, as `OrderFacts` of the domain says it to the compiler. */
const CERTAIN: Record<OrderStatus, readonly (keyof Order)[]> = {
  imported: [],
  accepted: ['backOfficeId', 'acceptedAt', 'shippingCents'],
  placed: PLACED,
  waiting: [...PLACED, 'completedAt'],
  dispatched: [...PLACED, 'dispatchedAt'],
  shipped: ['shippedAt', 'shippedBy'],
  cancelled: ENDED,
  refused: ENDED,
  skipped: ['skippedReason'],
  manual: ['manualSince'],
}

type Uncertain = { readonly [K in keyof Order]: K extends 'status' ? OrderStatus : Order[K] | null }

/** Refuses an order that lacks what its status promises, on the way in as on the way out. */
export const certain = (order: Uncertain): Order => {
  const missing = CERTAIN[order.status].filter((fact) => order[fact] === null)
  if (missing.length > 0) throw new Error(`Order ${order.reference} is ${order.status} without ${missing.join(', ')}`)
  return order as Order // every fact its status promises was just seen
}
