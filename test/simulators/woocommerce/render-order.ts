import { gmt, local } from './lists.ts'
import { type Item, type Order, type Refund, type Shop, setting } from './shop.ts'

/** An order as `wc/v3` tells it. */
export const renderOrder = (shop: Shop, order: Order): Readonly<Record<string, unknown>> => {
  const { items } = order
  const of = (kind: Item['kind']): readonly Item[] => items.filter((item) => item.kind === kind)
  return {
    id: order.id,
    parent_id: 0,
    number: String(order.id),
    status: order.status,
    currency: order.currency,
    version: shop.options.version,
    prices_include_tax: setting(shop, 'woocommerce_prices_include_tax') === 'yes',
    ...dates(shop, 'created', order.createdAt),
    ...dates(shop, 'modified', order.modifiedAt),
    ...dates(shop, 'paid', order.paidAt),
    ...dates(shop, 'completed', order.completedAt),
    cart_tax: money(shop, order.cartTax),
    shipping_tax: money(shop, order.shippingTax),
    total_tax: money(shop, order.cartTax + order.shippingTax),
    total: money(shop, order.total),
    customer_id: 0,
    customer_note: order.customerNote,
    billing: address(order.billing, ['email', 'phone']),
    shipping: address(order.shipping, ['phone']),
    payment_method: order.paymentMethod,
    transaction_id: order.transactionId,
    created_via: order.createdVia,
    meta_data: order.meta,
    line_items: of('line').map((item) => renderLine(shop, item)),
    shipping_lines: of('shipping').map((item) => ({
      ...base(shop, item),
      method_title: item.name,
      method_id: item.methodId,
      instance_id: item.instanceId,
    })),
    fee_lines: of('fee').map((item) => ({
      ...base(shop, item),
      name: item.name,
      tax_class: item.taxClass,
      tax_status: item.taxStatus,
    })),
    coupon_lines: [],
    refunds: order.refunds.map(({ id, reason, amount }) => ({ id, reason, total: money(shop, -amount) })),
    _links: { self: [{ href: `/wp-json/wc/v3/orders/${order.id}` }] },
  }
}

const renderLine = (shop: Shop, item: Item) => ({
  ...base(shop, item),
  name: item.name,
  product_id: item.productId,
  variation_id: item.variationId,
  quantity: item.quantity,
  tax_class: item.taxClass,
  subtotal: money(shop, item.subtotal),
  // Of the product as it is now; none once it is deleted.
  sku: shop.products.get(item.variationId || item.productId)?.sku ?? null,
  price: item.quantity === 0 ? 0 : item.total / 1_000_000 / item.quantity,
})

const base = (shop: Shop, { id, total, taxes, meta, reduced }: Item) => ({
  id,
  total: money(shop, total),
  total_tax: money(
    shop,
    taxes.reduce((sum, tax) => sum + tax.total, 0),
  ),
  taxes: taxes.map((tax) => ({ id: tax.id, total: money(shop, tax.total), subtotal: money(shop, tax.total) })),
  meta_data: reduced === 0 ? meta : [...meta, { id: 1, key: '_reduced_stock', value: String(reduced) }],
})

export const renderRefund = (shop: Shop, { id, reason, amount, lines }: Refund): Readonly<Record<string, unknown>> => ({
  id,
  reason,
  amount: money(shop, amount),
  line_items: lines.map(({ itemId, quantity, total, taxes }) => ({
    id: itemId + 100_000,
    quantity: -quantity,
    total: money(shop, -total),
    taxes: taxes.map((tax) => ({ id: tax.id, total: money(shop, -tax.total), subtotal: '' })),
    meta_data: [{ id: 1, key: '_refunded_item_id', value: String(itemId) }],
  })),
})

const dates = (shop: Shop, name: string, at: number | null) => ({
  [`date_${name}`]: at === null ? null : local(shop, at),
  [`date_${name}_gmt`]: at === null ? null : gmt(at),
})

const address = (kept: Readonly<Record<string, string>>, more: readonly string[]) =>
  Object.fromEntries(
    [
      'first_name',
      'last_name',
      'company',
      'address_1',
      'address_2',
      'city',
      'state',
      'postcode',
      'country',
      ...more,
    ].map((name) => [name, kept[name] ?? '']),
  )

/** As many decimals as the shop shows (woocommerce.md 1.4). */
export const money = (shop: Shop, millionths: number): string => {
  const decimals = Number(setting(shop, 'woocommerce_price_num_decimals'))
  return (Math.round(millionths / 10 ** (6 - decimals)) / 10 ** decimals).toFixed(decimals)
}
