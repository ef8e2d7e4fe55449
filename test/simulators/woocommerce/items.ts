import { crash, RestError } from './errors.ts'
import type { FeeLineBody, LineBody, OrderBody, ShippingLineBody } from './order-body.ts'
import { amountOf } from './read-body.ts'
import type { Item, Meta, Shop } from './shop.ts'

/** The items of a new order. Whatever is found wrong here is found before anything is saved (woocommerce.md 2.6). */
export const newItems = (shop: Shop, body: OrderBody): Item[] => [
  ...(body.line_items ?? []).map((line) => newLine(shop, line)),
  ...(body.shipping_lines ?? []).map((line) => newShipping(shop, line)),
  ...(body.fee_lines ?? []).map((line) => newFee(shop, line)),
]

export const newLine = (shop: Shop, body: LineBody): Item => {
  const { product_id, variation_id, sku, quantity = 1 } = body
  if (!product_id && !variation_id && !sku) {
    throw new RestError(400, 'woocommerce_rest_required_product_reference', 'Product ID or SKU is required.')
  }
  if (quantity === 0) throw crash()
  const bySku = [...shop.products.values()].find((product) => sku !== undefined && product.sku === sku)
  // An id or a SKU that no product has gives a line without one (2.1).
  const product = shop.products.get(variation_id || product_id || 0) ?? bySku
  const isVariation = product?.type === 'variation'
  const total = body.total === undefined ? 0 : amountOf(body.total)
  return {
    ...blank(shop, 'line'),
    name: body.name ?? product?.name ?? '',
    productId: product === undefined ? 0 : isVariation ? product.parentId : product.id,
    variationId: isVariation ? product.id : 0,
    quantity,
    // Nothing can be said about what a product that is none costs.
    total: product === undefined ? 0 : total,
    subtotal: product === undefined ? 0 : amountOf(body.subtotal ?? body.total ?? '0'),
    taxStatus: product?.taxStatus ?? 'taxable',
    taxClass: product?.taxClass ?? '',
    meta: metasOf(shop, body.meta_data),
  }
}

export const newShipping = (shop: Shop, body: ShippingLineBody): Item => {
  if (!body.method_id) {
    throw new RestError(400, 'woocommerce_rest_invalid_shipping_item', 'Shipping method ID is required.')
  }
  const method = shop.zones
    .flatMap(({ methods }) => methods)
    .find(({ instanceId }) => body.instance_id !== undefined && String(instanceId) === body.instance_id)
  return {
    ...blank(shop, 'shipping'),
    name: body.method_title ?? '',
    methodId: body.method_id,
    instanceId: body.instance_id ?? '',
    total: amountOf(body.total ?? '0'),
    taxStatus: method?.taxStatus ?? 'taxable',
  }
}

export const newFee = (shop: Shop, body: FeeLineBody): Item => {
  if (!body.name) throw new RestError(400, 'woocommerce_rest_invalid_fee_item', 'Fee name is required.')
  return {
    ...blank(shop, 'fee'),
    name: body.name,
    total: amountOf(body.total ?? '0'),
    taxStatus: body.tax_status ?? 'taxable',
    taxClass: body.tax_class ?? '',
  }
}

const blank = (shop: Shop, kind: Item['kind']): Item => ({
  id: shop.nextId(),
  ...{ kind, name: '', productId: 0, variationId: 0, methodId: '', instanceId: '', quantity: 1, subtotal: 0, total: 0 },
  ...{ taxStatus: 'taxable', taxClass: '', taxes: [], reduced: 0, meta: [] },
})

export const metasOf = (
  shop: Shop,
  given: readonly { readonly key: string; readonly value?: unknown }[] = [],
): Meta[] => given.map(({ key, value }) => ({ id: shop.nextId(), key, value }))
