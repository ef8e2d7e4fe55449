import type { Reply } from '../wire.ts'
import { gmt, idsIn, listReply, momentIn } from './lists.ts'
import type { Product, Shop } from './shop.ts'

const ORDERINGS = ['date', 'id', 'include', 'title', 'slug', 'modified', 'price', 'popularity', 'rating', 'menu_order']

/** `GET /products`: variations are among them only where a SKU or a GTIN is asked for (woocommerce.md 2.1, 5). */
export const listProducts = (shop: Shop, query: URLSearchParams): Reply => {
  const skus = codesIn(query, 'sku')
  const eans = codesIn(query, 'global_unique_id')
  const ids = idsIn(query, 'include')
  const after = momentIn(shop, query, 'modified_after')
  const status = query.get('status') ?? 'any'
  const rows = [...shop.products.values()].filter(
    (product) =>
      (skus !== null || eans !== null || product.type !== 'variation') &&
      (skus === null || skus.includes(product.sku.toLowerCase())) &&
      (eans === null || eans.includes(product.globalUniqueId)) &&
      (ids === null || ids.has(product.id)) &&
      (after === null || product.modifiedAt > after) &&
      (status === 'any' ? product.status !== 'trash' : product.status === status),
  )
  return listReply(shop, query, rows, (product) => renderProduct(shop, product), ORDERINGS)
}

/** Those of one parent, or since 10.3 those of all. */
export const listVariations = (shop: Shop, query: URLSearchParams, parentId: number | null): Reply => {
  const rows = [...shop.products.values()].filter(
    (product) =>
      product.type === 'variation' &&
      (parentId === null || product.parentId === parentId) &&
      product.status !== 'trash',
  )
  return listReply(shop, query, rows, (product) => renderProduct(shop, product), ORDERINGS)
}

/** Each part as it stands, and the whole when it has several (2.1); cleaned like every text that comes in. Empty, or `0`: no filter. */
const codesIn = (query: URLSearchParams, name: string): readonly string[] | null => {
  const text = sanitized(query.get(name) ?? '')
  if (text === '' || text === '0') return null
  const parts = text.split(',')
  // MySQL compares without case; a column of GTINs holds digits.
  return (parts.length > 1 ? [...parts, text] : parts).map((part) => part.toLowerCase())
}

/** WordPress's `sanitize_text_field`. */
const sanitized = (text: string): string =>
  text
    .replace(/<[^>]*>?/g, '')
    .replace(/[\r\n\t ]+/g, ' ')
    .trim()
    .replace(/%[a-f0-9]{2}/gi, '')

export const renderProduct = (shop: Shop, product: Product): Readonly<Record<string, unknown>> => {
  const parent = shop.products.get(product.parentId)
  const shared = product.manageStock === 'parent' ? parent : product
  return {
    id: product.id,
    parent_id: product.parentId,
    type: product.type,
    status: product.status,
    // A variation without its own shows its parent's.
    sku: product.sku || parent?.sku || '',
    global_unique_id: product.globalUniqueId,
    name: product.name,
    manage_stock: product.manageStock,
    stock_quantity: product.manageStock === false ? null : (shared?.stock ?? null),
    stock_status: product.stockStatus,
    backorders: 'no',
    tax_status: product.taxStatus,
    tax_class: product.taxClass,
    date_modified_gmt: gmt(product.modifiedAt),
    price: '10.00',
  }
}
