import * as z from 'zod/mini'

/** The words of the domain that may cross. `main/answers` fails to compile when the domain knows one that is missing here. */

export const OrderStatus = z.enum([
  'imported',
  'accepted',
  'placed',
  'waiting',
  'dispatched',
  'shipped',
  'cancelled',
  'refused',
  'skipped',
  'manual',
])
export type OrderStatus = z.infer<typeof OrderStatus>

export const ItemStatus = z.enum([
  'to-decide',
  'accepted',
  'refused',
  'cancelled',
  'claim',
  'preorder',
  'closed',
  'not-ours',
  'unknown',
])
export type ItemStatus = z.infer<typeof ItemStatus>

export const SkippedReason = z.enum([
  'in-store-pickup',
  'mode-not-available',
  'mode-not-mapped',
  'rakuten-logistics',
  'cancelled',
  'before-start-date',
])
export type SkippedReason = z.infer<typeof SkippedReason>

export const ProblemKind = z.enum([
  'cancelled-late',
  'claim',
  'duplicate',
  'in-doubt',
  'gone',
  'incident',
  'partial',
  'cancellation',
  'total-differs',
  'tracking-required',
  'carrier',
  'tracking-changed',
  'not-recorded',
  'negotiation',
  'preorder',
  'accepted-elsewhere',
  'sku',
  'stock',
  'address',
  'delivery-mode',
  'unknown-value',
  'stock-confirmation',
  'credentials',
  'settings',
  'refused',
  'clock',
  'quota',
  'busy',
  'unreachable',
  'unreadable',
])
export type ProblemKind = z.infer<typeof ProblemKind>

export const Actor = z.enum(['navette', 'seller', 'buyer', 'rakuten', 'back-office', 'elsewhere'])
export type Actor = z.infer<typeof Actor>

export const TimelineEvent = z.enum([
  'imported',
  'skipped',
  'reconsidered',
  'item-accepted',
  'item-refused',
  'item-cancelled',
  'accepted',
  'placing',
  'placed',
  'adopted',
  'placing-unknown',
  'completed',
  'completion-undone',
  'dispatched',
  'tracking-changed',
  'tracking-sent',
  'tracking-offered',
  'part-shipped',
  'shipped',
  'message-sent',
  'cancelled',
  'cancelled-in-back-office',
  'line-shrunk',
  'refused',
  'manual',
  'handed-back',
  'claim-opened',
  'claim-closed',
  'problem',
  'problem-solved',
  'decided',
  'address-corrected',
  'stock-lowered',
  'note',
  'erased',
  'call',
])
export type TimelineEvent = z.infer<typeof TimelineEvent>

export const ShipmentState = z.enum(['known', 'to-send', 'sent', 'recorded', 'to-offer', 'offered', 'declined'])
export type ShipmentState = z.infer<typeof ShipmentState>

export const StockState = z.enum(['unchanged', 'pending', 'sent', 'superseded', 'skipped', 'error'])
export type StockState = z.infer<typeof StockState>

export const StepName = z.enum([
  'import',
  'accept',
  'place',
  'read-shipments',
  'cancel',
  'send-tracking',
  'read-back',
  'stock',
])
export type StepName = z.infer<typeof StepName>

/** Plain facts that fill a sentence in. */
export const Detail = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
)
