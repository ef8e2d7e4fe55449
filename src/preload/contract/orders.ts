import * as z from 'zod/mini'
import { endpoint, type ViewOf } from './endpoint.ts'
import { AddressView, OrderDetail, OrderRow } from './order-views.ts'
import { ActResultView, Day, FileView, Id, Job, Page } from './shapes.ts'
import { OrderStatus, ProblemKind } from './vocabulary.ts'

export const OrderTab = z.enum([
  'todo',
  'to-accept',
  'not-shipped',
  'waiting',
  'shipped',
  'cancelled',
  'skipped',
  'all',
])
export type OrderTab = z.infer<typeof OrderTab>

export const OrderSort = z.enum([
  'purchased',
  'imported',
  'changed',
  'deadline',
  'reference',
  'shop-number',
  'status',
  'mode',
  'buyer',
  'items',
  'total',
])
export type OrderSort = z.infer<typeof OrderSort>

const selection = {
  tab: OrderTab,
  /** Number, buyer, SKU, tracking; empty: everything. */
  search: z.string().check(z.maxLength(200)),
  connectionId: z.nullable(Id),
  status: z.nullable(OrderStatus),
  deliveryMode: z.nullable(z.string()),
  /** ISO 3166-1 alpha-2, of where the parcel goes. */
  country: z.nullable(z.string()),
  /** Only those still to decide whose deadline is at risk now. */
  atRisk: z.boolean(),
  /** First and last day of purchase, in Paris. */
  purchasedFrom: z.nullable(Day),
  purchasedTo: z.nullable(Day),
  sort: OrderSort,
  direction: z.enum(['ascending', 'descending']),
}
/** What a list shows, without the page. */
export const OrderSelection = z.object(selection)
export type OrderSelection = ViewOf<typeof OrderSelection>

const short = z.string().check(z.trim(), z.minLength(1), z.maxLength(500))

/** What a choice may need (product.md section 4); the result says which one when it is missing. */
export const FixInputs = z.object({
  sku: z.exactOptional(short),
  product: z.exactOptional(short),
  methodId: z.exactOptional(z.nullable(short)),
  carrier: z.exactOptional(short),
  template: z.exactOptional(short),
  trackingNumber: z.exactOptional(short),
  trackingUrl: z.exactOptional(short),
  keep: z.exactOptional(short),
  address: z.exactOptional(AddressView),
})
export type FixInputs = ViewOf<typeof FixInputs>

/** What a button asks for. */
export const Act = z.discriminatedUnion('action', [
  z.object({ action: z.enum(['accept', 'refuse', 'retry', 'cancel', 'manual', 'resume', 'reconsider']) }),
  z.object({
    action: z.literal('track'),
    carrier: short,
    trackingNumber: short,
    trackingUrl: z.nullable(short),
  }),
  z.object({
    action: z.literal('fix'),
    /** Null: the most urgent problem that knows the choice. */
    kind: z.nullable(ProblemKind),
    choice: short,
    inputs: FixInputs,
  }),
])
export type Act = ViewOf<typeof Act>

export const OrderResult = z.extend(ActResultView, { orderId: z.int() })
export type OrderResult = ViewOf<typeof OrderResult>

export const OrderCounts = z.record(OrderTab, z.int())
export type OrderCounts = ViewOf<typeof OrderCounts>

const Choice = z.object({ value: z.string(), orders: z.int() })

/** What there is to filter by, most frequent first. */
export const OrderChoices = z.object({ deliveryModes: z.array(Choice), countries: z.array(Choice) })
export type OrderChoices = ViewOf<typeof OrderChoices>

export const ordersContract = {
  list: endpoint(
    z.object({ ...selection, ...Page }),
    z.object({ rows: z.array(OrderRow), total: z.int(), counts: OrderCounts }),
  ),
  counts: endpoint(z.void(), OrderCounts),
  /** How many orders each of these selections holds. */
  countEach: endpoint(z.object({ selections: z.array(OrderSelection).check(z.maxLength(100)) }), z.array(z.int())),
  /** Ids of what a list shows, in its order, as many as are worth doing something with at once. */
  ids: endpoint(OrderSelection, z.array(z.int())),
  choices: endpoint(z.void(), OrderChoices),
  get: endpoint(z.object({ id: Id }), z.nullable(OrderDetail)),
  /** Orders that bear this purchase id: two accounts may share one. */
  find: endpoint(z.object({ reference: short, connectionId: z.nullable(Id) }), z.array(OrderRow)),
  /** One after the other, a result for each. */
  act: endpoint(z.object({ ids: z.array(Id), act: Act, job: Job }), z.array(OrderResult)),
  /** What the list shows, whole. */
  csv: endpoint(OrderSelection, FileView),
}
