/** A shop as it is kept there. Ids are the numbers in `gid://shopify/<Kind>/<number>`. */
export interface Shop {
  readonly now: () => number
  nextNumber: number
  currency: string
  /** Countries in its shipping zones. */
  shipsTo: readonly string[]
  readonly locations: Location[]
  readonly variants: Variant[]
  readonly orders: Order[]
  readonly jobs: Job[]
  /** `owner:namespace.key` of every metafield definition, with its type. */
  readonly definitions: Map<string, string>
  mails: number
  /** Shopify's search learns of an order this much later. */
  indexLagMs: number
  /** The rules for protected data keep buyers' addresses from this app. */
  hidesBuyers: boolean
  /** From now on the inventory is out of order. */
  stockIsBroken: boolean
  jobsNeverEnd: boolean
  /** Takes five orders a minute, and no more (shopify.md 2.3). */
  isOnTrial: boolean
  /** Whether a look-up by a field that nobody defined is answered with nothing, not with an error: nobody has written it down. */
  looksUpUndefined: boolean
}

export interface Location {
  readonly number: number
  name: string
  isActive: boolean
}

export interface Variant {
  readonly number: number
  readonly productTitle: string
  sku: string | null
  barcode: string | null
  price: string
  tracked: boolean
  policy: 'DENY' | 'CONTINUE'
  status: 'ACTIVE' | 'DRAFT' | 'ARCHIVED'
  tags: readonly string[]
  /** Available units by location number; a place that is not there does not stock it. */
  readonly levels: Map<number, number>
}

export interface Order {
  readonly number: number
  readonly name: string
  readonly createdAt: number
  /** As `OrderCreateOrderInput` had it. */
  readonly input: OrderInput
  readonly lines: Line[]
  readonly fulfillments: Fulfillment[]
  cancelledAt: number | null
  edited: boolean
  refunded: boolean
  /** The buyer is sending something back: nothing can be cancelled meanwhile. */
  hasActiveReturn: boolean
  closed: boolean
  /** What the rest of it waits for; null: for nothing but to be sent. */
  waitsAs: 'ON_HOLD' | 'IN_PROGRESS' | 'SCHEDULED' | null
}

export interface Line {
  readonly number: number
  readonly variant: Variant | null
  readonly sku: string | null
  readonly title: string
  readonly quantity: number
  currentQuantity: number
  readonly requiresShipping: boolean
  readonly unitCents: number
  readonly taxCents: number
  /** Where its units were taken from; null where none were. */
  readonly takenFrom: number | null
}

export interface Fulfillment {
  readonly number: number
  status: 'SUCCESS' | 'CANCELLED' | 'ERROR' | 'FAILURE' | 'OPEN' | 'PENDING'
  readonly createdAt: number
  tracking: { company: string | null; number: string | null; url: string | null }[]
  readonly contents: readonly { readonly line: Line; readonly quantity: number }[]
}

export interface Job {
  readonly number: number
  readonly dueAt: number
  done: boolean
  readonly work: () => void
}

export interface Money {
  readonly shopMoney: { readonly amount: string; readonly currencyCode: string }
}
export interface TaxLine {
  readonly title: string
  readonly rate: string
  readonly priceSet?: Money
}
export interface MailingAddress {
  readonly firstName?: string
  readonly lastName?: string
  readonly company?: string
  readonly address1?: string
  readonly address2?: string
  readonly city?: string
  readonly zip?: string
  readonly countryCode?: string
  readonly phone?: string
}
/** The parts of `OrderCreateOrderInput` that the simulator looks at; the schema has seen to their types. */
export interface OrderInput {
  readonly currency?: string
  readonly taxesIncluded: boolean
  readonly test: boolean
  readonly email?: string
  readonly customer?: unknown
  readonly sourceIdentifier?: string
  readonly tags?: readonly string[]
  readonly taxLines?: readonly TaxLine[]
  readonly customAttributes?: readonly { readonly key: string; readonly value: string }[]
  readonly metafields?: readonly {
    readonly namespace?: string
    readonly key?: string
    readonly type?: string
    readonly value?: string
  }[]
  readonly billingAddress?: MailingAddress
  readonly shippingAddress?: MailingAddress
  readonly lineItems?: readonly {
    readonly variantId?: string
    readonly title?: string
    readonly sku?: string
    readonly quantity: number
    readonly requiresShipping: boolean
    readonly priceSet?: Money
    readonly taxLines?: readonly TaxLine[]
  }[]
  readonly shippingLines?: readonly {
    readonly title: string
    readonly code?: string
    readonly priceSet: Money
    readonly taxLines?: readonly TaxLine[]
  }[]
  readonly transactions?: readonly { readonly kind: string; readonly status: string; readonly amountSet: Money }[]
}

export const centsOf = (money: Money | undefined): number => Math.round(Number(money?.shopMoney.amount ?? 0) * 100)
export const gid = (kind: string, number: number): string => `gid://shopify/${kind}/${number}`

export const createShop = (now: () => number): Shop => ({
  now,
  nextNumber: 5_000_001,
  currency: 'EUR',
  shipsTo: ['FR', 'MC', 'BE', 'DE', 'ES', 'IT', 'LU', 'NL', 'CH'],
  locations: [
    { number: 11, name: 'Entrepôt', isActive: true },
    { number: 12, name: 'Boutique', isActive: true },
  ],
  variants: [],
  orders: [],
  jobs: [],
  definitions: new Map(),
  mails: 0,
  indexLagMs: 30_000,
  hidesBuyers: false,
  stockIsBroken: false,
  jobsNeverEnd: false,
  isOnTrial: false,
  looksUpUndefined: false,
})

export const nextNumber = (shop: Shop): number => shop.nextNumber++

export const fulfilledOf = (order: Order, line: Line): number =>
  order.fulfillments
    .filter(({ status }) => status === 'SUCCESS')
    .flatMap(({ contents }) => contents)
    .reduce((sum, one) => sum + (one.line === line ? one.quantity : 0), 0)

/** Units that are still to leave. */
export const unfulfilledOf = (order: Order, line: Line): number =>
  Math.max(0, line.currentQuantity - fulfilledOf(order, line))

export const move = (variant: Variant | null, location: number | null, units: number): void => {
  if (variant === null || location === null) return
  variant.levels.set(location, (variant.levels.get(location) ?? 0) + units)
}

/** What an admin or a job does; units go back to where they came from, or to the first place that is. */
export const cancelOrder = (shop: Shop, order: Order, restock: boolean): void => {
  for (const line of order.lines) {
    // Whether they had been taken or not: nobody looks (shopify.md, unknown).
    const place = line.takenFrom ?? shop.locations[0]?.number ?? null
    if (restock && line.variant?.tracked) move(line.variant, place, unfulfilledOf(order, line))
    line.currentQuantity = fulfilledOf(order, line)
  }
  order.cancelledAt = shop.now()
}

export const settleJobs = (shop: Shop): void => {
  for (const job of shop.jobs) {
    if (job.done || shop.jobsNeverEnd || shop.now() < job.dueAt) continue
    job.done = true
    job.work()
  }
}
