import type { Deadlines } from './deadline.ts'

/** Where an item stands (section 13). Shipped is a flag beside it, not a state. */
export type ItemState = 'to-decide' | 'accepted' | 'preorder' | 'claim' | 'closed' | 'refused' | 'cancelled' | 'expired'

/** `seller` speaks through the web services, `site` is the seller clicking on Rakuten's own pages. */
export type Actor = 'seller' | 'site' | 'buyer' | 'rakuten'

export interface Shipment {
  readonly transporter: string
  readonly trackingNumber: string
  readonly trackingUrl: string
  readonly by: Actor
  readonly at: number
}

export interface Claim {
  readonly openedAt: number
  readonly type: string
  readonly amicable: boolean
  readonly comment: string
}

/** A message between buyer and seller, or a mail of the customer service (then with an id and a subject). */
export interface Letter {
  readonly from: 'buyer' | 'seller' | 'customer-service'
  readonly sentAt: number
  readonly content: string
  readonly mailId: string | null
  readonly subject: string
  readonly answersMailId: string | null
  read: boolean
}

export type LogCode = 'ITEM_REQUESTED' | 'PM_REMIND' | 'ITEM_COMMITTED' | 'TRACKING' | 'AMICABLE_CLAIM_CREATION'

export interface LogEntry {
  readonly at: number
  readonly code: LogCode
}

/** One unit of one advert: what the web services call an item. Prices in cents, VAT included. */
export interface Item {
  readonly itemId: string
  readonly purchaseId: string
  readonly sku: string
  readonly advertId: string
  readonly title: string
  readonly category: string
  readonly listedPriceCents: number
  readonly priceCents: number
  /** What the buyer pays for shipping when this unit travels. */
  readonly shippingCents: number
  readonly negotiated: boolean
  readonly negotiationComment: string
  readonly preorder: boolean
  readonly rsl: boolean
  readonly ean: string
  readonly isbn: string
  state: ItemState
  /** The state a claim interrupted. */
  stateBeforeClaim: ItemState | null
  reminded: boolean
  acceptedBy: Actor | null
  acceptedAt: number | null
  refusedBy: Actor | null
  cancelledBy: Actor | null
  cancelledAt: number | null
  cancelComment: string
  shipped: boolean
  readonly shipments: Shipment[]
  claim: Claim | null
  score: string
  /** One unit was taken off the advert's stock for it. */
  stockTaken: boolean
  /** Shown in sales instead of the true status: what a client does with a word it has never seen. */
  strangeStatus: string | null
  readonly letters: Letter[]
  readonly log: LogEntry[]
}

export interface Address {
  readonly civility: string
  readonly lastName: string
  readonly firstName: string
  readonly address1: string
  readonly address2: string
  readonly zipCode: string
  readonly city: string
  readonly state: string
  readonly country: string
  readonly countryAlpha2: string
  readonly phone1: string
  readonly phone2: string
}

export interface Buyer extends Address {
  readonly login: string
  readonly email: string
}

export interface RelayPoint {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly zipCode: string
  readonly city: string
  readonly country: string
  readonly contractLevel: string
}

/** A buyer's basket at this seller. */
export interface Purchase extends Deadlines {
  readonly purchaseId: string
  readonly purchasedAt: number
  /** `yyyy-MM-dd` in Paris. */
  readonly purchasedOn: string
  readonly deliveryMode: string
  readonly currency: string
  readonly buyer: Buyer
  readonly relayPoint: RelayPoint | null
  /** The tracking number of a label that Rakuten has printed already. */
  readonly prepaidTrackingNumber: string | null
  readonly items: readonly Item[]
}
