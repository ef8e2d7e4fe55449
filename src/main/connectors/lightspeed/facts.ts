/**
 * What is known of Lightspeed eCom C-Series (lightspeed.md) and has no better place. [C] marks what the specification infers: to be
 * corrected here, and only here, when a real shop shows otherwise.
 */

/** 1: the two clusters a shop may live in. */
export const CLUSTERS = {
  eu: 'https://api.webshopapp.com',
  us: 'https://api.shoplightspeed.com',
} as const

/** 1: an address names a language that is active in the shop; tried in this order. */
export const LANGUAGES = ['nl', 'en', 'fr', 'de', 'us'] as const

/** 1: the most rows of a page. */
export const PAGE_SIZE = 250
/** 1: a key may be shared with other programs; one call at a time is polite, and keeps the counting exact. */
export const AT_ONCE = 1
export const TIMEOUT_MS = 60_000

/** 6: the three windows of the headers, as a seller would call them. */
export const WINDOWS = ['five minutes', 'the hour', 'the day'] as const
/** Calls that each cycle of five minutes keeps for orders: the stock is read with the others (6: 12,000 a day on the smallest plan). */
export const CALLS_KEPT_FOR_ORDERS = 20

/** 2.1 [C]: an order whose creation timed out here may still be made there. */
export const INDEX_DELAY_SECONDS = 60

/** 2.5: how far back orders are looked through when our own notes of them are lost. */
export const LOOK_BACK_DAYS = 60

/** 2.5: the line of an order's internal note that says which of the marketplace's it is. */
export const referenceLine = (reference: string): string => `rakuten:${reference}`
export const REFERENCE_LINE = /^rakuten:(\S+)$/

/** 2.3: a domain that cannot exist, so that no mail of the shop ever reaches the buyer. */
export const STAND_IN_DOMAIN = '@orders.invalid'
export const standInMail = (reference: string): string => `${reference.toLowerCase()}${STAND_IN_DOMAIN}`

/** 2.3: what the customer's side of an order says, as other marketplace connectors of this platform write it. */
export const commentOf = (reference: string): string => `Rakuten ${reference}`

/** 2.1: suggested to the seller; taken before any other that is paid afterwards. */
export const MARKETPLACE = 'Rakuten'

/** 3 */
export const STATUSES = [
  ...['on_hold', 'processing_awaiting_payment', 'processing_awaiting_shipment', 'processing_awaiting_pickup'],
  ...['processing_ready_for_pickup', 'completed', 'completed_shipped', 'completed_picked_up', 'cancelled'],
] as const
export const COMPLETED_STATES = ['completed', 'completed_shipped', 'completed_picked_up'] as const
export const CANCELLED = 'cancelled'

/** 4 [C]: whether `cancelled` by itself puts the units back. Unknown; if it does, the credit must not do it as well. */
export const CANCELLING_RESTOCKS = false

/** [C] The longest text that a part of an address holds. */
export const LONGEST_TEXT = 255

/** [C] Where the countries of a delivery method stand, and in which shape; one that cannot be read keeps no order back. */
export const COUNTRIES_KEY = 'shippingmethodCountries'

/** 3: the oldest open order decides how many are gone through; older ones, while they are few, are asked for by themselves. */
export const SWEEP_DAYS = 30
export const MOST_STRAYS = 20
/** 3: once a day what an order consists of is read again, whatever its date of change says; so many in a cycle. */
export const LINES_AFRESH_HOURS = 24
export const LINES_AFRESH_AT_ONCE = 5

/** What the key must be allowed to do (1). */
export const PERMISSIONS = [
  ['orders', 'Orders', ['read', 'write'], 'The key may read, enter and change orders.'],
  ['products', 'Products', ['read'], 'The key may read products and their stock.'],
  // [C] A checkout makes a guest of its own.
  ['customers', 'Customers', ['read', 'write'], 'The key may enter customers.'],
  ['settings', 'Settings', ['read'], 'The key may read delivery methods.'],
] as const
