/** One parcel as the back office reported it, and what became of it. */
export interface Parcel {
  /** The carrier in the back office's words; null when it named none. */
  readonly carrierName: string | null
  readonly carrierCode: string | null
  readonly trackingNumber: string | null
  readonly trackingUrl: string | null
  /** The units inside; empty means the whole order (or that the back office does not say). */
  readonly contents: readonly ParcelContent[]
}

export interface ParcelContent {
  readonly sku: string
  readonly quantity: number
}

/** What goes to the marketplace for some items: the carrier in its own spelling, the number, the link. */
export interface Tracking {
  readonly carrier: string
  readonly trackingNumber: string
  /** Absolute https link; empty only when there is no number either. */
  readonly trackingUrl: string
}

/** The tracking kept with an order: which items it covers, how its carrier was found, and how far it travelled. */
export interface Shipment {
  readonly id: number
  readonly orderId: number
  readonly itemIds: readonly string[]
  readonly parcel: Parcel
  /** Null while the carrier is not found, or when the parcel travels without a number. */
  readonly tracking: Tracking | null
  /** Which of the six rules found the carrier (product.md section 5); null when it travels without a number. */
  readonly rule: string | null
  readonly state: ShipmentState
  readonly sentAt: string | null
  /** How often it was told to the marketplace. */
  readonly attempts: number
}

/**
 * `known`: kept, not to be sent (a second parcel, or shipped elsewhere). `to-send`, `sent`: on its way, told.
 * `recorded`: the marketplace shows it. `to-offer`, `offered`: a later or changed code, told once. `declined`: it would not take it.
 */
export const SHIPMENT_STATES = ['known', 'to-send', 'sent', 'recorded', 'to-offer', 'offered', 'declined'] as const
export type ShipmentState = (typeof SHIPMENT_STATES)[number]
