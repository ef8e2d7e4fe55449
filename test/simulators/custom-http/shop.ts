import type { Setup } from './setup.ts'

export interface Product {
  readonly sku: string
  readonly title: string
  stock: number
}

export interface Line {
  readonly sku: string
  qty: number
  readonly price: number
}

export interface Box {
  readonly code: string
  readonly carrier: string
  readonly url: string
  readonly items: readonly { readonly sku: string; readonly qty: number }[]
}

export type Status = 'nieuw' | 'deels verzonden' | 'verzonden' | 'geannuleerd' | (string & {})

export interface Order {
  readonly id: number
  readonly external: string
  status: Status
  /** Milliseconds since 1970. */
  readonly createdAt: number
  lines: Line[]
  readonly shippingPrice: number
  readonly address: Readonly<Record<string, string>>
  readonly relayPoint: string
  boxes: Box[]
}

/** A webshop that somebody had built, with an interface of its own. */
export interface Shop {
  readonly setup: Setup
  readonly now: () => number
  readonly products: Product[]
  readonly orders: Map<number, Order>
  readonly key: { readonly login: string; readonly secret: string }
  /** Tokens it granted, and until when they hold. */
  readonly tokens: Map<string, number>
  isRevoked: boolean
  /** One product comes without its quantity. */
  breaksStock: boolean
}

export const createShop = (setup: Setup, now: () => number): Shop => ({
  ...{ setup, now, products: [], orders: new Map(), tokens: new Map() },
  key: { login: 'navette', secret: 'k3y+of/the=shop&42' },
  ...{ isRevoked: false, breaksStock: false },
})

export const totalOf = ({ lines, shippingPrice }: Pick<Order, 'lines' | 'shippingPrice'>): number =>
  (lines.reduce((sum, { qty, price }) => sum + qty * Math.round(price * 100), 0) + Math.round(shippingPrice * 100)) /
  100

export const shelve = (shop: Shop, lines: readonly Line[], direction: 1 | -1): void => {
  for (const { sku, qty } of lines) {
    const product = shop.products.find((one) => one.sku === sku)
    if (product !== undefined) product.stock += direction * qty
  }
}

/** Orders the shop lists, oldest first. */
export const ordersOf = (shop: Shop): readonly Order[] =>
  [...shop.orders.values()].sort((one, other) => one.id - other.id)
