/** Where the figure of a product's stock is kept. */
export type StockType = 'product' | 'attribute combination'

export interface Combination {
  readonly id: number
  readonly productId: number
  productNumber: string
  skuNumber: string
  eanNumber: string
  stock: number
  active: boolean
}

export interface Product {
  readonly id: number
  number: string
  ean: string
  mpn: string
  name: string
  active: boolean
  priceCents: number
  /** Taken off the price, unless an order says otherwise. */
  discountCents: number
  depositCents: number
  tariff: string
  /** Another tariff by country. */
  readonly exceptions: Map<string, string>
  stockEnabled: boolean
  stockType: StockType
  stock: number
}

export interface Row {
  readonly id: number
  readonly kind: 'product' | 'deposit'
  readonly productId: number | null
  readonly combinationId: number | null
  readonly name: string
  readonly number: string
  readonly subNumber: string
  readonly memo: string
  count: number
  readonly priceCents: number
  readonly tax: number
}

export type Address = Readonly<Record<string, string | number>>

export interface Order {
  readonly id: number
  readonly createdAt: number
  status: number
  paid: boolean
  reservationNumber: string
  readonly customer: {
    readonly email: string
    readonly reference: string
    readonly billing: Address
    readonly delivery: Address
  }
  readonly language: string
  rows: Row[]
  readonly shippingCents: number
  readonly extraCents: number
  code: string
  carrier: string
  link: string
  /** What it took off the shelves. */
  readonly taken: { readonly kind: 'product' | 'combination'; readonly id: number; readonly units: number }[]
  isTaken: boolean
}

export interface ShopOptions {
  readonly now?: () => number
  /** A creation answers 204, and nothing beside. */
  readonly hidesCreated?: boolean
  /** What `expand` asks for comes. */
  readonly expands?: boolean
  /** Whether stock goes down with an order of an interface, and up when it is cancelled: Unknown in the specification. */
  readonly lowers?: boolean
  readonly givesBack?: boolean
  readonly signs?: boolean
  /** Calls a minute: of one method on one resource, and of all together. */
  readonly limits?: { readonly perResource: number; readonly total: number } | null
  readonly currency?: string
  readonly languages?: readonly string[]
}

export interface Shop {
  readonly options: Required<ShopOptions>
  readonly products: Map<number, Product>
  readonly combinations: Map<number, Combination>
  readonly orders: Map<number, Order>
  readonly mails: { readonly to: string; readonly about: string }[]
  /** Taken back: null. */
  key: { readonly publicKey: string; readonly secretKey: string } | null
  /** What the key may do with each resource; everything unless said. */
  readonly rights: Map<string, 'read' | 'none'>
  /** The merchant's own names of statuses. */
  readonly labels: Map<number, string>
  /** Percent by country and tariff: the zones of the shop. */
  readonly zones: Map<string, Readonly<Record<string, number>>>
  readonly packages: number[]
  /** Longer pages are too large for it (500.80). */
  largestPage: number
  /** Figures of stock are left out. */
  hidesStock: boolean
  /** What is done to an answer after it was signed. */
  tampers: ((body: string) => string) | null
  /** Where lists say that they go on; their own address unless said. */
  leadsTo: string | null
  /** Milliseconds that its clock is ahead. */
  clockAhead: number
  readonly called: { readonly at: number; readonly what: string }[]
  nextId(): number
  now(): number
}

export const createShop = (options: ShopOptions): Shop => {
  let lastId = 0
  const whole: Required<ShopOptions> = {
    ...{ now: Date.now, hidesCreated: false, expands: true, lowers: true, givesBack: true, signs: true, limits: null },
    ...{ currency: 'EUR', languages: ['nl', 'fr'] },
    ...options,
  }
  const shop: Shop = {
    options: whole,
    ...{ products: new Map(), combinations: new Map(), orders: new Map(), mails: [], rights: new Map(), called: [] },
    key: { publicKey: 'pk-4c7d19e2', secretKey: 'sk-9f3b6a1d8e20' },
    labels: new Map([
      [2, 'Wordt verwerkt'],
      [5, 'Verzonden'],
      [8, 'Geannuleerd'],
    ]),
    zones: new Map([
      ['NL', { normal: 21, intermediate: 9, reduced: 9 }],
      ['BE', { normal: 21, intermediate: 12, reduced: 6 }],
      ['FR', { normal: 20, intermediate: 10, reduced: 5.5 }],
      ['DE', { normal: 19, intermediate: 7, reduced: 7 }],
      ['ES', { normal: 21, intermediate: 10, reduced: 4 }],
      ['CH', { normal: 0, intermediate: 0, reduced: 0 }],
    ]),
    packages: [31],
    ...{ largestPage: Number.POSITIVE_INFINITY, hidesStock: false, tampers: null, leadsTo: null, clockAhead: 0 },
    nextId: () => ++lastId,
    now: () => whole.now() + shop.clockAhead,
  }
  return shop
}
