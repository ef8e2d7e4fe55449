/**
 * What is known of CCV Shop (ccvshop.md) and has no better place. [B] stands in one source, [C] is inferred: to be corrected here, and only
 * here, when a real shop shows otherwise.
 */

/** 1 */
export const API_PATH = '/api/rest/v1/'
/** 6: the shop does not tell its limits while it serves; so many calls are borne by all accounts we know of. */
export const PACE = [
  { calls: 1, withinMs: 1_000 },
  { calls: 40, withinMs: 60_000 },
] as const
/** 6: after 429.10 and 429.11. */
export const PAUSE_MS = 60_000
/** 1, [B]: the longest page. Shorter ones follow where the shop finds its own answer too large (500.80). */
export const PAGE_SIZE = 250
export const SMALLEST_PAGE = 10
/** [C] A list that long is a list that leads in circles. */
export const MOST_PAGES = 1_000

/** 1: calls are refused five minutes off; from here on the clock is worth correcting. */
export const CLOCK_OFF_MS = 60_000

export const READ_TIMEOUT_MS = 30_000
export const CREATE_TIMEOUT_MS = 60_000
/** [C] An order whose answer did not come in time may still be saved there. */
export const INDEX_DELAY_SECONDS = 60

/** 2 */
export const STATUS = { new: 1, sent: 5, delivered: 6, completed: 7, cancelled: 8 } as const
export const COMPLETED_STATES = [STATUS.sent, STATUS.delivered, STATUS.completed] as const
/** 3: the platform's own names; the merchant may call them otherwise. */
export const STATUS_NAMES: Readonly<Record<number, string>> = {
  ...{ 1: 'New', 2: 'In process', 3: 'Wait for manufacturer', 4: 'Wait for payment', 5: 'Sent', 6: 'Delivered' },
  ...{ 7: 'Completed', 8: 'Cancelled', 9: 'Wait for supplier', 10: 'Being packaged', 11: 'Ready to be collected' },
  ...{ 12: 'Being assembled', 13: 'Backorder', 14: 'Reserved' },
}
/** [C] Somebody has the goods in hand: being packaged, ready to be collected, being assembled. */
export const IN_HAND: ReadonlySet<number> = new Set([10, 11, 12])

/** 2.2: whether the shop confirms an order of ours by mail is not known; to a domain that cannot exist no mail goes. */
export const NO_MAIL_DOMAIN = 'orders.invalid'
/** 2, [C]: only if the shop speaks it. */
export const ORDER_LANGUAGE = 'fr'
/** [C] What a column of an address holds; nothing is known of its limits. */
export const MOST_TEXT = 255
/** [C] No product has a longer number; longer ones are not asked for. */
export const MOST_SKU = 255

/**
 * 2.4: how far before its intent an order is looked for. [C] Three hours, where the specification has five minutes: a shop that took the date
 * of the filter for its own time would be two hours off.
 */
export const LOOK_BACK_MARGIN_MS = 3 * 3_600_000
/**
 * 2.4: how far back orders are looked through when no look-up went before, as after a lost database. The engine takes up sales of the last
 * fifteen days; four times that also covers orders that lie for weeks.
 */
export const LOOK_BACK_MS = 60 * 24 * 3_600_000

/** 5, [B]: without variants in the list of products, a call for each product that has some; more than this many take too long (6). */
export const MOST_VARIANT_CALLS = 200

/** 1: an order that no shop has, to learn what a key may do. */
export const NO_ORDER = 2_147_483_647

/**
 * What becomes of stock with orders of interfaces. [C], both Unknown in the specification: a product's stock goes down when such an order is
 * created, and up again when its status becomes "Cancelled". The seller says otherwise by the setting `stockFollows`.
 */
export const STOCK_FOLLOWS = 'yes'
/** So many orders in a row are watched; a single one may have met another sale. */
export const ORDERS_WATCHED = 3
