import { z } from 'zod'
import { SKU_META } from './facts.ts'

/** PHP writes a list with a gap in its keys as an object (woocommerce.md pitfall 8). */
const listOf = <T>(item: z.ZodType<T>) =>
  z.union([z.array(item), z.record(z.string(), item).transform((entries) => Object.values(entries))])

const Meta = z.object({ key: z.string(), value: z.unknown().optional() })
export type Meta = z.infer<typeof Meta>

const TaxAmount = z.object({ id: z.number(), total: z.string() })

const Line = z.object({
  id: z.number(),
  product_id: z.number(),
  variation_id: z.number(),
  quantity: z.number(),
  /** Of the product as it is now; null once that is deleted. */
  sku: z.string().nullish(),
  total: z.string(),
  taxes: listOf(TaxAmount),
  meta_data: listOf(Meta),
})
export type Line = z.infer<typeof Line>

/** An order as `wc/v3` tells it (woocommerce.md 2, 3): what is used of it. Amounts are decimals as text. */
export const Order = z.object({
  id: z.number(),
  /** Plugins number orders their own way. */
  number: z.union([z.string(), z.number()]).transform(String),
  status: z.string(),
  total: z.string(),
  created_via: z.string(),
  transaction_id: z.string(),
  date_created_gmt: z.string().nullable(),
  date_modified_gmt: z.string().nullable(),
  date_paid_gmt: z.string().nullable(),
  date_completed_gmt: z.string().nullable(),
  shipping: z.object({ postcode: z.string() }),
  meta_data: listOf(Meta),
  line_items: listOf(Line),
  refunds: listOf(z.object({ id: z.number() })),
})
export type Order = z.infer<typeof Order>

/** `_fields` of every reading of orders: a list is a fraction as long with it. */
export const ORDER_FIELDS = Object.keys(Order.shape).join(',')

/** The value of a custom field as text; null when it has none, or something else than text. */
export const metaText = (metas: readonly Meta[], key: string): string | null => {
  const value = metaValue(metas, key)
  return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null
}

/** Of several under one key, the last counts, as in the shop. */
export const metaValue = (metas: readonly Meta[], key: string): unknown =>
  metas.findLast((meta) => meta.key === key)?.value

/** The SKU a line was placed under; that of its product in lines that people added. Empty for a line without a product (pitfall 14). */
export const skuOfLine = (line: Line): string =>
  line.product_id === 0 ? '' : (metaText(line.meta_data, SKU_META) ?? line.sku ?? '')
