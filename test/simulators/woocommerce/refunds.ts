import { RestError } from './errors.ts'
import { refundBody } from './order-body.ts'
import { validated } from './read-body.ts'
import type { Order, Refund, Shop } from './shop.ts'
import { giveBack, mail, setStatus } from './statuses.ts'

/** `POST /orders/{id}/refunds` (woocommerce.md 4). */
export const createRefund = (shop: Shop, order: Order, sent: Readonly<Record<string, unknown>>): Refund => {
  const body = validated(refundBody, sent)
  const cannot = (message: string): RestError =>
    new RestError(500, 'woocommerce_rest_cannot_create_order_refund', message, 500)
  const lines = body.line_items.map((line) => {
    const item = order.items.find(({ id }) => id === line.id)
    if (item === undefined) {
      throw new RestError(
        400,
        'woocommerce_rest_invalid_item_id',
        'Order item ID provided is not associated with order.',
      )
    }
    const taxes = line.refund_tax.map(({ id, refund_total }) => ({ id, total: micro(refund_total) }))
    return { item, itemId: item.id, quantity: line.quantity, total: micro(line.refund_total), taxes }
  })
  const ofLines = lines.flatMap(({ total, taxes }) => [total, ...taxes.map((tax) => tax.total)])
  const amount = body.amount === undefined ? ofLines.reduce((sum, total) => sum + total, 0) : micro(Number(body.amount))
  const before = order.refunds.reduce((sum, refund) => sum + refund.amount, 0)
  if (amount <= 0) {
    throw new RestError(400, 'woocommerce_rest_invalid_order_refund', 'Refund amount must be greater than zero.')
  }
  if (amount > order.total - before) throw cannot('Invalid refund amount.')
  if (body.api_refund) throw cannot('The payment gateway for this order does not exist.')
  const refund = {
    id: shop.nextId(),
    reason: body.reason ?? '',
    amount,
    lines: lines.map(({ item: _, ...line }) => line),
  }
  order.refunds.push(refund)
  order.modifiedAt = shop.options.now()
  if (body.api_restock) for (const { item, quantity } of lines) giveBack(shop, item, quantity)
  mail(shop, order, 'order refunded', null)
  if (before + amount === order.total) setStatus(shop, order, 'refunded')
  return refund
}

const micro = (amount: number): number => Math.round(amount * 1_000_000)
