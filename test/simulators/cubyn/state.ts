/** Property names that no public source confirms (cubyn.md ⚠): an account may be told to use others. */
export interface Spelling {
  stock: string
  deliveryMode: string
  relayPoint: string
  signature: string
  organizationName: string
  trackingNumber: string
  carrier: string
  trackingUrl: string
  cancelled: string
  /** Under which a list stands; null: it is the whole answer. */
  list: string | null
}

export interface Product {
  readonly id: string
  readonly sku: string
  readonly name: string
  readonly barcode: string
  stored: number
  reserved: number
}

export interface Item {
  readonly sku: string
  quantity: number
}

export interface CubynAddress {
  readonly line1: string
  readonly line2?: string
  readonly additionalInformation?: string
  readonly zip: string
  readonly city: string
  readonly country: string
}

export interface CubynParcel {
  readonly id: number
  readonly createdAt: number
  status: string
  type: 'SHIPMENT' | 'DUPLICATE'
  orderRef: string | null
  readonly firstName: string
  readonly lastName: string
  readonly organizationName: string
  readonly email: string
  readonly phone: string
  readonly address: CubynAddress
  readonly deliveryMode: string
  readonly relayPoint: string
  readonly signature: boolean
  items: Item[]
  trackingNumber: string | null
  carrier: string | null
  trackingUrl: string | null
  /** What comes next, and when. */
  ahead: readonly { readonly at: number; readonly status: string }[]
}

/** cubyn.md 5, as the company's own tool names them. */
export interface StockEvent {
  readonly type: 'SKU_INBOUNDED' | 'SKU_OUTBOUNDED' | 'UPDATE_RESERVATION'
  readonly reference: string
  readonly sku: string
  readonly quantity: number
}

export interface CubynAccount {
  readonly now: () => number
  readonly userId: number
  key: string | null
  readonly tokens: Map<string, number>
  readonly spelling: Spelling
  readonly products: Product[]
  /** Oldest first. */
  readonly parcels: CubynParcel[]
  readonly events: StockEvent[]
  nextId: number
  mails: number
  /** The search learns of a parcel this much later. */
  searchLagMs: number
  /** Whether lists tell what is in a parcel; the parcel itself always does. */
  listsItems: boolean
  /** Whether the list of parcels can be filtered by `filters[orderRef]`; otherwise that is ignored. */
  honoursFilter: boolean
  /** The catalogue drops rows from now on. */
  dropsProducts: boolean
  /** A proxy takes the header `x-total-count` away. */
  hidesTotals: boolean
}

/** Where the goods are: in the house, set aside for a parcel, or gone. A SKU nobody knows is taken without a word (pitfall 3). */
export const move = (
  account: CubynAccount,
  parcel: Pick<CubynParcel, 'id' | 'items'>,
  what: 'reserve' | 'release' | 'send',
): void => {
  const reference = `PARCEL:${parcel.id}`
  for (const { sku, quantity } of parcel.items) {
    const product = account.products.find((one) => one.sku === sku)
    if (product === undefined) continue
    const reserved = what === 'reserve' ? quantity : -quantity
    product.reserved += reserved
    account.events.push({ type: 'UPDATE_RESERVATION', reference, sku, quantity: reserved })
    if (what !== 'send') continue
    product.stored -= quantity
    account.events.push({ type: 'SKU_OUTBOUNDED', reference, sku, quantity: -quantity })
  }
}

export const addParcel = (
  account: CubynAccount,
  facts: Omit<CubynParcel, 'id' | 'createdAt' | 'status' | 'trackingNumber' | 'carrier' | 'trackingUrl' | 'ahead'>,
): CubynParcel => {
  const parcel: CubynParcel = {
    ...{
      id: account.nextId,
      createdAt: account.now(),
      status: 'CREATED',
      trackingNumber: null,
      carrier: null,
      trackingUrl: null,
      ahead: [],
    },
    ...facts,
  }
  // Other shippers have parcels too.
  account.nextId += 7
  account.parcels.push(parcel)
  move(account, parcel, 'reserve')
  return parcel
}

export const hasLeft = ({ status }: CubynParcel): boolean => /^(SHIPPED|CARRIER_|DELIVERED|RETURN)/.test(status)

/** One step of a parcel's life, with what it does to stock and to the buyer's letter box. */
export const setStatus = (account: CubynAccount, parcel: CubynParcel, status: string): void => {
  const had = hasLeft(parcel)
  const wasCancelled = parcel.status === account.spelling.cancelled
  parcel.status = status
  if (!had && hasLeft(parcel)) {
    move(account, parcel, 'send')
    if (parcel.email !== '') account.mails += 1
  }
  if (!had && !wasCancelled && status === account.spelling.cancelled) move(account, parcel, 'release')
}

const MINUTE = 60_000
const LIVES = {
  delivered: [
    [30, 'PICKED'],
    [120, 'SHIPPED'],
    [720, 'CARRIER_IN_TRANSIT'],
    [2_000, 'CARRIER_OUT_FOR_DELIVERY'],
    [2_400, 'CARRIER_DELIVERED'],
  ],
  'incident in the warehouse': [
    [30, 'PICKED'],
    [60, 'CUBYN_EXCEPTION'],
  ],
  'incident on the way': [
    [30, 'PICKED'],
    [120, 'SHIPPED'],
    [720, 'CARRIER_EXCEPTION'],
  ],
} as const
export type Life = keyof typeof LIVES

/** From now on, the parcel goes its way by the clock. */
export const begin = (account: CubynAccount, parcel: CubynParcel, life: Life): void => {
  parcel.ahead = LIVES[life].map(([minutes, status]) => ({ at: account.now() + minutes * MINUTE, status }))
}

export const settle = (account: CubynAccount): void => {
  for (const parcel of account.parcels) {
    for (const { status } of parcel.ahead.filter(({ at }) => at <= account.now())) setStatus(account, parcel, status)
    parcel.ahead = parcel.ahead.filter(({ at }) => at > account.now())
  }
}
