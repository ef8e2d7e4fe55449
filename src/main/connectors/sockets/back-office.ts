import type { Address, RelayPoint } from '../../domain/address.ts'
import type { DeliveryMethod } from '../../domain/delivery-mode.ts'
import type { Parcel } from '../../domain/parcel.ts'
import type { Check, Choice, Fields, FieldValues, Preset } from './definition.ts'
import type { Ports } from './ports.ts'

/**
 * What a webshop, a warehouse or This PC must be able to do. Answers are safe to ask for again; a partial or doubtful answer is a
 * `Fault`, never an empty list.
 */
export interface BackOffice {
  testConnection(): Promise<readonly Check[]>
  /** How parcels can leave, and which delivery modes each method serves. */
  listMethods(): Promise<readonly DeliveryMethod[]>
  /** Do the SKUs exist, how many units are there, can it be delivered? Asked before anything is promised. */
  checkOrder(order: OrderToCheck): Promise<OrderCheck>
  /**
   * Creates the order, paid, without a mail to the buyer, and resolves with the order as read back afterwards, so that a half-made one
   * shows. Never looks up first: that is the engine's business.
   */
  placeOrder(order: OrderToPlace): Promise<PlacedOrder>
  /**
   * Ends what a creation that was cut short left to do (the invoice, the correction of a cent, the payment), on an open order that a look-up
   * found; safe to repeat. For platforms where creating takes more than one call.
   */
  finishOrder?(order: OrderToPlace, found: OfficeOrder): Promise<PlacedOrder>
  /** Every order that bears this reference, cancelled ones included. */
  findOrders(reference: string): Promise<readonly OfficeOrder[]>
  /** The state of many orders in as few calls as the platform allows; an order that is not there is `gone`. */
  readShipments(orders: readonly OrderKey[]): Promise<ReadonlyMap<string, OfficeProgress>>
  /** An order that is cancelled already, or gone, is `cancelled`: nothing of it will leave. */
  cancelOrder(order: OrderKey, reason: string): Promise<OfficeCancelOutcome>
  /**
   * Takes everything but these units out of an order that goes on; `cannot` when the platform has no such thing, or some of the others have
   * left. Said as what stays, so that saying it twice takes nothing more out.
   */
  keepUnits(
    order: OrderKey,
    units: readonly { readonly sku: string; readonly quantity: number }[],
  ): Promise<'kept' | 'cannot'>
  /** Available units of every SKU of the catalogue; a SKU that stands for several products comes once for each. */
  readStock(): Promise<readonly OfficeStock[]>
  /** What a field of the form whose choices come `from-outside` may be; asked for such fields alone. */
  listChoices?(field: string): Promise<readonly Choice[]>
  /** What would go out for this order, and how what came in last was read; nothing is sent. For back offices whose words the seller maps. */
  preview?(order: OrderToPlace): Promise<readonly Preview[]>
  /** Forgets the buyer of an order kept in our own database; only This PC has one. */
  forgetBuyer?(order: OrderKey): Promise<void>
}

export interface OrderKey {
  readonly backOfficeRef: string
  /** `RKT-…` */
  readonly reference: string
}

export interface OrderToCheck {
  readonly lines: readonly LineToCheck[]
  readonly delivery: Address | null
  readonly relayPoint: RelayPoint | null
}

export interface LineToCheck {
  readonly sku: string
  readonly quantity: number
  /** What the buyer pays for all these units, VAT included; absent where nobody has bought anything. */
  readonly paidCents?: number
}

/** What a test order is called; it takes nothing off anybody's stock, where the back office can help it. */
export const TEST_REFERENCE = 'TEST-'
export const isTestReference = (reference: string): boolean => reference.startsWith(TEST_REFERENCE)

export interface OrderCheck {
  readonly unknownSkus: readonly string[]
  /** SKUs that stand for several products there. */
  readonly duplicateSkus: readonly string[]
  /** Units available per SKU; null: the back office does not count that one. */
  readonly available: ReadonlyMap<string, number | null>
  /** The back office's rule that the address breaks, as a sentence; null when it can deliver. */
  readonly addressRule: string | null
  /** Where the back office does not take the marketplace's word for everything: how the order would stand there otherwise. */
  readonly difference?: OrderDifference | null
}

export interface OrderDifference {
  /** One sentence or more, read by the seller before anything is promised. */
  readonly message: string
  /** The seller wants to decide about such orders; otherwise it is told, and the order goes on. */
  readonly needsWord: boolean
}

export interface OrderToPlace {
  readonly reference: string
  readonly purchasedAt: string
  /** Back-office SKUs; prices per unit, VAT included. */
  readonly lines: readonly PlacedLine[]
  readonly shippingCents: number
  readonly currency: string
  readonly buyerLogin: string
  readonly email: string
  readonly billing: Address | null
  readonly delivery: Address
  readonly relayPoint: RelayPoint | null
  readonly methodId: string | null
  /** The buyer's words at the marketplace, for the note. */
  readonly deliveryMode: string
}

export interface PlacedLine {
  readonly sku: string
  readonly title: string
  readonly quantity: number
  readonly priceCents: number
}

/** An order as the back office holds it: what was really created, to be compared with what was asked. */
export interface OfficeOrder extends OrderKey {
  /** What people there call it; the reference when it has no number of its own. */
  readonly number: string
  readonly url: string | null
  readonly state: OfficeState
  /** These three are null where the platform does not tell. */
  readonly totalCents: number | null
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[] | null
  readonly postcode: string | null
}

/** An order just created. */
export interface PlacedOrder extends OfficeOrder {
  /** What else was done there that a seller should know, as sentences for the timeline: stock lowered by us, a cent corrected. */
  readonly notes?: readonly string[]
}

/** `gone`: not there any more, in the bin, or failed. */
export type OfficeState = 'open' | 'completed' | 'cancelled' | 'gone'

export interface OfficeProgress {
  readonly state: OfficeState
  readonly parcels: readonly Parcel[]
  /** Trouble there that somebody has to see to, as a sentence: goods not found, an address that will not do. Only while it lasts. */
  readonly incident?: string
  /** What a seller should know of its state, as sentences for the timeline, each told once: a word of theirs that nobody mapped. */
  readonly notes?: readonly string[]
  /** Units still in the order, when the platform tells: fewer than placed means a line was removed or refunded there. */
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[] | null
}

/** One operation of a back office whose words the seller maps, as it would run. */
export interface Preview {
  /** What it does, in the seller's words: `Order`, `Stock`. */
  readonly title: string
  /** The request or the file as it would go out, or the answer that came in last; secrets removed. Null: nothing came in yet. */
  readonly text: string | null
  /** What was read of an answer, under our own names; null for what goes out. */
  readonly rows: readonly Readonly<Record<string, string>>[] | null
  /** What does not fit, as a sentence; null when all is well. */
  readonly problem: string | null
}

/** `declined`: packed, picked or gone already; the reason in its words. */
export type OfficeCancelOutcome = 'cancelled' | { readonly declined: string }

export interface OfficeStock {
  readonly sku: string
  /** Null: not counted, as good as endless. */
  readonly available: number | null
  readonly title: string
}

/** What the platform can do: data, not discovered by failing. */
export interface BackOfficeCapabilities {
  /** Orders can be found by our reference. Without it a creation in doubt is never repeated alone. */
  readonly lookUp: boolean
  /** Creating twice under one reference gives one order. */
  readonly idempotentCreate: boolean
  /** How long a created order may stay invisible to the look-up. */
  readonly indexDelaySeconds: number
  readonly holdsRelayPoint: boolean
  /** Orders bear the prices of its own catalogue, and nothing lets them bear the marketplace's: another total is told, not taken for a fault. */
  readonly ownPrices?: true
  /** A test order does no harm there. */
  readonly testOrders: boolean
  /** Outside calls that reading 500 open orders takes at most. */
  readonly callsPer500Orders: number
  /** Outside calls that reading the stock of 5,000 SKUs takes at most. */
  readonly callsPer5000Skus: number
}

export interface BackOfficeDefinition<F extends Fields = Fields> {
  readonly id: string
  readonly title: string
  readonly kind: 'webshop' | 'warehouse' | 'built-in'
  readonly fields: F
  readonly capabilities: BackOfficeCapabilities
  /** Where they depend on the form: what one that is filled in so can do. Its secrets are not among the values. */
  capabilitiesOf?(values: Readonly<Record<string, string>>): BackOfficeCapabilities
  /** Forms that are filled in already, offered beside the empty one. What is mapped like this can be previewed too. */
  readonly presets?: readonly Preset[]
  /** Fields of its products that may hold what the marketplace calls SKU; the first is the default. */
  readonly skuSources: readonly string[]
  /** What a seller must know before relying on it, as sentences: shown by the form, and beside the checks of every test. */
  readonly caution?: string
  connect(values: FieldValues<F>, ports: Ports & { readonly skuSource: string }): BackOffice
}

export const defineBackOffice = <F extends Fields>(definition: BackOfficeDefinition<F>): BackOfficeDefinition<F> =>
  definition
