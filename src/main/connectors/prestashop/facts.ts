/**
 * What is known of PrestaShop's webservice (prestashop.md) and has no better place. [C] marks what the specification infers or does not
 * say: to be corrected here, and only here, when a real shop shows otherwise.
 */

export const AN_HOUR_MS = 3_600_000

/** 6: hosts bear one call at a time; creating may take 5 to 20 seconds. */
export const AT_ONCE = 1
export const TIMEOUT_MS = 60_000

/** 1.6: the element inside `<prestashop>` for each resource we write. */
export const ELEMENTS = {
  customers: 'customer',
  addresses: 'address',
  carts: 'cart',
  specific_prices: 'specific_price',
  orders: 'order',
  order_histories: 'order_history',
  order_carriers: 'order_carrier',
  order_invoices: 'order_invoice',
  order_payments: 'order_payment',
  stock_availables: 'stock_available',
} as const
export type WrittenResource = keyof typeof ELEMENTS

/** 1.1, what of it is really used. `change` stands for PATCH from version 8 on, for PUT before. */
export const PERMISSIONS = {
  orders: ['get', 'post', 'change'],
  order_carriers: ['get', 'change'],
  order_invoices: ['get', 'change'],
  order_payments: ['get', 'change'],
  order_details: ['get'],
  order_histories: ['post'],
  order_states: ['get'],
  carriers: ['get'],
  configurations: ['get'],
  countries: ['get'],
  currencies: ['get'],
  taxes: ['get'],
  tax_rules: ['get'],
  shops: ['get'],
  customers: ['get', 'post', 'put'],
  addresses: ['get', 'post', 'put'],
  carts: ['get', 'post', 'put'],
  specific_prices: ['get', 'post', 'put'],
  products: ['get'],
  combinations: ['get'],
  stock_availables: ['get'],
} as const satisfies Record<string, readonly ('get' | 'post' | 'put' | 'change')[]>

/**
 * What is wanted beside it where cancelled units shall stay off the shelf. PrestaShop itself gives back the whole `product_quantity` of a line,
 * though a part of it was refunded before, and nothing for packs (`OrderHistory::changeIdOrderState`) [C]; and when the row of a combination is
 * saved, its product's row becomes the sum (`StockAvailable::postSave`) [C].
 */
export const PERMISSIONS_TO_WITHHOLD = { stock_availables: ['get', 'change'] } as const

/** 1.6: PATCH exists from here on. */
export const FIRST_VERSION_WITH_PATCH = 8
/** The oldest the specification covers. */
export const OLDEST_VERSION = '1.7'

/**
 * 2.2; those of rounding, stock and tax address are [C]: names and meanings are PrestaShop's own, their presence in the webservice is that of
 * any configuration.
 */
export const CONFIGURATIONS = [
  ...['PS_OS_WS_PAYMENT', 'PS_OS_PAYMENT', 'PS_OS_CANCELED', 'PS_OS_REFUND', 'PS_OS_ERROR'],
  ...['PS_GUEST_GROUP', 'PS_LANG_DEFAULT', 'PS_CURRENCY_DEFAULT', 'PS_SHOP_DEFAULT', 'PS_TAX'],
  ...['PS_TAX_ADDRESS_TYPE', 'PS_ROUND_TYPE', 'PS_PRICE_ROUND_MODE', 'PS_STOCK_MANAGEMENT', 'PS_SHOP_NAME'],
] as const
export type ConfigurationName = (typeof CONFIGURATIONS)[number]

/** 2.4: kept as it is given, which is how an order is found again; none of `<>={}` may be in it. */
export const paymentText = (reference: string): string => `Rakuten ${reference}`

/** 2.2: an address that no mail can reach, since PrestaShop writes to it. [C] that versions other than 8.1 take `.invalid`. */
export const undeliverable = (reference: string): string =>
  `${reference.toLowerCase().replace(/[^a-z0-9-]/g, '-')}@orders.invalid`

/** 2.1 (3): what a test order says was paid. One cent, which is no cart's total, sends it into the payment error, where no stock moves. */
export const testPayment = (cartCents: number): number => (cartCents === 1 ? 2 : 1)

/** What addresses are called, by which one that a lost answer hid is found again. */
export const ALIASES = { delivery: 'Rakuten', billing: 'Rakuten (invoice)' } as const

/**
 * [C] Where a relay point is written: the address is the point's own, so that any label module sends the parcel there. Modules that keep the
 * choice in tables of their own (Mondial Relay's does) cannot be told over the webservice; people find the number in both of these.
 */
export const relayAlias = (id: string): string => id
export const relayRemark = (id: string): string => `Point relais ${id}`

/** 2.2; lengths of names and companies are [C] (PrestaShop 1.7.5 and later). */
export const LENGTHS = {
  name: 255,
  company: 255,
  alias: 32,
  street: 128,
  city: 64,
  postcode: 12,
  phone: 32,
  remark: 300,
} as const

/** 2.2: digits and signs that names refuse; the dot without a blank behind it, and the signs from `/` on, are [C] (`isCustomerName`). */
export const NAME_REFUSES = /[\d!<>,;?=+()@#"°{}_$%:/\\*`^¤[\]|]/gu
/** [C] PrestaShop's `isAddress`, `isCityName`, `isPostCode`, `isPhoneNumber` and `isGenericName`. */
export const STREET_REFUSES = /[!<>?=+@{}_$%]/gu
export const CITY_REFUSES = /[!<>;?=+@#"°{}_$%]/gu
export const POSTCODE_REFUSES = /[^a-zA-Z 0-9-]/gu
export const PHONE_REFUSES = /[^+0-9. ()/-]/gu
export const TEXT_REFUSES = /[<>={}]/gu
/** What stands where a first or last name is missing: PrestaShop wants both. */
export const NO_NAME = '-'

/** 1.4: rows that no answer has to hold back; a page that is not full is followed by the next all the same. */
export const PAGE = 2_000
/** 3.1: ids in one filter. [C] the longest address that a host takes is unknown. */
export const IDS_AT_ONCE = 80
/** A filter by references is kept about as long as one by ids. */
export const FILTER_LENGTH = 1_500
/** Longer ones no product can have. */
export const SKU_LENGTH = 64
