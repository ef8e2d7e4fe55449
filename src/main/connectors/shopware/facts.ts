/**
 * What is known of Shopware's Admin API (shopware.md) and has no better place. [C] marks what the specification infers or does not say: to be
 * corrected here, and only here, when a real shop shows otherwise.
 */

/** The oldest the specification covers; the privileges were read from later ones. */
export const OLDEST_VERSION = '6.4'
/** 5: from here on stock is lowered when a line is written and raised when an order is cancelled; before, it is counted from open orders. */
export const LIVE_STOCK_FROM = '6.6'
/** 2.3: these fields are unknown before. */
export const PRIMARY_IDS_FROM = '6.7'
/** 4: a transition takes a comment from here on. [C] read from the published contract, which is of this version. */
export const COMMENTS_FROM = '6.7'
/** 2.3: what a line is made of need not be told from here on. */
export const NO_LINE_STATES_FROM = '6.7.10'

/** 6: there is no limit to obey. [C] This many calls at once are polite. */
export const CALLS_AT_ONCE = 4
/** 3: most rows of a page, unless the shop sets less, and most ids of a call. */
export const LARGEST_PAGE = 500
/** 2.1: what a shop is like is read once a day. */
export const KEPT_MS = 24 * 3_600_000
/** 1: a token is renewed this much before its end. */
export const TOKEN_MARGIN_MS = 60_000

/** 2.3, 2.4: where an order keeps our reference, beside its number. */
export const REFERENCE_FIELD = 'mp_order_ref'
/** [C] Where a line keeps the code it was ordered by: its payload is JSON of anybody's choice. */
export const CODE_FIELD = 'mp_sku'
/** [C] Where an address keeps the number of its relay point; people read it in the first additional line. */
export const RELAY_FIELD = 'mp_relay_point'
/** 2.3: characters of an order's number. */
export const MOST_REFERENCE = 64

/**
 * 2.4: a cancelled order keeps its id for ever, so the next one placed under the same reference takes the next id. Nobody places one this often.
 */
export const MOST_GENERATIONS = 20

/** [C] The type of a sales channel that is a shop window, the same in every Shopware. */
export const STOREFRONT_TYPE = '8a243080f92e4c719546314b577cf82b'

/** 3: the machines, and the states that have a meaning of their own for us. */
export const MACHINES = {
  order: 'order.state',
  delivery: 'order_delivery.state',
  transaction: 'order_transaction.state',
} as const
export const OPEN = 'open'
export const PAID = 'paid'
export const CANCELLED = 'cancelled'
/** Of what has left the house, though it may have come back since. */
export const SHIPPED_STATES = 'shipped,returned,returned_partially'
export const PARTLY_SHIPPED = 'shipped_partially'
/** Money that came, and goes back with an order that is cancelled (4). */
export const PAID_STATES: readonly string[] = ['paid', 'paid_partially']
export const SETTLED_STATES: readonly string[] = ['cancelled', 'refunded', 'refunded_partially', 'chargeback', 'failed']

/** [C] What the columns hold: the oldest schema that is still in use, where names are shortest. */
export const LENGTHS = {
  firstName: 50,
  lastName: 60,
  street: 255,
  city: 70,
  zipcode: 50,
  phone: 40,
  company: 255,
} as const

/** [C] Longer names of lines are refused; they are for people's eyes, and a part of one does. */
export const MOST_LABEL = 255

/** What stands where a first or last name is missing: Shopware wants both. */
export const NO_NAME = '-'

/** [C] The shop's own flows write to this address when a parcel leaves; nobody receives it. */
export const undeliverable = (reference: string): string =>
  `${reference.toLowerCase().replaceAll(/[^a-z0-9-]/g, '-')}@orders.invalid`

/** [C] 2.3 wants a span, and nobody goes by it: days after the purchase. */
export const DELIVERY_DAYS = { earliest: 1, latest: 3 } as const

/** 2.1: by the marketplace's civility; the last of `none` is what older shops call it. */
export const SALUTATIONS = { mr: /^(m|mr|monsieur)\.?$/i, mrs: /^(mme|mlle|madame|mademoiselle)\.?$/i } as const
export const NO_SALUTATION: readonly string[] = ['not_specified', 'undefined']

/** [C] How a rule of a tax is chosen among those of a country: the narrowest first. Those for states are left out, as no state is known. */
export const TAX_RULE_TYPES = ['zip_code', 'zip_code_range', 'entire_country'] as const

/** 6 */
export const CODES = {
  expired: '9',
  exists: 'FRAMEWORK__WRITE_TYPE_INTEND_ERROR',
  privilege: 'FRAMEWORK__MISSING_PRIVILEGE_ERROR',
  limit: 'FRAMEWORK__QUERY_LIMIT_EXCEEDED',
} as const
