import { crash, RestError } from './errors.ts'
import { metasOf, newFee, newItems, newLine, newShipping } from './items.ts'
import { type OrderBody, orderBody } from './order-body.ts'
import { amountOf, validated } from './read-body.ts'
import type { Address, Item, Order, Shop } from './shop.ts'
import { giveBack, setStatus } from './statuses.ts'
import { calculateTotals } from './totals.ts'

/** `POST /orders`, step by step as the controller of WooCommerce does it (woocommerce.md 2.3 to 2.6). */
export const createOrder = (shop: Shop, sent: Readonly<Record<string, unknown>>): Order => {
  const body = validated(orderBody(shop), sent)
  const items = newItems(shop, body)
  if (body.customer_id) throw new RestError(400, 'woocommerce_rest_invalid_customer_id', 'Customer ID is invalid.')
  const now = shop.options.now()
  const order: Order = {
    id: shop.nextId(),
    status: 'pending',
    createdVia: shop.options.version === '9.8.1' ? 'rest-api' : (body.created_via ?? 'rest-api'),
    currency: body.currency ?? 'EUR',
    transactionId: '',
    customerNote: body.customer_note ?? '',
    paymentMethod: body.payment_method ?? '',
    ...{
      billing: {},
      shipping: {},
      meta: metasOf(shop, body.meta_data),
      items,
      refunds: [],
      fulfillments: [],
      notes: [],
    },
    ...{ stockReduced: false, cartTax: 0, shippingTax: 0, total: 0 },
    ...{ createdAt: now, modifiedAt: now, paidAt: null, completedAt: null },
  }
  setFields(shop, order, body)
  shop.orders.set(order.id, order)
  calculateTotals(shop, order)
  if (shop.crashes) throw crash()
  if (shop.refusal !== null) throw leftBehind(shop, order, 'woocommerce_rest_plugin_refused', shop.refusal)
  const [coupon] = body.coupon_lines ?? []
  if (coupon !== undefined) {
    throw leftBehind(shop, order, 'woocommerce_rest_invalid_coupon', `Coupon "${coupon.code}" does not exist!`)
  }
  if (body.status !== undefined) setStatus(shop, order, body.status)
  if (body.set_paid === true) payIn(shop, order, body)
  return order
}

/** The order stays: as a draft whose id is told, or before 10 as an order like any other. */
const leftBehind = (shop: Shop, order: Order, code: string, message: string): RestError => {
  if (shop.options.version === '9.8.1') return new RestError(400, code, message)
  order.status = 'checkout-draft'
  return new RestError(400, code, message, { new_draft_order_id: order.id })
}

const payIn = (shop: Shop, order: Order, { transaction_id }: OrderBody): void => {
  if (transaction_id !== undefined) order.transactionId = cutId(shop, transaction_id)
  if (['pending', 'failed', 'checkout-draft', 'on-hold'].includes(order.status)) setStatus(shop, order, 'processing')
}

/** A change of an order, by `PUT` or `POST`. */
export const changeOrder = (shop: Shop, order: Order, sent: Readonly<Record<string, unknown>>): void => {
  const body = validated(orderBody(shop), sent)
  const before = { status: order.status, customerNote: order.customerNote }
  changeItems(shop, order, body)
  setFields(shop, order, body)
  setMetas(shop, order, body)
  const touchesTotals = ['billing', 'shipping', 'line_items', 'shipping_lines', 'fee_lines', 'coupon_lines'] as const
  if (touchesTotals.some((name) => body[name] !== undefined)) calculateTotals(shop, order)
  if (body.status !== undefined) setStatus(shop, order, body.status)
  if (body.set_paid === true && ['pending', 'failed'].includes(order.status) && order.total > 0)
    payIn(shop, order, body)
  const isSeen = before.status !== order.status || before.customerNote !== order.customerNote
  if (shop.options.storage === 'hpos' || isSeen) order.modifiedAt = shop.options.now()
}

const changeItems = (shop: Shop, order: Order, body: OrderBody): void => {
  for (const line of body.line_items ?? []) changeItem(shop, order, 'line', line, () => newLine(shop, line))
  for (const line of body.shipping_lines ?? []) changeItem(shop, order, 'shipping', line, () => newShipping(shop, line))
  for (const line of body.fee_lines ?? []) changeItem(shop, order, 'fee', line, () => newFee(shop, line))
}

interface Change {
  readonly id?: number | undefined
  readonly name?: string | null | undefined
  readonly quantity?: number | undefined
  readonly total?: string | undefined
}

const changeItem = (shop: Shop, order: Order, kind: Item['kind'], change: Change, create: () => Item): void => {
  if (change.id === undefined) return void order.items.push(create())
  const item = order.items.find((one) => one.id === change.id && one.kind === kind)
  if (item === undefined) {
    throw new RestError(400, 'woocommerce_rest_invalid_item_id', 'Order item ID provided is not associated with order.')
  }
  const { quantity } = change
  if (quantity === 0 || change.name === null) {
    giveBack(shop, item, item.reduced)
    order.items = order.items.filter((one) => one !== item)
    return
  }
  if (quantity !== undefined) {
    giveBack(shop, item, Math.max(0, item.reduced - quantity))
    item.quantity = quantity
  }
  if (change.total !== undefined) item.total = amountOf(change.total)
}

const setFields = (shop: Shop, order: Order, body: OrderBody): void => {
  if (body.transaction_id !== undefined) order.transactionId = cutId(shop, body.transaction_id)
  if (body.customer_note !== undefined) order.customerNote = body.customer_note
  if (body.billing !== undefined) order.billing = { ...order.billing, ...keptAddress(shop, textsOf(body.billing)) }
  if (body.shipping !== undefined) order.shipping = { ...order.shipping, ...textsOf(body.shipping) }
}

const setMetas = (shop: Shop, order: Order, { meta_data }: OrderBody): void => {
  for (const meta of metasOf(shop, meta_data)) {
    const at = order.meta.findIndex(({ key }) => key === meta.key)
    if (at === -1) order.meta.push(meta)
    else order.meta.splice(at, 1, meta)
  }
}

const textsOf = (address: Readonly<Record<string, string | undefined>>): Address =>
  Object.fromEntries(Object.entries(address).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))

/** HPOS keeps such things in columns of their own (2.3). */
const cutId = ({ options }: Shop, id: string): string => (options.storage === 'hpos' ? id.slice(0, 100) : id)
const keptAddress = ({ options }: Shop, address: Address): Address =>
  options.storage === 'hpos' && (address['phone'] ?? '').length > 100 ? {} : address

/** To the bin, or for good: in neither case does stock come back. */
export const deleteOrder = (shop: Shop, order: Order, force: boolean): void => {
  if (force) shop.orders.delete(order.id)
  else order.status = 'trash'
  if (!force) order.modifiedAt = shop.options.now()
}
