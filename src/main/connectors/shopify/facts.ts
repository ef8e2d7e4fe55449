/**
 * What is known of Shopify's GraphQL Admin API (shopify.md) and has no better place. [C] marks what the specification infers: to be
 * corrected here, and only here, when a real shop shows otherwise.
 */

/** 1.3: versions come quarterly and live a year; an expired one is answered by the oldest that still lives. */
export const API_VERSION = '2026-10'

/** 1.4: what the app must be allowed to do, and why, in the seller's words. */
export const SCOPES = {
  read_orders: 'See orders and what became of them',
  write_orders: 'Create and cancel orders',
  read_products: 'Find products by their SKU',
  read_inventory: 'Read stock',
  read_locations: 'List the places where stock lies',
} as const

/** Allows taking single units out of an order; Navette does without where it is not given. */
export const EDIT_SCOPE = 'write_order_edits'

/** 2.1: where an order keeps our reference, unique by its definition. */
export const REFERENCE_FIELD = { namespace: 'marketplace', key: 'rakuten_order_id' } as const

/** What stands on the order as its payment and its origin. */
export const MARKETPLACE = 'Rakuten France'

/** 6: points that one query may cost at most, as it is reckoned before it runs. */
export const MOST_POINTS = 1_000

/** 6 [C]: what a shop of the smallest plan restores a second, and how much it can save up, until an answer tells. */
export const SMALLEST_BUCKET = { maximumAvailable: 2_000, currentlyAvailable: 2_000, restoreRate: 100 } as const

/**
 * [C] What a mutation costs before what it selects, and a connection before its nodes. The shop has been seen to reckon less for long
 * connections; reckoning too much only makes us a little slower.
 */
export const MUTATION_POINTS = 10
export const CONNECTION_POINTS = 2

/** 3.1: the most nodes of a page, and the most ids of one question. */
export const MOST_NODES = 250

/** 3.1: no list is told further than this; the next part begins after the last id. */
export const DEEPEST_PAGE = 25_000

/** 2.3: the most entries of a list that is sent. */
export const MOST_ENTRIES = 250

/** [C] The longest text that a part of an address holds. */
export const LONGEST_TEXT = 255

/** 4: longer staff notes are refused. */
export const LONGEST_STAFF_NOTE = 255

/** 2.4 [C]: how long a new order may stay out of the search; the look-up by its own field is there at once. */
export const INDEX_DELAY_SECONDS = 60

/** 2.3: shops on trial take five orders a minute. [C] The words of the refusal are what its older interface said. */
export const TOO_MANY_ORDERS = { words: /rate limit|too many (attempts|requests)/i, pauseMs: 60_000 } as const

/** 1.2: a token is renewed when this part of its life is over. */
export const TOKEN_LIFE_USED = 0.8

/** [C] Shopify counts points, not calls; this many at once are polite. */
export const CALLS_AT_ONCE = 4
