import * as z from 'zod/mini'
import type { ViewOf } from './endpoint.ts'
import { Day, FieldView, ProblemView } from './shapes.ts'

const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))

export const OwnCarrierView = z.object({
  name: words,
  /** https, with `{trackingNumber}` and, if wanted, `{postcode}`. */
  trackingUrlTemplate: z.string().check(z.trim(), z.minLength(1), z.maxLength(1_000)),
})

/** How a connection behaves (product.md section 11). Checked again, field by field, before anything is stored. */
export const ConnectionSettingsView = z.object({
  /** Purchases of an earlier day (Paris) stay out. */
  importFrom: z.nullable(Day),
  acceptance: z.enum(['automatic', 'by-hand']),
  partialStock: z.enum(['hold', 'accept-available']),
  adoptAccepted: z.enum(['ask', 'automatic']),
  skuSource: words,
  skuAliases: z.record(words, words),
  /** Mode to method; null is *Not available*. */
  deliveryModes: z.record(words, z.nullable(words)),
  /** The back office's carrier name or code to a carrier's id or an own carrier's name. */
  carriers: z.record(words, words),
  carriersUsed: z.array(words),
  defaultCarrier: z.nullable(words),
  ownCarriers: z.array(OwnCarrierView),
  stockUpdates: z.boolean(),
  safetyStock: z.int().check(z.nonnegative(), z.maximum(999)),
  cancelAtRakuten: z.enum(['automatic', 'confirm']),
  cancelComment: z.string().check(z.trim(), z.minLength(1), z.maxLength(400)),
  messageBuyer: z.boolean(),
})
export type ConnectionSettingsView = ViewOf<typeof ConnectionSettingsView>

export const SettingsChange = z.exactPartial(ConnectionSettingsView)
export type SettingsChange = ViewOf<typeof SettingsChange>

/** `stopped`: waits for a person. `trying-again`: Navette goes on by itself. `finishing`: removed once its open orders have ended. */
export const ConnectionState = z.enum(['running', 'paused', 'stopped', 'trying-again', 'finishing'])
export type ConnectionState = z.infer<typeof ConnectionState>

export const ConnectionView = z.object({
  id: z.int(),
  label: z.string(),
  /** Id and name of the marketplace's connector. */
  marketplace: z.string(),
  marketplaceTitle: z.string(),
  login: z.string(),
  /** The account's other fields, without secrets. */
  account: z.record(z.string(), z.string()),
  /** Names of the secrets that are kept; never their values. */
  secretsSet: z.array(z.string()),
  backOfficeId: z.int(),
  /** The back office's label and the name of its connector. */
  backOffice: z.string(),
  backOfficeTitle: z.string(),
  backOfficeKind: z.enum(['webshop', 'warehouse', 'built-in']),
  referencePrefix: z.string(),
  practice: z.boolean(),
  paused: z.boolean(),
  state: ConnectionState,
  stockUpdates: z.boolean(),
  settings: ConnectionSettingsView,
  problem: z.nullable(ProblemView),
  lastCycleAt: z.nullable(z.string()),
  lastCycleMs: z.nullable(z.int()),
  /** Orders that came in and left today (this PC's day). */
  importedToday: z.int(),
  shippedToday: z.int(),
  openOrders: z.int(),
  nearestAcceptBy: z.nullable(z.string()),
  /** A marked, harmless order may be sent into its back office. */
  testOrders: z.boolean(),
})
export type ConnectionView = ViewOf<typeof ConnectionView>

export const MarketplaceView = z.object({
  id: z.string(),
  title: z.string(),
  fields: z.array(FieldView),
  /** It can be tried with an invented account. */
  practice: z.boolean(),
})
export type MarketplaceView = ViewOf<typeof MarketplaceView>

export const BacklogEntryView = z.object({
  reference: z.string(),
  purchasedAt: z.string(),
  acceptBy: z.string(),
  deliveryMode: z.string(),
  units: z.int(),
  totalCents: z.int(),
  currency: z.string(),
  imported: z.boolean(),
  partlyAccepted: z.boolean(),
})
export type BacklogEntryView = ViewOf<typeof BacklogEntryView>

/** How the marketplace's SKUs meet the back office's products. */
export const SkuMatch = z.object({
  matched: z.int(),
  missing: z.int(),
  duplicate: z.int(),
  /** Up to twenty of each. */
  samples: z.object({
    matched: z.array(z.object({ sku: z.string(), title: z.string(), product: z.string() })),
    missing: z.array(z.object({ sku: z.string(), title: z.string() })),
    duplicate: z.array(z.object({ sku: z.string(), title: z.string() })),
  }),
})
export type SkuMatch = ViewOf<typeof SkuMatch>

/** `sent`: created. `confirmed`: found by its reference and read back. `cancelled`, `completed`: done there, and noticed. */
export const TestOrderView = z.object({
  reference: z.string(),
  state: z.enum(['sent', 'confirmed', 'cancelled', 'completed', 'failed']),
  sentAt: z.string(),
  backOfficeNumber: z.nullable(z.string()),
  backOfficeUrl: z.nullable(z.string()),
  message: z.string(),
})
export type TestOrderView = ViewOf<typeof TestOrderView>

/** What an unfinished *Connect* keeps: all but the secrets. */
export const ConnectDraft = z.object({
  step: z.string().check(z.maxLength(50)),
  marketplace: z.string().check(z.maxLength(100)),
  label: z.string().check(z.maxLength(200)),
  /** Fields that are no secrets; a secret among them is refused. */
  values: z.record(z.string(), z.string().check(z.maxLength(1_000))),
  backOfficeId: z.nullable(z.int()),
  connectionId: z.nullable(z.int()),
})
export type ConnectDraft = ViewOf<typeof ConnectDraft>
