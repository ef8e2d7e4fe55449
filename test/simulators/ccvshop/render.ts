import type { Received } from '../wire.ts'
import { expands } from './lists.ts'
import type { Combination, Order, Product, Row, Shop } from './state.ts'

type Json = Readonly<Record<string, unknown>>

const hrefOf = ({ url }: Received, path: string): string => `${url.origin}/api/rest/v1/${path}`
const dateOf = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`
const insideOf = (cents: number, percent: number): number => Math.round((cents * percent) / (100 + percent))
const sum = (amounts: readonly number[]): number => amounts.reduce((total, one) => total + one, 0)

export const totalCents = ({ rows, shippingCents, extraCents }: Order): number =>
  sum(rows.map(({ priceCents, count }) => priceCents * count)) + shippingCents + extraCents

/** VAT in an order: that of shipping is the highest of its rows. */
export const taxCents = ({ rows, shippingCents }: Order): number =>
  sum(rows.map(({ priceCents, count, tax }) => insideOf(priceCents * count, tax))) +
  insideOf(shippingCents, Math.max(0, ...rows.map(({ tax }) => tax)))

export const renderOrder = (shop: Shop, call: Received, order: Order, isExpanded: boolean): Json => {
  const { id, status, customer } = order
  const href = hrefOf(call, `orders/${id}`)
  return {
    ...{ href, id, ordernumber_prefix: 'W', ordernumber: 1000 + id, ordernumber_full: `W-${1000 + id}` },
    ...{ create_date: dateOf(order.createdAt), deliver_method: 'shipping', deliver_date: null, status },
    ...{ is_completed: true, paid: order.paid, orderedinlng: order.language, currency: shop.options.currency },
    total_orderrow_price: sum(order.rows.map(({ priceCents, count }) => priceCents * count)) / 100,
    ...{ total_shipping: order.shippingCents / 100, total_price: totalCents(order) / 100 },
    total_tax: taxCents(order) / 100,
    ...{ track_and_trace_code: order.code, track_and_trace_carrier: order.carrier || null },
    ...{ track_and_trace_deeplink: order.link, reservationnumber: order.reservationNumber || null },
    customer: {
      ...{ email: customer.email, reference: customer.reference || null },
      ...{ billingaddress: customer.billing, deliveryaddress: customer.delivery },
    },
    orderrows: {
      href: `${href}/orderrows`,
      ...(isExpanded ? { collection: order.rows.map((row) => renderRow(order, row)) } : {}),
    },
    ordernotes: { href: `${href}/ordernotes` },
  }
}

export const renderRow = ({ id: orderId }: Order, row: Row): Json => ({
  ...{ id: row.id, order_id: orderId, product_type: row.kind, product_id: row.productId, product_name: row.name },
  ...{ product_number: row.number, sub_product_number: row.subNumber || null, sub_sku_number: null },
  ...{ sub_ean_number: null, count: row.count, price: row.priceCents / 100, discount: 0, tax: row.tax },
  ...{ total_price: (row.priceCents * row.count) / 100, memo: row.memo || null, attributes: [] },
})

export const renderProduct = (shop: Shop, call: Received, product: Product): Json => {
  const { id } = product
  const href = hrefOf(call, `products/${id}`)
  const isByCombination = product.stockType === 'attribute combination'
  return {
    ...{ href, id, is_active: product.active, productnumber: product.number, eannumber: product.ean },
    ...{ mpnnumber: product.mpn, name: product.name, price: product.priceCents / 100 },
    ...{ vatrate: shop.zones.get('NL')?.[product.tariff] ?? 0, taxtariff: product.tariff },
    ...{ discount: product.discountCents / 100, stockenabled: product.stockEnabled, stocktype: product.stockType },
    stock: shop.hidesStock ? null : isByCombination ? 0 : product.stock,
    attributecombinations: {
      href: `${href}/attributecombinations`,
      ...(expands(shop, call, 'attributecombinations')
        ? { collection: combinationsOf(shop, id).map((one) => renderCombination(shop, call, one)) }
        : {}),
    },
    producttaxtariffexceptions: {
      href: `${href}/producttaxtariffexceptions`,
      ...(expands(shop, call, 'producttaxtariffexceptions')
        ? { collection: Array.from(product.exceptions, ([country, taxtariff]) => ({ country, taxtariff })) }
        : {}),
    },
  }
}

export const combinationsOf = ({ combinations }: Shop, productId: number): readonly Combination[] =>
  [...combinations.values()].filter((one) => one.productId === productId)

export const renderCombination = (shop: Shop, call: Received, one: Combination): Json => ({
  ...{ href: hrefOf(call, `attributecombinations/${one.id}`), id: one.id, product_id: one.productId },
  ...{ product_number: one.productNumber, sku_number: one.skuNumber, ean_number: one.eanNumber },
  ...{ stock: shop.hidesStock ? null : one.stock, active: one.active },
})
