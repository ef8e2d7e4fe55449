import { ApiError } from './replies.ts'
import { type Checkout, type Fields, type Line, type Order, type Shop, touch } from './shop.ts'
import { methodKey } from './views.ts'

/** What a checkout becomes: priced from the catalogue, its units off the stock, an invoice and a shipment with it (lightspeed.md 10). */
export const createOrder = (shop: Shop, checkout: Checkout): Order => {
  const { shipment } = checkout
  if (shipment === null) throw new Error('A valid checkout has a shipment method')
  const lines = checkout.products.map(({ variantId, quantity }): Line => {
    const variant = shop.variants.get(variantId)
    if (variant === undefined) throw new ApiError(422, 'A product is gone.')
    if (variant.stockTracking !== 'disabled') variant.stockLevel -= quantity
    const { articleCode, sku, ean, priceCents } = variant
    return {
      ...{ id: shop.nextId(), variantId, articleCode, sku, ean, ordered: quantity, shipped: 0, refunded: 0 },
      priceCents,
    }
  })
  const id = shop.nextId()
  const order: Order = {
    ...{
      id,
      number: `ORD${String(shop.orders.size + 1).padStart(5, '0')}`,
      createdAt: shop.now(),
      updatedAt: shop.now(),
    },
    ...{ status: 'processing_awaiting_payment', customStatusId: null, paymentStatus: 'not_paid' },
    ...{ shipmentStatus: 'not_shipped', shipmentTitle: shipment.title, shipmentId: methodKey(shipment), lines },
    ...{ shippingCents: shipment.priceCents, memo: shop.habits.carriesMemo ? checkout.memo : '' },
    ...{ comment: checkout.comment, email: String(checkout.customer['email']) },
    ...{ billing: checkout.billing, shipping: checkout.shipping, allowNotifications: checkout.notifications },
  }
  shop.orders.set(id, order)
  const [invoiceId, shipmentId] = [shop.nextId(), shop.nextId()]
  shop.invoices.set(invoiceId, {
    ...{ id: invoiceId, orderId: id, createdAt: shop.now(), status: 'not_paid', isCreditNote: false },
  })
  shop.shipments.set(shipmentId, {
    ...{ id: shipmentId, orderId: id, createdAt: shop.now(), updatedAt: shop.now(), status: 'not_shipped' },
    ...{ trackingCode: '', lines: lines.map((line) => ({ lineId: line.id, quantity: line.ordered })) },
  })
  mail(shop, order, 'new', order.allowNotifications)
  return order
}

const mail = (shop: Shop, order: Order, about: string, isWanted: boolean): void => {
  if (isWanted) shop.mails.push({ to: order.email, about })
}

const WRITABLE = ['status', 'paymentStatus', 'memo', 'doNotifyNew', 'doNotifyReminder', 'doNotifyCancelled']
const STATUSES = [
  ...['on_hold', 'processing_awaiting_payment', 'processing_awaiting_shipment', 'processing_awaiting_pickup'],
  ...['processing_ready_for_pickup', 'completed', 'completed_shipped', 'completed_picked_up', 'cancelled'],
]

/** `PUT orders/{id}` (2.3, 4). */
export const changeOrder = (shop: Shop, order: Order, change: Fields): void => {
  const unknown = Object.keys(change).find((name) => !WRITABLE.includes(name))
  if (unknown !== undefined)
    throw new ApiError(422, 'Validation failed.', { [unknown]: 'This field cannot be written.' })
  const { status, paymentStatus, memo } = change
  if (paymentStatus !== undefined) {
    if (shop.habits.paidOnOrder === 'refuses')
      throw new ApiError(422, 'Validation failed.', { paymentStatus: 'This field cannot be written.' })
    if (shop.habits.paidOnOrder === 'takes') pay(shop, order)
  }
  if (typeof memo === 'string') order.memo = memo
  if (status !== undefined) {
    if (!STATUSES.includes(String(status))) throw new ApiError(422, 'Validation failed.', { status: 'Unknown status.' })
    if (status === 'cancelled' && shop.habits.keepsCancelledOpen) return
    if (status === 'cancelled') cancel(shop, order, change['doNotifyCancelled'] !== false)
    else order.status = String(status)
  }
  touch(shop, order)
}

export const pay = (shop: Shop, order: Order): void => {
  order.paymentStatus = 'paid'
  if (order.status === 'processing_awaiting_payment') order.status = 'processing_awaiting_shipment'
  for (const invoice of shop.invoices.values())
    if (invoice.orderId === order.id && !invoice.isCreditNote) invoice.status = 'paid'
}

const cancel = (shop: Shop, order: Order, isMailWanted: boolean): void => {
  if (order.status === 'cancelled') return
  if (order.shipmentStatus === 'shipped') throw new ApiError(422, 'A shipped order cannot be cancelled.')
  order.status = 'cancelled'
  order.shipmentStatus = 'cancelled'
  for (const shipment of shop.shipments.values())
    if (shipment.orderId === order.id && shipment.status === 'not_shipped') shipment.status = 'cancelled'
  if (shop.habits.cancellingRestocks) for (const line of order.lines) restock(shop, line, line.ordered - line.refunded)
  mail(shop, order, 'cancelled', isMailWanted && order.allowNotifications)
}

const restock = (shop: Shop, { variantId }: Line, units: number): void => {
  const variant = shop.variants.get(variantId)
  if (variant !== undefined && variant.stockTracking !== 'disabled') variant.stockLevel += units
}

/** `POST orders/{id}/credit` (4). */
export const creditOrder = (shop: Shop, order: Order, body: Fields): number => {
  const { orderProducts, updateStock, notifyNew } = body
  if (!Array.isArray(orderProducts)) throw new ApiError(422, 'Validation failed.', { orderProducts: 'Missing.' })
  if (order.status === 'cancelled') throw new ApiError(422, 'A cancelled order cannot be credited.')
  const credited = orderProducts.map(({ id, quantity }: { id: unknown; quantity: unknown }) => {
    const line = order.lines.find((one) => one.id === id)
    const units = Number(quantity)
    if (line === undefined || !(units > 0) || units > line.ordered - line.refunded)
      throw new ApiError(422, 'Validation failed.', { orderProducts: 'More than is left of this product.' })
    return { line, units }
  })
  for (const { line, units } of credited) {
    line.refunded += units
    if (updateStock === true) restock(shop, line, units)
  }
  const id = shop.nextId()
  shop.invoices.set(id, { id, orderId: order.id, createdAt: shop.now(), status: 'paid', isCreditNote: true })
  mail(shop, order, 'credit', notifyNew !== false && order.allowNotifications)
  touch(shop, order)
  return id
}
