/** What the shop keeps. Amounts of items are whole millionths of a euro, as WooCommerce keeps six decimals; times are milliseconds since 1970. */
export interface Shop {
  readonly options: Required<ShopOptions>
  readonly products: Map<number, Product>
  readonly orders: Map<number, Order>
  readonly mails: Mail[]
  readonly settings: Map<string, { readonly group: string; value: unknown }>
  readonly taxRates: TaxRate[]
  readonly zones: Zone[]
  readonly statuses: Map<string, string>
  readonly usedNonces: Set<string>
  /** Null once revoked. */
  key: {
    readonly consumerKey: string
    readonly consumerSecret: string
    permission: 'read' | 'write' | 'read_write'
    role: 'manager' | 'customer'
  } | null
  /** A plugin that refuses new orders once they are saved, in its own words. */
  refusal: string | null
  /** A plugin whose hook crashes PHP while an order is created, once it is saved. */
  crashes: boolean
  /** Switched off in the list of plugins, or in the middle of an update. */
  isActive: boolean
  /** A plugin that drops rows of lists and leaves their totals. */
  dropsRows: boolean
  nextId(): number
}

export interface ShopOptions {
  /** Milliseconds since 1970. */
  readonly now?: () => number
  readonly version?: '10.5.0' | '9.8.1'
  readonly storage?: 'hpos' | 'classic'
  /** The scheme as PHP sees it. */
  readonly sees?: 'https' | 'http'
  /** The web server keeps the `Authorization` header to itself. */
  readonly stripsHeader?: boolean
  readonly permalinks?: 'pretty' | 'index' | 'plain'
  readonly calcTaxes?: boolean
  readonly pricesIncludeTax?: boolean
  readonly roundAtSubtotal?: boolean
  readonly fulfillments?: boolean
  /** Under HPOS: search by whole words, so that no part of a title is found. */
  readonly fullTextSearch?: boolean
  /** Another plugin takes every `Authorization` header for a token of its own. */
  readonly takesHeader?: boolean
  /** PHP prints a warning before every answer. */
  readonly printsWarnings?: boolean
  /** A page cache answers reads it has seen before. */
  readonly caches?: boolean
  /** Before it lists the states of orders by themselves. */
  readonly listsStates?: boolean
  /** Something in between takes the headers away that count a list. */
  readonly hidesTotals?: boolean
  /** ModSecurity lets GET and POST through. */
  readonly refusesMethods?: boolean
  /** Where the web server sends everybody on to; empty while it stands where it is. */
  readonly movedTo?: string
  /** Hours the shop is ahead of UTC. */
  readonly gmtOffset?: number
}

export interface Meta {
  readonly id: number
  readonly key: string
  readonly value: unknown
}

export interface Product {
  readonly id: number
  readonly parentId: number
  type: string
  status: string
  sku: string
  globalUniqueId: string
  name: string
  manageStock: boolean | 'parent'
  stock: number | null
  stockStatus: string
  taxStatus: string
  taxClass: string
  modifiedAt: number
}

export interface Tax {
  readonly id: number
  readonly total: number
}

export interface Item {
  readonly id: number
  readonly kind: 'line' | 'shipping' | 'fee'
  name: string
  productId: number
  variationId: number
  methodId: string
  instanceId: string
  quantity: number
  subtotal: number
  total: number
  taxStatus: string
  taxClass: string
  taxes: readonly Tax[]
  /** Units it took off the shelf and has not given back. */
  reduced: number
  readonly meta: Meta[]
}

export interface Refund {
  readonly id: number
  readonly reason: string
  readonly amount: number
  readonly lines: readonly {
    readonly itemId: number
    readonly quantity: number
    readonly total: number
    readonly taxes: readonly Tax[]
  }[]
}

export interface Fulfillment {
  readonly id: number
  readonly isFulfilled: boolean
  readonly meta: readonly Meta[]
}

export type Address = Readonly<Record<string, string>>

export interface Order {
  readonly id: number
  status: string
  readonly createdVia: string
  currency: string
  transactionId: string
  customerNote: string
  paymentMethod: string
  billing: Address
  shipping: Address
  readonly meta: Meta[]
  items: Item[]
  readonly refunds: Refund[]
  readonly fulfillments: Fulfillment[]
  readonly notes: string[]
  stockReduced: boolean
  cartTax: number
  shippingTax: number
  /** Whole cents, times ten thousand like all other amounts. */
  total: number
  readonly createdAt: number
  modifiedAt: number
  paidAt: number | null
  completedAt: number | null
}

export interface Mail {
  readonly to: 'buyer' | 'merchant'
  readonly about: string
  readonly orderId: number
}

export interface TaxRate {
  readonly id: number
  readonly country: string
  readonly percent: number
  readonly taxClass: string
  readonly onShipping: boolean
}

export interface Zone {
  readonly id: number
  readonly name: string
  readonly methods: readonly {
    readonly instanceId: number
    readonly methodId: string
    readonly title: string
    readonly enabled: boolean
    readonly taxStatus: string
  }[]
}

export const TAX_CLASSES = [
  { slug: 'standard', name: 'Standard' },
  { slug: 'intermediate-rate', name: 'Intermediate rate' },
  { slug: 'reduced-rate', name: 'Reduced rate' },
  { slug: 'zero-rate', name: 'Zero rate' },
] as const

export const createShop = (given: ShopOptions): Shop => {
  const options: Required<ShopOptions> = {
    now: Date.now,
    version: '10.5.0',
    storage: 'hpos',
    sees: 'https',
    stripsHeader: false,
    takesHeader: false,
    permalinks: 'pretty',
    calcTaxes: true,
    pricesIncludeTax: true,
    roundAtSubtotal: false,
    fulfillments: true,
    fullTextSearch: false,
    printsWarnings: false,
    caches: false,
    hidesTotals: false,
    listsStates: true,
    refusesMethods: false,
    movedTo: '',
    gmtOffset: 1,
    ...given,
  }
  let lastId = 10
  const nextId = (): number => ++lastId
  const rate = (country: string, percent: number, taxClass: string, onShipping: boolean): TaxRate => ({
    id: nextId(),
    ...{ country, percent, taxClass, onShipping },
  })
  return {
    options,
    nextId,
    products: new Map(),
    orders: new Map(),
    mails: [],
    settings: new Map(Object.entries(settingsOf(options))),
    taxRates: [
      rate('FR', 20, 'standard', true),
      rate('FR', 10, 'intermediate-rate', true),
      rate('FR', 5.5, 'reduced-rate', true),
      rate('DE', 19, 'standard', true),
      rate('ES', 21, 'standard', true),
    ],
    zones: [
      {
        id: 1,
        name: 'France',
        methods: [
          { instanceId: 1, methodId: 'flat_rate', title: 'Colissimo', enabled: true, taxStatus: 'taxable' },
          { instanceId: 2, methodId: 'flat_rate', title: 'Chronopost Express', enabled: true, taxStatus: 'taxable' },
          { instanceId: 3, methodId: 'local_pickup', title: 'Retrait en magasin', enabled: true, taxStatus: 'taxable' },
          { instanceId: 4, methodId: 'flat_rate', title: 'Mondial Relay', enabled: true, taxStatus: 'none' },
          { instanceId: 5, methodId: 'flat_rate', title: 'Ancien tarif', enabled: false, taxStatus: 'taxable' },
        ],
      },
      { id: 0, name: 'Locations not covered by your other zones', methods: [] },
    ],
    statuses: new Map([
      ['pending', 'Pending payment'],
      ['processing', 'Processing'],
      ['on-hold', 'On hold'],
      ['completed', 'Completed'],
      ['cancelled', 'Cancelled'],
      ['refunded', 'Refunded'],
      ['failed', 'Failed'],
      ['checkout-draft', 'Draft'],
    ]),
    usedNonces: new Set(),
    key: {
      consumerKey: 'ck_0123456789abcdef',
      consumerSecret: 'cs_fedcba9876543210',
      permission: 'read_write',
      role: 'manager',
    },
    refusal: null,
    crashes: false,
    isActive: true,
    dropsRows: false,
  }
}

const settingsOf = ({ calcTaxes, pricesIncludeTax, roundAtSubtotal }: Required<ShopOptions>) => {
  const yesNo = (is: boolean): string => (is ? 'yes' : 'no')
  const general = (value: unknown) => ({ group: 'general', value })
  const tax = (value: unknown) => ({ group: 'tax', value })
  return {
    woocommerce_currency: general('EUR'),
    woocommerce_price_num_decimals: general('2'),
    woocommerce_calc_taxes: general(yesNo(calcTaxes)),
    woocommerce_default_country: general('FR'),
    woocommerce_store_postcode: general('75001'),
    woocommerce_store_city: general('Paris'),
    woocommerce_allowed_countries: general('all'),
    woocommerce_all_except_countries: general([]),
    woocommerce_specific_allowed_countries: general([]),
    woocommerce_ship_to_countries: general(''),
    woocommerce_specific_ship_to_countries: general([]),
    woocommerce_tax_based_on: tax('shipping'),
    woocommerce_shipping_tax_class: tax('inherit'),
    woocommerce_prices_include_tax: tax(yesNo(pricesIncludeTax)),
    woocommerce_tax_round_at_subtotal: tax(yesNo(roundAtSubtotal)),
  }
}

export const setting = (shop: Shop, id: string): unknown => shop.settings.get(id)?.value
