import * as z from 'zod/mini'
import type { ViewOf } from './endpoint.ts'
import { ProblemView } from './shapes.ts'
import { Actor, Detail, ItemStatus, OrderStatus, ShipmentState, SkippedReason, TimelineEvent } from './vocabulary.ts'

export const ItemView = z.object({
  itemId: z.string(),
  sku: z.string(),
  title: z.string(),
  status: ItemStatus,
  /** The marketplace's own word. */
  rakutenStatus: z.string(),
  priceCents: z.int(),
  listedPriceCents: z.int(),
  negotiated: z.boolean(),
  negotiationComment: z.string(),
  preorder: z.boolean(),
  shipped: z.boolean(),
})
export type ItemView = ViewOf<typeof ItemView>

/** What a seller may do with an order as it stands. */
export const OrderAction = z.enum(['accept', 'refuse', 'retry', 'cancel', 'manual', 'resume', 'reconsider', 'track'])
export type OrderAction = z.infer<typeof OrderAction>

/** Which of the two ends of waiting comes, and when. */
export const Countdown = z.object({ outcome: z.enum(['ships-without-code', 'code-needed']), endsAt: z.string() })

export const OrderRow = z.object({
  id: z.int(),
  connectionId: z.int(),
  /** The connection's label. */
  connection: z.string(),
  practice: z.boolean(),
  /** The marketplace's purchase id. */
  reference: z.string(),
  status: OrderStatus,
  /** The most urgent one. */
  problem: z.nullable(ProblemView),
  backOfficeRef: z.nullable(z.string()),
  backOfficeNumber: z.nullable(z.string()),
  /** Null once erased. */
  buyerName: z.nullable(z.string()),
  items: z.array(ItemView),
  /** Units still to deliver, or delivered. */
  units: z.int(),
  deliveryMode: z.string(),
  carrier: z.nullable(z.string()),
  trackingNumber: z.nullable(z.string()),
  trackingUrl: z.nullable(z.string()),
  totalCents: z.int(),
  currency: z.string(),
  purchasedAt: z.string(),
  importedAt: z.string(),
  acceptBy: z.string(),
  /** From when on that deadline is at risk; null when there is nothing to decide. */
  atRiskFrom: z.nullable(z.string()),
  changedAt: z.string(),
  completedAt: z.nullable(z.string()),
  /** While it waits for a code. */
  countdown: z.nullable(Countdown),
  shippedAt: z.nullable(z.string()),
  shippedBy: z.nullable(z.enum(['navette', 'elsewhere'])),
  endedAt: z.nullable(z.string()),
  endedBy: z.nullable(Actor),
  endReason: z.nullable(z.string()),
  skippedReason: z.nullable(SkippedReason),
  manualSince: z.nullable(z.string()),
  actions: z.array(OrderAction),
})
export type OrderRow = ViewOf<typeof OrderRow>

const text = z.string().check(z.maxLength(200))
/** A postal address; missing parts are empty. */
export const AddressView = z.object({
  civility: text,
  lastName: text,
  firstName: text,
  address1: text,
  address2: text,
  postcode: text,
  city: text,
  state: text,
  country: text,
  countryCode: text,
  phone: text,
  mobile: text,
})
export type AddressView = ViewOf<typeof AddressView>

export const RelayPointView = z.object({
  id: z.string(),
  name: z.string(),
  address: z.string(),
  postcode: z.string(),
  city: z.string(),
  country: z.string(),
  countryCode: z.string(),
  civility: z.string(),
  lastName: z.string(),
  firstName: z.string(),
})

export const BuyerView = z.object({
  login: z.string(),
  email: z.string(),
  billing: z.nullable(AddressView),
  delivery: z.nullable(AddressView),
  relayPoint: z.nullable(RelayPointView),
  /** The seller's correction, for the back office only. */
  corrected: z.nullable(AddressView),
})
export type BuyerView = ViewOf<typeof BuyerView>

export const LineView = z.object({
  sku: z.string(),
  title: z.string(),
  quantity: z.int(),
  priceCents: z.int(),

  itemIds: z.array(z.string()),
  /** Units of it still to deliver, or delivered. */
  kept: z.int(),
})
export type LineView = ViewOf<typeof LineView>

export const ShipmentView = z.object({
  id: z.int(),
  itemIds: z.array(z.string()),
  /** As the back office named it. */
  carrierName: z.nullable(z.string()),
  carrier: z.nullable(z.string()),
  trackingNumber: z.nullable(z.string()),
  trackingUrl: z.nullable(z.string()),
  /** Which rule found the carrier. */
  rule: z.nullable(z.string()),
  state: ShipmentState,
  sentAt: z.nullable(z.string()),
  attempts: z.int(),
})
export type ShipmentView = ViewOf<typeof ShipmentView>

export const TimelineEntryView = z.object({ at: z.string(), actor: Actor, what: TimelineEvent, detail: Detail })
export type TimelineEntryView = ViewOf<typeof TimelineEntryView>

export const OrderDetail = z.extend(OrderRow, {
  problems: z.array(ProblemView),
  buyer: z.nullable(BuyerView),
  /** Null while the buyer is still kept. */
  buyerErasedAt: z.nullable(z.string()),
  lines: z.array(LineView),
  shippingCents: z.nullable(z.int()),
  backOfficeId: z.nullable(z.int()),
  /** The back office's label. */
  backOffice: z.nullable(z.string()),
  backOfficeUrl: z.nullable(z.string()),
  /** How it leaves, in the back office's words; its id where those were never read. */
  method: z.nullable(z.string()),
  prepaidLabel: z.nullable(z.object({ url: z.string(), trackingNumber: z.string(), trackingUrl: z.string() })),
  acceptedAt: z.nullable(z.string()),
  placedAt: z.nullable(z.string()),
  dispatchedAt: z.nullable(z.string()),
  shipments: z.array(ShipmentView),
  /** Oldest first; calls stand in it as `call`. */
  timeline: z.array(TimelineEntryView),
})
export type OrderDetail = ViewOf<typeof OrderDetail>
