/**
 * What is known of WooCommerce (woocommerce.md) and has no better place. [C] marks what is inferred: to be corrected here, and only here,
 * when a real shop shows otherwise.
 */

/** 2.3: tells our orders from the shop's own, where WooCommerce keeps it (9.9 and later). */
export const CREATED_VIA = 'rakuten-fr'
export const PAYMENT_METHOD = { id: 'rakuten', title: 'Rakuten France' } as const

/** Keys of ours in the shop; a leading underscore keeps them out of the admin's custom fields box (2.3). */
export const REFERENCE_META = '_rakuten_order_id'
export const SKU_META = '_rakuten_sku'
/** Why we cancelled, for people to read; also how a refund of ours is told from one of theirs. */
export const CANCELLED_META = 'rakuten_cancelled'

/** [C] Where the plugin of Mondial Relay keeps the relay point, as two other marketplace plugins write it: `FR-012345`. */
export const RELAY_METAS = ['Mondial Relay Parcel Shop ID'] as const

/** 2.3, under HPOS: a longer phone number makes the whole billing address vanish. */
export const LONGEST_PHONE = 100

/** 1.4: more is an error. */
export const PAGE_SIZE = 100
/** 5: SKUs asked for at once, and how long their list may be, so that no server in between refuses the address. */
export const SKUS_AT_ONCE = 50
export const SKUS_LENGTH = 1_500

/** 6. */
export const READ_TIMEOUT_MS = 30_000
export const WRITE_TIMEOUT_MS = 60_000

/** 2.5, 4: from these an order can be cancelled without anybody being surprised. */
export const CANCELLABLE: ReadonlySet<string> = new Set(['pending', 'on-hold', 'processing', 'checkout-draft'])

/** 2.6: what a create that failed half-way leaves behind, by version. */
export const HALF_STATES: ReadonlySet<string> = new Set(['pending', 'checkout-draft'])

/** 3.2: states of a plugin's own that mean shipped where they exist. [C] for all plugins but Advanced Shipment Tracking. */
export const COMPLETED_STATES = ['completed', 'shipped', 'delivered'] as const

/** 1.3: an order that no shop has, to learn whether a key may write. */
export const NO_ORDER = 2_147_483_647

/** Products that nobody can send: parents and links. */
export const NEVER_SOLD: ReadonlySet<string> = new Set(['variable', 'grouped', 'external'])
export const ON_SALE: ReadonlySet<string> = new Set(['publish', 'private'])

/** 3.3 (c): where plugins keep a number, and whose it is. [C] for Colissimo's. */
export const TRACKING_META = 'lpc_outward_parcel_number=Colissimo'

/** [C] 3.3 (b): where AST keeps which units are in a parcel, each as `{item_id or product, qty}`. */
export const AST_CONTENTS = 'products_list'
