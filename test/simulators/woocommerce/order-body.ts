import { z } from 'zod'
import type { Shop } from './shop.ts'

const Meta = z.object({ key: z.string(), value: z.unknown() })
const email = z.email('Invalid email address.')

const Address = z.object({
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  company: z.string().optional(),
  address_1: z.string().optional(),
  address_2: z.string().optional(),
  city: z.string().optional(),
  state: z.string().optional(),
  postcode: z.string().optional(),
  country: z.string().optional(),
  phone: z.string().optional(),
})

const Line = z.object({
  id: z.int().optional(),
  name: z.string().nullish(),
  product_id: z.int().nullish(),
  variation_id: z.int().optional(),
  sku: z.string().optional(),
  quantity: z.int().optional(),
  subtotal: z.string().optional(),
  total: z.string().optional(),
  meta_data: z.array(Meta).optional(),
})
export type LineBody = z.infer<typeof Line>

const ShippingLine = z.object({
  id: z.int().optional(),
  method_id: z.string().nullish(),
  instance_id: z.string().optional(),
  method_title: z.string().nullish(),
  total: z.string().optional(),
})
export type ShippingLineBody = z.infer<typeof ShippingLine>

const FeeLine = z.object({
  id: z.int().optional(),
  name: z.string().nullish(),
  total: z.string().optional(),
  tax_status: z.enum(['taxable', 'none']).optional(),
  tax_class: z.string().optional(),
})
export type FeeLineBody = z.infer<typeof FeeLine>

/** What an order may be created or changed with: the arguments of the route, those that are read-only or unknown left out silently. */
export const orderBody = (shop: Shop) =>
  z.object({
    status: z.enum([...shop.statuses.keys(), 'auto-draft']).optional(),
    currency: z.enum(['EUR', 'USD', 'GBP', 'CHF']).optional(),
    created_via: z.string().optional(),
    customer_id: z.int().optional(),
    customer_note: z.string().optional(),
    payment_method: z.string().optional(),
    payment_method_title: z.string().optional(),
    transaction_id: z.string().optional(),
    set_paid: z.boolean().optional(),
    billing: Address.extend({ email: email.optional() }).optional(),
    shipping: Address.optional(),
    meta_data: z.array(Meta).optional(),
    line_items: z.array(Line).optional(),
    shipping_lines: z.array(ShippingLine).optional(),
    fee_lines: z.array(FeeLine).optional(),
    coupon_lines: z.array(z.object({ code: z.string() })).optional(),
  })
export type OrderBody = z.infer<ReturnType<typeof orderBody>>

export const refundBody = z.object({
  amount: z.string().optional(),
  reason: z.string().optional(),
  api_refund: z.boolean().default(true),
  api_restock: z.boolean().default(true),
  line_items: z
    .array(
      z.object({
        id: z.int(),
        quantity: z.int().default(0),
        refund_total: z.union([z.number(), z.string()]).transform(Number).default(0),
        refund_tax: z
          .array(z.object({ id: z.int(), refund_total: z.union([z.number(), z.string()]).transform(Number) }))
          .default([]),
      }),
    )
    .default([]),
})
