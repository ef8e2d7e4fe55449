import { z } from 'zod'
import { Cents, Flag, Id, Link, Text, Whole } from './values.ts'

/** What stands in a product's box: the thing that is sold (lightspeed.md 2.4). */
export const Variant = z.object({
  id: Whole,
  articleCode: Text,
  sku: Text,
  ean: Text,
  title: Text,
  priceIncl: Cents,
  /** `disabled`, `enabled` or `indicator`; anything else is not understood. */
  stockTracking: z.enum(['disabled', 'enabled', 'indicator']),
  stockLevel: Whole,
  stockBuyMinimum: Id,
  stockBuyMaximum: Id,
})
export type Variant = z.infer<typeof Variant>

export const Order = z.object({
  id: Whole,
  number: Text,
  createdAt: z.iso.datetime({ offset: true }),
  updatedAt: z.iso.datetime({ offset: true }),
  status: z.string().min(1),
  customStatusId: Id,
  paymentStatus: Text,
  shipmentStatus: Text,
  shipmentTitle: Text,
  shipmentData: z.unknown().optional(),
  priceIncl: Cents,
  memo: Text,
  allowNotifications: Flag,
  addressShippingZipcode: Text,
  addressBillingZipcode: Text,
})
export type Order = z.infer<typeof Order>

/** What a list of orders needs to tell of each. */
export const OrderState = Order.pick({
  ...{ id: true, createdAt: true, updatedAt: true, status: true, customStatusId: true },
  ...{ shipmentStatus: true, shipmentTitle: true, shipmentData: true },
})
export type OrderState = z.infer<typeof OrderState>

/** How a line names its product; `variant` is a link in an order, and a title in a shipment. */
const Coded = z.object({ articleCode: Text, sku: Text, ean: Text })

export const OrderProduct = Coded.extend({
  id: Whole,
  variant: Link,
  quantityOrdered: Whole,
  quantityRefunded: Whole.optional().transform((units) => units ?? 0),
})
export type OrderProduct = z.infer<typeof OrderProduct>

export const ShipmentProduct = Coded.extend({ id: Whole, quantity: Whole })
export type ShipmentProduct = z.infer<typeof ShipmentProduct>

export const Shipment = z.object({
  id: Whole,
  status: z.string().min(1),
  trackingCode: Text,
  updatedAt: Text,
  order: Link,
})
export type Shipment = z.infer<typeof Shipment>

export const Invoice = z.object({ id: Whole, status: Text, isCreditNote: Flag })

const CheckoutProduct = z.object({ id: Whole, variant_id: Whole, quantity: Whole })
export type CheckoutProduct = z.infer<typeof CheckoutProduct>

/** Bare, in snake case, unlike everything else (1). */
export const Checkout = z.object({
  id: Whole,
  order_id: Id,
  products: z
    .union([z.array(CheckoutProduct), z.literal(false), z.null()])
    .optional()
    .transform((products) => products || []),
})
export type Checkout = z.infer<typeof Checkout>

export const ShipmentMethod = z.object({ id: z.union([z.string(), z.number()]).transform(String), title: Text })
export type ShipmentMethod = z.infer<typeof ShipmentMethod>

export const PaymentMethod = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  title: Text,
  /** Paid afterwards: the others leave an unpaid order waiting at a payment provider (2.1). */
  post_payment: Flag,
})
export type PaymentMethod = z.infer<typeof PaymentMethod>

/** `errors` is an empty list, or an object of `"shipping_address.zipcode.required": "text"` (2.1, step 7). */
export const Validation = z.object({
  validated: Flag,
  errors: z
    .union([z.record(z.string(), z.unknown()), z.array(z.unknown()), z.literal(false), z.null()])
    .optional()
    .transform((errors): Readonly<Record<string, unknown>> => (errors ? { ...errors } : {})),
})

export const Ordered = z.object({ order_id: Whole })

export const DeliveryMethodRow = z.object({ id: Whole, title: Text, isBackofficeOnly: Flag })
