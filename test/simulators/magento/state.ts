import type { Json } from './validate-body.ts'

export interface Row {
  readonly item_id: number
  readonly parent_item_id: number | null
  readonly sku: string
  readonly product_id: number | null
  readonly product_type: string
  readonly qty_ordered: number
  readonly row_total_incl_tax: number
  qty_invoiced: number
  qty_shipped: number
  qty_canceled: number
  qty_refunded: number
  /** What else was sent with it, given back as it came. */
  readonly more: Json
}

export interface Order {
  readonly entity_id: number
  readonly increment_id: string
  readonly ext_order_id: string | null
  readonly store_id: number
  /** Made in the shop itself, so that its units were reserved. */
  readonly isOwn: boolean
  readonly created_at: string
  updated_at: string
  state: string
  status: string
  readonly grand_total: number
  readonly tax_amount: number
  readonly shipping_incl_tax: number
  total_paid: number
  total_refunded: number
  shipping_refunded: number
  readonly customer_email: string
  readonly rows: Row[]
  readonly shippingAddress: Json | null
  readonly more: Json
}

export interface Track {
  readonly entity_id: number
  readonly carrier_code: string
  readonly title: string
  readonly track_number: string
}

export interface Shipment {
  readonly entity_id: number
  readonly order_id: number
  readonly created_at: string
  readonly source_code: string
  readonly units: ReadonlyMap<number, number>
  readonly tracks: Track[]
}

export interface Product {
  readonly id: number
  readonly sku: string
  name: string
  readonly type_id: string
  readonly weight: number
  readonly price: number
  updated_at: string
  /** False: the shop sells it without counting. */
  isManaged: boolean
  /** The threshold below which nothing is sold. */
  minQty: number
  readonly attributes: Record<string, string>
}

export interface SourceItem {
  readonly sku: string
  readonly source_code: string
  quantity: number
  status: 0 | 1
}

export interface Reservation {
  readonly orderId: number
  readonly sku: string
  readonly quantity: number
  readonly stockId: number
}

/** How this shop is set up; tests turn it over. */
export interface Setup {
  /** False: stock is one figure per product. */
  hasMsi: boolean
  hasExport: boolean
  limitsInput: boolean
  rewritesAddresses: boolean
  acceptsBearer: boolean
  /** An extension, or a version that closed the gap. */
  reservesDirectOrders: boolean
  /** Answers of stock hold a part only. */
  breaksStock: boolean
  baseCurrency: string
}

export interface Shop {
  readonly setup: Setup
  readonly now: () => number
  readonly orders: Map<number, Order>
  readonly shipments: Shipment[]
  readonly products: Map<string, Product>
  readonly sources: Map<string, { readonly name: string; enabled: boolean }>
  readonly stockSources: { readonly stock_id: number; readonly source_code: string }[]
  /** By the key of their SKU. */
  readonly sourceItems: Map<string, SourceItem[]>
  readonly reservations: Reservation[]
  readonly missingRights: Set<string>
  readonly countries: Set<string>
  mails: number
  isRevoked: boolean
  /** How far its clock is ahead, in milliseconds. */
  ahead: number
  nextId(): number
}

export const STORES = [
  { id: 1, code: 'default', name: 'Default Store View', website_id: 1 },
  { id: 2, code: 'fr', name: 'France', website_id: 1 },
  { id: 3, code: 'pro', name: 'Professionals', website_id: 2 },
] as const
export const WEBSITES = [
  { id: 1, code: 'base', name: 'Main Website', default_group_id: 1, stock_id: 1 },
  { id: 2, code: 'pro', name: 'Professionals', default_group_id: 2, stock_id: 2 },
] as const

export const createShop = (now: () => number): Shop => {
  let last = 500
  const shop: Shop = {
    setup: {
      hasMsi: true,
      hasExport: true,
      limitsInput: true,
      rewritesAddresses: true,
      acceptsBearer: false,
      reservesDirectOrders: false,
      breaksStock: false,
      baseCurrency: 'EUR',
    },
    now: () => now() + shop.ahead,
    orders: new Map(),
    shipments: [],
    products: new Map(),
    sources: new Map([['default', { name: 'Default Source', enabled: true }]]),
    stockSources: [{ stock_id: 1, source_code: 'default' }],
    sourceItems: new Map(),
    reservations: [],
    missingRights: new Set(),
    countries: new Set(['FR', 'BE', 'DE', 'ES', 'IT', 'LU', 'CH', 'GB', 'MC']),
    mails: 0,
    isRevoked: false,
    ahead: 0,
    nextId: () => ++last,
  }
  return shop
}

/** UTC, as the database writes it. */
export const dateOf = (shop: Pick<Shop, 'now'>): string =>
  new Date(shop.now()).toISOString().slice(0, 19).replace('T', ' ')

export const keyOf = (sku: string): string => sku.toLowerCase().trimEnd()

export const sourceItemsOf = ({ sourceItems }: Shop, sku: string): readonly SourceItem[] =>
  sourceItems.get(keyOf(sku)) ?? []

export const addSourceItem = ({ sourceItems }: Shop, item: SourceItem): void =>
  void sourceItems.set(keyOf(item.sku), [...(sourceItems.get(keyOf(item.sku)) ?? []), item])
