import { z } from 'zod'

/** What a shop leaves empty, it writes as null or as nothing. */
const Text = z
  .string()
  .nullish()
  .transform((text) => text ?? '')

/**
 * What lies below a resource: its rows where they were asked for by `expand` and came, else null. [B] The models of the official schemas
 * call the list `collection`; lists of their own have `items`.
 */
const below = <T>(row: z.ZodType<T>) => {
  const whole = z.null().optional()
  return z
    .union([
      z.array(row),
      z.object({ collection: z.array(row), next: whole }).transform(({ collection }) => collection),
      z.object({ items: z.array(row), next: whole }).transform(({ items }) => items),
      z.looseObject({}).transform(() => null),
    ])
    .nullish()
    .transform((rows) => rows ?? null)
}

/** 5. `stock` counts where the product's `stocktype` says that its combinations are counted. */
export const Combination = z.object({
  id: z.number(),
  active: z.boolean().nullish(),
  product_number: Text,
  sku_number: Text,
  ean_number: Text,
  stock: z.number().nullish(),
})
export type Combination = z.infer<typeof Combination>

export const Product = z.object({
  id: z.number(),
  is_active: z.boolean(),
  productnumber: Text,
  eannumber: Text,
  mpnnumber: Text,
  name: Text,
  /** [B] Percent; deprecated there, in favour of the name of a tariff whose percentage each country has. */
  vatrate: z.number().nullish(),
  taxtariff: Text,
  stockenabled: z.boolean().nullish(),
  stocktype: Text,
  stock: z.number().nullish(),
  attributecombinations: below(Combination),
  /** Another tariff in some countries. */
  producttaxtariffexceptions: below(z.object({ country: z.string(), taxtariff: z.string() })),
})
export type Product = z.infer<typeof Product>

/** [C] A hit of the search is a product, or a combination that names its product. */
export const Hit = z.object({ id: z.number(), product_id: z.number().nullish() })

export const Row = z.object({
  id: z.number().nullish(),
  /** [B] `deposit`: added by the shop. */
  product_type: Text,
  product_id: z.number().nullish(),
  product_number: Text,
  sub_product_number: Text,
  memo: Text,
  count: z.number(),
})
export type Row = z.infer<typeof Row>

/** 3. */
export const Order = z.object({
  id: z.number(),
  ordernumber: z.number().nullish(),
  ordernumber_full: Text,
  create_date: Text,
  /** Null while it is only a basket. */
  status: z.number().nullable(),
  total_price: z.number(),
  reservationnumber: Text,
  track_and_trace_code: Text,
  track_and_trace_carrier: Text,
  track_and_trace_deeplink: Text,
  customer: z.object({ reference: Text, deliveryaddress: z.object({ zipcode: Text }).nullish() }).nullish(),
  orderrows: below(Row),
})
export type Order = z.infer<typeof Order>

export const Created = z.object({ id: z.number() })
export const Webshop = z.object({ id: z.number(), name: Text })
export const Package = z.object({ id: z.number() })

export const Settings = z.object({
  currency: Text,
  languages: z.array(z.string()).nullish(),
  order_status: z.array(z.object({ id: z.number(), status_name: Text })).nullish(),
})
export type Settings = z.infer<typeof Settings>

/** [B] Where the shop delivers to, and what each tariff is there. */
export const Countries = z.object({
  items: z.array(
    z.object({
      code: z.string(),
      tariffs: z.array(z.object({ type: z.string(), percentage: z.number() })).nullish(),
    }),
  ),
})
