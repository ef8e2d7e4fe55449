import { z } from 'zod'

/** Magento writes numbers as numbers, or as texts where a column is read as it is. */
const Amount = z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)]).transform(Number)
const Quantity = Amount.nullish().transform((value) => value ?? 0)
const Text = z
  .string()
  .nullish()
  .transform((value) => value ?? '')

export const Item = z.object({
  item_id: z.number(),
  parent_item_id: z.number().nullish(),
  sku: Text,
  ext_order_item_id: Text,
  product_type: Text,
  qty_ordered: Quantity,
  qty_invoiced: Quantity,
  qty_shipped: Quantity,
  qty_canceled: Quantity,
  qty_refunded: Quantity,
})
export type Item = z.infer<typeof Item>

const Address = z.object({ postcode: Text })

export const Order = z.object({
  entity_id: z.number(),
  increment_id: z.string(),
  ext_order_id: Text,
  state: Text,
  status: Text,
  grand_total: Amount,
  items: z.array(Item),
  extension_attributes: z
    .object({
      shipping_assignments: z
        .array(z.object({ shipping: z.object({ address: Address.nullish() }).nullish() }))
        .nullish(),
    })
    .nullish(),
})
export type Order = z.infer<typeof Order>

/** An order as the poll asks for it: without amounts and addresses. */
export const OrderState = Order.pick({ entity_id: true, state: true, status: true, items: true })
export type OrderState = z.infer<typeof OrderState>

export const OpenOrder = z.object({ entity_id: z.number(), items: z.array(Item) })
export type OpenOrder = z.infer<typeof OpenOrder>

export const OrderSkus = z.object({ entity_id: z.number(), items: z.array(z.object({ sku: Text })) })
export type OrderSkus = z.infer<typeof OrderSkus>

export const RecentOrder = z.object({
  state: Text,
  status: Text,
  shipping_description: Text,
  extension_attributes: z
    .object({ shipping_assignments: z.array(z.object({ shipping: z.object({ method: Text }).nullish() })).nullish() })
    .nullish(),
})

export const Created = z.object({ entity_id: z.number() })

export const Shipment = z.object({
  entity_id: z.number(),
  order_id: z.number(),
  items: z.array(z.object({ order_item_id: z.number(), qty: Quantity })),
  tracks: z.array(z.object({ entity_id: z.number(), carrier_code: Text, title: Text, track_number: Text })).nullish(),
})
export type Shipment = z.infer<typeof Shipment>

export const Product = z.object({
  id: z.number(),
  sku: z.string(),
  name: Text,
  type_id: z.string(),
  weight: Quantity,
  updated_at: Text,
  custom_attributes: z.array(z.object({ attribute_code: z.string(), value: z.unknown() })).nullish(),
})
export type Product = z.infer<typeof Product>

export const Salable = z.object({ sku: z.string(), qty: Amount.nullish(), is_salable: z.boolean() })

export const SourceItem = z.object({ sku: z.string(), source_code: z.string(), quantity: Quantity, status: Quantity })

export const LegacyStock = z.object({
  item_id: z.number(),
  product_id: z.number(),
  qty: Quantity,
  manage_stock: z.boolean(),
  is_in_stock: z.boolean(),
})
export type LegacyStock = z.infer<typeof LegacyStock>

export const StoreConfig = z.object({
  id: z.number(),
  code: z.string(),
  website_id: z.number(),
  base_currency_code: z.string(),
  default_display_currency_code: z.string(),
})
export type StoreConfig = z.infer<typeof StoreConfig>

export const StoreView = z.object({ id: z.number(), code: z.string(), name: Text })
export const Website = z.object({ id: z.number(), code: z.string() })
export const Stock = z.object({ stock_id: z.number() })
export const StockSourceLink = z.object({ source_code: z.string(), stock_id: z.number() })
export const Source = z.object({ source_code: z.string(), name: Text, enabled: z.boolean().nullish() })
export const Country = z.object({ id: Text, two_letter_abbreviation: Text })

export const TaxRule = z.object({
  id: z.number(),
  priority: z.number(),
  position: z.number(),
  product_tax_class_ids: z.array(z.number()),
  tax_rate_ids: z.array(z.number()),
})
export type TaxRule = z.infer<typeof TaxRule>

export const TaxRate = z.object({
  id: z.number(),
  tax_country_id: z.string(),
  tax_region_id: z.number().nullish(),
  tax_postcode: Text,
  zip_is_range: z.number().nullish(),
  zip_from: z.number().nullish(),
  zip_to: z.number().nullish(),
  rate: Amount,
})
export type TaxRate = z.infer<typeof TaxRate>

/** A list in pages; the total counts what all pages hold together. */
export const pageOf = <T>(item: z.ZodType<T>) =>
  z.object({
    items: z
      .array(item)
      .nullish()
      .transform((items) => items ?? []),
    total_count: z.number(),
  })
