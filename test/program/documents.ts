import { z } from 'zod'

/**
 * The JSON documents of product.md section 11, written down from that page and from nothing in the program. Strict: a key too many is as
 * wrong as one that is missing.
 */
const Moment = z.iso.datetime()
const Text = z.string().min(1)
const Cents = z.int()
const ProblemKind = z.enum([
  ...(['credentials', 'busy', 'quota', 'unreachable', 'refused', 'unreadable', 'settings', 'clock'] as const),
  ...(['negotiation', 'preorder', 'sku', 'stock', 'address', 'unknown-value', 'delivery-mode'] as const),
  ...([
    'accepted-elsewhere',
    'total-differs',
    'in-doubt',
    'duplicate',
    'gone',
    'carrier',
    'tracking-required',
  ] as const),
  ...(['not-recorded', 'partial', 'cancelled-late', 'claim', 'stock-confirmation'] as const),
])
const Problem = z.strictObject({ kind: ProblemKind, message: Text })
const Status = z.enum([
  ...(['imported', 'accepted', 'placed', 'waiting', 'dispatched'] as const),
  ...(['shipped', 'cancelled', 'refused', 'skipped', 'manual'] as const),
])
const ItemStatus = z.enum([
  ...(['to-decide', 'accepted', 'refused', 'cancelled', 'claim', 'preorder', 'closed', 'not-ours'] as const),
])
const SkippedReason = z.enum([
  ...(['in-store-pickup', 'mode-not-available', 'mode-not-mapped', 'rakuten-logistics', 'cancelled'] as const),
  'before-start-date',
])

export const STEPS = [
  ...(['import', 'accept', 'place', 'read-shipments', 'send-tracking', 'read-back', 'cancel', 'stock'] as const),
] as const

export const SyncDocument = z.strictObject({
  startedAt: Moment,
  finishedAt: Moment,
  connections: z.array(
    z.strictObject({
      label: Text,
      problem: Problem.nullable(),
      steps: z.array(z.strictObject({ step: z.enum(STEPS), moved: z.int().min(0), problems: z.int().min(0) })),
    }),
  ),
})

const Order = z.strictObject({
  reference: Text,
  connection: Text,
  status: Status,
  problem: Problem.nullable(),
  backOfficeRef: Text.nullable(),
  deliveryMode: Text,
  carrier: Text.nullable(),
  trackingNumber: Text.nullable(),
  trackingUrl: z.url().nullable(),
  items: z.array(
    z.strictObject({ itemId: Text, sku: z.string(), status: ItemStatus, rakutenStatus: Text, priceCents: Cents }),
  ),
  importedAt: Moment,
  acceptBy: Moment,
  shippedAt: Moment.nullable(),
  skippedReason: SkippedReason.nullable(),
})
export const OrdersDocument = z.array(Order)
export const OrderDocument = z.tuple([
  Order.extend({
    timeline: z
      .array(z.strictObject({ at: Moment, actor: Text, what: Text, detail: z.record(z.string(), z.unknown()) }))
      .min(1),
  }),
])

export const StockDocument = z.array(
  z.strictObject({
    connection: Text,
    sku: Text,
    available: z.int().nullable(),
    offered: z.int().nullable(),
    lastSent: z.int().nullable(),
    state: z.enum(['unchanged', 'pending', 'sent', 'superseded', 'skipped', 'error']),
    message: z.string(),
  }),
)

export const ProblemsDocument = z.array(
  z.strictObject({
    connection: Text,
    reference: Text.nullable(),
    kind: ProblemKind,
    message: Text,
    since: Moment,
    nextTryAt: Moment.nullable(),
    choices: z.array(Text),
  }),
)

export const ConnectionsDocument = z.array(
  z.strictObject({
    label: Text,
    marketplace: Text,
    backOffice: Text,
    paused: z.boolean(),
    stockUpdates: z.boolean(),
    lastCycleAt: Moment.nullable(),
    problem: Problem.nullable(),
  }),
)
export const TestedDocument = z.array(
  z.strictObject({
    label: Text,
    checks: z.array(z.strictObject({ name: Text, ok: z.boolean(), message: Text })).min(1),
  }),
)

export const ActDocument = z.strictObject({ reference: z.string(), action: Text, done: z.boolean(), message: Text })
export const ExportDocument = z.strictObject({ buyer: Text, orders: z.array(z.looseObject({ reference: Text })) })
export const ErasedDocument = z.strictObject({ erased: z.int() })
