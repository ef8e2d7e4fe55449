import type { Buyer } from '../../domain/address.ts'
import type { Carrier } from '../../domain/carriers/carrier.ts'
import type { Item } from '../../domain/item.ts'
import type { PrepaidLabel } from '../../domain/order.ts'
import type { Tracking } from '../../domain/parcel.ts'
import type { Check, Fields, FieldValues } from './definition.ts'
import type { Ports } from './ports.ts'

/**
 * What a marketplace must be able to do. Reads throw a `Fault` when the answer cannot be trusted: an empty list always means that
 * there is nothing. Every act is safe to repeat: its outcome says when an earlier try had already worked.
 */
export interface Marketplace {
  readonly carrierWords: CarrierWords
  testConnection(): Promise<readonly Check[]>
  /** Purchases that still wait for a decision, merged by purchase id. */
  listNewSales(): Promise<readonly Sale[]>
  /** Accepted purchases bought since that day (`YYYY-MM-DD`, Paris), all pages. */
  listCurrentSales(since: string): Promise<readonly Sale[]>
  acceptItem(itemId: string): Promise<AcceptOutcome>
  refuseItem(itemId: string): Promise<RefuseOutcome>
  /** Costs, contact and label of an accepted purchase; null when the marketplace does not have them yet. */
  readCompletion(reference: string): Promise<Completion | null>
  /** One purchase at a time: tells how its items left. */
  sendTracking(reference: string, items: readonly ItemTracking[]): Promise<readonly TrackingOutcome[]>
  /** One item, for a later or changed code. */
  offerTracking(itemId: string, tracking: Tracking): Promise<'taken' | Declined>
  cancelItem(itemId: string, comment: string): Promise<CancelOutcome>
  readItem(itemId: string): Promise<ItemDetails>
  /** Items with a claim or an unread message. */
  listToDo(): Promise<readonly ToDo[]>
  messageBuyer(itemId: string, text: string): Promise<void>
  confirmPreorder(advertId: string, units: number): Promise<void>
  readInventory(): Promise<readonly Advert[]>
  /** Uploads quantities; the result comes later as a report. */
  sendStock(lines: readonly StockLine[]): Promise<{ readonly fileId: string }>
  readStockReport(fileId: string): Promise<StockReport>
}

/** The marketplace's spelling of carriers. */
export interface CarrierWords {
  /** Null: it does not list this carrier. */
  of(carrier: Carrier): string | null
  /** Its word for "another one", which wants a link. */
  readonly other: string
}

/** A purchase as the marketplace shows it. */
export interface Sale {
  readonly reference: string
  readonly purchasedAt: string
  readonly deliveryMode: string
  readonly buyer: Buyer
  readonly items: readonly Item[]
  /** Values we do not know (status, currency, country), each as `field: value`. */
  readonly unknownValues: readonly UnknownValue[]
  /** The answer's own text about this purchase. */
  readonly raw: string
}

export interface UnknownValue {
  readonly field: 'status' | 'currency' | 'country'
  readonly value: string
}

export interface Declined {
  readonly declined: string
}

/** `already-accepted`: an earlier accept worked. `emptied`: it was refused, cancelled or expired before. */
export type AcceptOutcome = 'accepted' | 'already-accepted' | 'emptied'
export type RefuseOutcome = 'refused' | 'already-accepted' | 'emptied'
export type CancelOutcome = 'cancelled' | Declined

export interface Completion {
  /** Shipping per item, VAT included. */
  readonly items: readonly { readonly itemId: string; readonly shippingCents: number }[]
  readonly buyer: Buyer
  readonly prepaidLabel: PrepaidLabel | null
}

/** `tracking` null: handed over without a number. `carrierRefused`: the marketplace's word was refused once already, so `Autre` goes. */
export interface ItemTracking {
  readonly itemId: string
  readonly tracking: Tracking | null
}

export interface TrackingOutcome {
  readonly itemId: string
  readonly outcome: 'sent' | 'already-shipped' | 'not-confirmed' | 'unknown-item' | 'carrier-refused' | 'refused'
  readonly message: string
}

export interface ItemDetails {
  readonly itemId: string
  readonly status: Item['status']
  readonly rakutenStatus: string
  readonly shipped: boolean
  readonly claim: { readonly text: string; readonly openedAt: string | null } | null
  /** Newest first; those without a date last. */
  readonly messages: readonly {
    readonly from: string
    readonly at: string | null
    readonly text: string
    readonly unread: boolean
  }[]
}

export interface ToDo {
  readonly itemId: string
  readonly causes: readonly string[]
}

/** One line of the seller's inventory there. */
export interface Advert {
  readonly advertId: string
  readonly sku: string
  readonly title: string
  readonly ean: string
  readonly priceCents: number
  readonly currency: string
  readonly quantity: number
  readonly unlimited: boolean
}

export interface StockLine {
  readonly sku: string
  readonly quantity: number
  /** Must be told along; always the one just read. */
  readonly priceCents: number
}

export interface StockReport {
  readonly state: 'pending' | 'done' | 'failed' | 'identical'
  readonly message: string
  readonly lines: readonly { readonly sku: string; readonly ok: boolean; readonly message: string }[]
}

/** What the marketplace's connector declares about itself: data, not discovered by failing. */
export interface MarketplaceDefinition<F extends Fields = Fields> {
  readonly id: string
  readonly title: string
  readonly fields: F
  connect(values: FieldValues<F>, ports: Ports): Marketplace
}

export const defineMarketplace = <F extends Fields>(definition: MarketplaceDefinition<F>): MarketplaceDefinition<F> =>
  definition
