import { randomUUID } from 'node:crypto'
import type { SimulatorOptions } from '../simulator.ts'

export interface Variant {
  readonly id: number
  readonly productId: number
  articleCode: string
  sku: string
  ean: string
  title: string
  priceCents: number
  stockTracking: 'disabled' | 'enabled' | 'indicator'
  stockLevel: number
  buyMinimum: number
  buyMaximum: number
}

export interface CheckoutProduct {
  readonly id: number
  readonly variantId: number
  quantity: number
}

export type Fields = Readonly<Record<string, unknown>>

export interface Checkout {
  readonly id: number
  orderId: number | null
  customer: Fields
  billing: Fields
  shipping: Fields
  products: CheckoutProduct[]
  shipment: Method | null
  payment: string | null
  terms: boolean
  notifications: boolean
  memo: string
  comment: string
}

export interface Method {
  readonly id: number
  title: string
  readonly valueId: number
  priceCents: number
  /** ISO codes. */
  readonly countries: readonly string[]
}

export interface Payment {
  readonly id: string
  readonly title: string
  readonly isPost: boolean
}

export interface Line {
  readonly id: number
  readonly variantId: number
  readonly articleCode: string
  readonly sku: string
  readonly ean: string
  readonly ordered: number
  shipped: number
  refunded: number
  readonly priceCents: number
}

export interface Order {
  readonly id: number
  readonly number: string
  readonly createdAt: number
  updatedAt: number
  status: string
  customStatusId: number | null
  paymentStatus: string
  shipmentStatus: string
  shipmentTitle: string
  readonly shipmentId: string
  readonly lines: Line[]
  readonly shippingCents: number
  memo: string
  readonly comment: string
  readonly email: string
  readonly billing: Fields
  readonly shipping: Fields
  readonly allowNotifications: boolean
}

export interface Shipment {
  readonly id: number
  readonly orderId: number
  readonly createdAt: number
  updatedAt: number
  status: string
  trackingCode: string
  lines: { readonly lineId: number; quantity: number }[]
}

export interface Invoice {
  readonly id: number
  readonly orderId: number
  readonly createdAt: number
  status: string
  readonly isCreditNote: boolean
}

/** What shops of this platform do differently, or what nobody is sure of; each as the specification thinks likely. */
export interface Habits {
  /** Languages that are active. */
  languages: readonly string[]
  /** Addresses need a house number in its own field. */
  wantsNumber: boolean
  /** A shipment method is taken as an object only. */
  wantsMethodObject: boolean
  /** A checkout's internal note becomes the order's. */
  carriesMemo: boolean
  /** `PUT orders/{id}` takes `paymentStatus`, or keeps still and takes nothing, or says no. */
  paidOnOrder: 'takes' | 'ignores' | 'refuses'
  /** The same for `PUT invoices/{id}`. */
  paidOnInvoice: boolean
  /** Cancelling puts units back by itself. */
  cancellingRestocks: boolean
  /** Cancelling is answered with yes, and does nothing. */
  keepsCancelledOpen: boolean
  /** A list that leaves out its last row. */
  dropsRows: boolean
  /** Filters of variants are not heard. */
  ignoresFilters: boolean
  /** Rows of a page at most. */
  pageSize: number
  currency: string
  /** Calls in five minutes, an hour and a day. */
  limits: readonly [number, number, number]
}

export interface LightspeedOptions extends SimulatorOptions {
  readonly habits?: Partial<Habits>
}

export interface Shop {
  readonly now: () => number
  readonly habits: Habits
  key: { readonly apiKey: string; readonly apiSecret: string } | null
  readonly permissions: Record<string, { read: boolean; write: boolean }>
  readonly variants: Map<number, Variant>
  readonly checkouts: Map<number, Checkout>
  readonly orders: Map<number, Order>
  readonly shipments: Map<number, Shipment>
  readonly invoices: Map<number, Invoice>
  readonly methods: Method[]
  readonly payments: Payment[]
  readonly customStatuses: { readonly id: number; readonly title: string }[]
  /** Mails to customers so far. */
  readonly mails: { readonly to: string; readonly about: string }[]
  nextId(): number
}

/** Nobody counts calls, because a battery places 500 orders in no time; tests of the limits set those of a real plan. */
const NO_LIMITS = [10_000_000, 10_000_000, 10_000_000] as const

const EUROPE = ['fr', 'nl', 'be', 'de', 'es', 'it', 'lu', 'ch']

export const createShop = ({ now = Date.now, habits = {} }: LightspeedOptions): Shop => {
  let lastId = 4_981_000
  const nextId = (): number => ++lastId
  const method = (title: string, priceCents: number): Method => ({
    ...{ id: nextId(), valueId: nextId(), title, priceCents, countries: EUROPE },
  })
  return {
    ...{ now, nextId },
    habits: {
      ...{ languages: ['fr', 'de'], wantsNumber: false, wantsMethodObject: false, carriesMemo: true },
      ...{
        paidOnOrder: 'takes',
        paidOnInvoice: true,
        cancellingRestocks: false,
        keepsCancelledOpen: false,
        dropsRows: false,
        ignoresFilters: false,
        pageSize: 250,
        currency: 'eur',
      },
      limits: NO_LIMITS,
      ...habits,
    },
    key: { apiKey: randomUUID().replaceAll('-', ''), apiSecret: randomUUID().replaceAll('-', '') },
    permissions: {
      content: { read: false, write: false },
      products: { read: true, write: false },
      customers: { read: true, write: true },
      orders: { read: true, write: true },
      settings: { read: true, write: false },
      tracking: { read: false, write: false },
    },
    ...{ variants: new Map(), checkouts: new Map(), orders: new Map(), shipments: new Map(), invoices: new Map() },
    methods: [method('Livraison à domicile', 399), method('Point relais', 399), method('Livraison express', 399)],
    payments: [
      { id: 'mollie_creditcard', title: 'Carte bancaire', isPost: false },
      { id: 'invoice', title: 'Facture', isPost: true },
    ],
    customStatuses: [{ id: nextId(), title: 'Emballée' }],
    mails: [],
  }
}

/** A change that is dated: of two, the second is the later one, even within the same second. */
export const touch = (shop: Shop, changed: { updatedAt: number }): void => {
  changed.updatedAt = Math.max(shop.now(), changed.updatedAt + 1_000)
}
