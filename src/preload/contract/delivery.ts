import * as z from 'zod/mini'
import { DeliveryMethodView } from './back-offices.ts'
import { endpoint, type ViewOf } from './endpoint.ts'
import { OrderResult } from './orders.ts'
import { Id, Job } from './shapes.ts'

export const ModeRow = z.object({
  mode: z.string(),
  openOrders: z.int(),
  /** Skipped orders that a method would let in. */
  heldOrders: z.int(),
  choice: z.enum(['method', 'not-available', 'in-store-pickup', 'not-mapped']),
  methodId: z.nullable(z.string()),
  /** Chosen by the seller; otherwise the default. */
  own: z.boolean(),
  /** `label`: Rakuten prints it and knows the number. */
  tracking: z.enum(['not-needed', 'needed', 'label']),
})
export type ModeRow = ViewOf<typeof ModeRow>

export const DeliveryTable = z.object({
  /** Not mapped first. */
  modes: z.array(ModeRow),
  methods: z.array(DeliveryMethodView),
  /** Why the methods could not be read just now; the last known ones are shown. */
  methodsProblem: z.nullable(z.string()),
})
export type DeliveryTable = ViewOf<typeof DeliveryTable>

export const CarrierRow = z.object({
  /** Id in the catalogue, or the name of an own carrier. */
  id: z.string(),
  name: z.string(),
  /** What Rakuten gets: its own word, or `Autre`. */
  rakutenName: z.string(),
  /** Host of the buyer's link; null when there is no template. */
  linkHost: z.nullable(z.string()),
  own: z.boolean(),
  used: z.boolean(),
  /** What the back office calls it, as far as it is mapped. */
  knownAs: z.array(z.string()),
})
export type CarrierRow = ViewOf<typeof CarrierRow>

/** The rules that find a carrier, first hit wins (product.md section 5). */
export const CarrierRule = z.enum(['mapping', 'link', 'name', 'number', 'default', 'problem'])
export type CarrierRule = z.infer<typeof CarrierRule>

const NamedCarrier = z.object({ id: z.string(), name: z.string() })

export const TriedCode = z.object({
  /** Null: nobody we know. */
  carrier: z.nullable(NamedCarrier),
  /** What Rakuten would be told; null when nothing could go. */
  rakutenName: z.nullable(z.string()),
  trackingUrl: z.nullable(z.string()),
  /** Why nothing could go; null when it could. */
  problem: z.nullable(z.string()),
  /** The number does not look like its carrier's: worth a warning. */
  suspect: z.boolean(),
  /** In their order; the first hit wins. `several`: those it names, none of them for certain. */
  rules: z.array(
    z.object({
      rule: CarrierRule,
      answer: z.enum(['hit', 'no-answer', 'several', 'not-reached']),
      carriers: z.array(NamedCarrier),
    }),
  ),
})
export type TriedCode = ViewOf<typeof TriedCode>

const text = z.nullable(z.string().check(z.trim(), z.maxLength(1_000)))

export const deliveryContract = {
  table: endpoint(z.object({ connectionId: Id }), DeliveryTable),
  /** A method of the back office, or null for *Not available*. Answers with the orders that may be brought back. */
  map: endpoint(
    z.object({ connectionId: Id, mode: z.string().check(z.minLength(1)), methodId: z.nullable(z.string()) }),
    z.object({ heldOrders: z.int() }),
  ),
  bringBack: endpoint(z.object({ connectionId: Id, mode: z.string(), job: Job }), z.array(OrderResult)),
  /** The catalogue and the seller's own. Ticking, adding and mapping them is `connections.change`. */
  carriers: endpoint(
    z.object({ connectionId: Id }),
    z.object({ carriers: z.array(CarrierRow), defaultCarrier: z.nullable(z.string()) }),
  ),
  tryCode: endpoint(
    z.object({
      connectionId: Id,
      trackingNumber: text,
      carrierName: text,
      trackingUrl: text,
      postcode: text,
      countryCode: text,
    }),
    TriedCode,
  ),
}
