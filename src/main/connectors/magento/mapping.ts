import type { OfficeOrder, OfficeProgress, OfficeState } from '../sockets/back-office.ts'
import { CLOSED } from './facts.ts'
import type { Item, Order, OrderState } from './schemas.ts'
import type { Settings } from './settings.ts'
import { fateOf, unitsToShip, withoutBoxes } from './shelf.ts'

type Rules = Pick<Settings, 'completedStates' | 'cancelledStates' | 'skuSource'>

/** By what the seller counts as completed or cancelled, then by the lines: an order that was never invoiced stays `processing` when it has left (3.2). */
export const stateOf = (order: OrderState, { completedStates, cancelledStates }: Rules): OfficeState => {
  const { state, status, items } = order
  const goods = withoutBoxes(items)
  const someLeft = goods.some((item) => fateOf(item, items).qty_shipped > 0)
  if (cancelledStates.has(state) || cancelledStates.has(status)) return 'cancelled'
  // Refunded: what had left came back, or was paid back; what had not never will.
  if (state === CLOSED) return someLeft ? 'completed' : 'cancelled'
  if (completedStates.has(state) || completedStates.has(status)) return 'completed'
  return someLeft && goods.every((item) => unitsToShip(item, items) === 0) ? 'completed' : 'open'
}

/** Units still in the order: what left stays in it, whatever was paid back afterwards. */
export const linesOf = (items: readonly Item[], { skuSource }: Rules): OfficeProgress['lines'] & object =>
  withoutBoxes(items).flatMap((item) => {
    const { qty_shipped, qty_canceled, qty_refunded } = fateOf(item, items)
    const quantity = Math.max(qty_shipped, item.qty_ordered - qty_canceled - qty_refunded)
    return quantity > 0 ? [{ sku: codeOfItem(item, skuSource), quantity }] : []
  })

/** The code it was ordered by, which the row keeps for us where it is not the SKU. */
export const codeOfItem = ({ sku, ext_order_item_id }: Item, skuSource: string): string =>
  skuSource === 'sku' || ext_order_item_id === '' ? sku : ext_order_item_id

export const toOfficeOrder = (order: Order, rules: Rules): OfficeOrder => ({
  backOfficeRef: String(order.entity_id),
  reference: order.ext_order_id,
  number: order.increment_id,
  // The address of an admin is the shop's secret: it is not told by the service.
  url: null,
  state: stateOf(order, rules),
  totalCents: Math.round(order.grand_total * 100),
  lines: linesOf(order.items, rules),
  postcode: order.extension_attributes?.shipping_assignments?.[0]?.shipping?.address?.postcode || null,
})
