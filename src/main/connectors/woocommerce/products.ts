import { z } from 'zod'
import { Fault, isFault } from '../../domain/fault.ts'
import type { Api } from './api.ts'
import { NEVER_SOLD, ON_SALE } from './facts.ts'
import { inGroups, isSearchable } from './sku-search.ts'

/** Fields of a product that may hold what the marketplace calls SKU; the EAN since WooCommerce 9.2. */
export const SKU_SOURCES = ['sku', 'ean', 'id'] as const
export type SkuSource = (typeof SKU_SOURCES)[number]

export const Product = z.object({
  id: z.number(),
  /** Of a variation; 0 of a product. The list of one parent's variations may leave it out. */
  parent_id: z.number().optional(),
  /** Lists of variations may leave it out. */
  type: z.string().default('variation'),
  status: z.string(),
  sku: z.string().nullish(),
  global_unique_id: z.string().nullish(),
  name: z.string().nullish(),
  /** `parent`: the number is that of all variations together (woocommerce.md 5). */
  manage_stock: z.union([z.boolean(), z.literal('parent')]),
  stock_quantity: z.number().nullable(),
  stock_status: z.string(),
  tax_status: z.string(),
  tax_class: z.string(),
  date_modified_gmt: z.string().nullable(),
})
export type Product = z.infer<typeof Product>
export const PRODUCT_FIELDS = Object.keys(Product.shape).join(',')
const Products = z.array(Product)

export const isParent = ({ type }: Product): boolean => type.startsWith('variable')

/** A variation that is switched off is private; a private product is one that the shop does not show. */
export const isSold = (product: Product): boolean =>
  !NEVER_SOLD.has(product.type) &&
  !isParent(product) &&
  ON_SALE.has(product.status) &&
  !(product.type === 'variation' && product.status === 'private')

/** Units on the shelf; null where the shop does not count them. */
export const availableOf = ({ manage_stock, stock_quantity, stock_status }: Product): number | null => {
  if (manage_stock === false) return stock_status === 'outofstock' ? 0 : null
  return Math.max(0, Math.floor(stock_quantity ?? 0))
}

export const codeOf = (product: Product, source: SkuSource): string =>
  source === 'id' ? String(product.id) : ((source === 'sku' ? product.sku : product.global_unique_id) ?? '')

/** The products behind each code, exactly as it is written; none for a code the shop does not have. */
export const findProducts = async (
  api: Api,
  source: SkuSource,
  codes: readonly string[],
): Promise<ReadonlyMap<string, readonly Product[]>> => {
  const wanted = [...new Set(codes)]
  const found = await FINDERS[source](api, wanted.filter(isSearchable))
  const sold = [...new Map(found.map((product) => [product.id, product])).values()].filter(isSold)
  return new Map(wanted.map((code) => [code, sold.filter((product) => codeOf(product, source) === code)]))
}

type Finder = (api: Api, codes: readonly string[]) => Promise<readonly Product[]>

/** 2.1: products and variations alike. */
const bySku: Finder = async (api, codes) => {
  const found: Product[] = []
  for (const group of inGroups(codes)) {
    found.push(...(await api.list('products', { sku: group.join(','), _fields: PRODUCT_FIELDS }, Products)))
  }
  return found
}

const byEan: Finder = async (api, codes) => {
  const found: Product[] = []
  for (const group of inGroups(codes)) {
    const filter = { global_unique_id: group.join(','), _fields: PRODUCT_FIELDS }
    for await (const hits of api.pages('products', filter, Products)) {
      // Before WooCommerce 9.2 the filter is ignored, and everything comes back (pitfall 13).
      if (hits.some((product) => !group.includes(codeOf(product, 'ean')))) throw tooOldForEans(api.ports.side)
      found.push(...hits)
    }
  }
  return found
}

const tooOldForEans = (side: string): Fault =>
  new Fault('settings', `${side} cannot look products up by EAN: WooCommerce 9.2 or later can.`, { side })

/** [B, code of 10.5] The list of products leaves variations out; asked for by itself, one is told like a product. */
const byId: Finder = async (api, codes) => {
  const ids = codes.filter((code) => /^[1-9]\d{0,9}$/.test(code))
  const found: Product[] = []
  for (const group of inGroups(ids)) {
    found.push(...(await api.list('products', { include: group.join(','), _fields: PRODUCT_FIELDS }, Products)))
  }
  for (const id of ids.filter((one) => !found.some((product) => String(product.id) === one))) {
    try {
      found.push(await api.get(`products/${id}`, { _fields: PRODUCT_FIELDS }, Product))
    } catch (error) {
      if (!isFault(error) || error.detail['code'] !== 'woocommerce_rest_product_invalid_id') throw error
    }
  }
  return found
}

const FINDERS: Readonly<Record<SkuSource, Finder>> = { sku: bySku, ean: byEan, id: byId }
