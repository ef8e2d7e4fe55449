/** A postal address as the marketplace gave it: text, trimmed, never markup. Missing parts are empty strings. */
export interface Address {
  readonly civility: string
  readonly lastName: string
  readonly firstName: string
  readonly address1: string
  readonly address2: string
  /** Text: leading zeros count. */
  readonly postcode: string
  readonly city: string
  /** Province or state, abroad only. */
  readonly state: string
  /** The country's name in the marketplace's words ("Espagne"). */
  readonly country: string
  /** ISO 3166-1 alpha-2, "FR" for metropolitan France; the raw word when it is not a known code. */
  readonly countryCode: string
  readonly phone: string
  readonly mobile: string
}

/** The pickup point a buyer chose. The name on the parcel is the buyer's. */
export interface RelayPoint {
  /** As the marketplace writes it, e.g. `FR-000123`. */
  readonly id: string
  readonly name: string
  readonly address: string
  readonly postcode: string
  readonly city: string
  readonly country: string
  readonly countryCode: string
  readonly civility: string
  readonly lastName: string
  readonly firstName: string
}

/** Everything we hold about the person who bought; erased as one (product.md section 12). */
export interface Buyer {
  readonly login: string
  readonly email: string
  readonly billing: Address | null
  readonly delivery: Address | null
  readonly relayPoint: RelayPoint | null
  /** The seller's correction, for the back office only. */
  readonly corrected: Address | null
}

/** Where the parcel goes: the correction, else the delivery address, else (prepaid labels) the billing address. */
export const deliveryAddress = (buyer: Buyer): Address | null => buyer.corrected ?? buyer.delivery ?? buyer.billing

/** The name to show for a buyer, first name first; the login when no address came. */
export const buyerName = (buyer: Buyer): string => {
  const person = deliveryAddress(buyer) ?? buyer.relayPoint
  return person === null ? buyer.login : [person.firstName, person.lastName].filter(Boolean).join(' ') || buyer.login
}
