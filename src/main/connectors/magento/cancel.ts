import { z } from 'zod'
import type { OfficeCancelOutcome, OrderKey } from '../sockets/back-office.ts'
import { linesOf, stateOf } from './mapping.ts'
import { readOrder } from './orders.ts'
import { refund } from './refund.ts'
import type { Item, Order } from './schemas.ts'
import type { Desk } from './settings.ts'
import { hasLeftInPart } from './shipments.ts'

/** What was invoiced is refunded, what was not is cancelled; whether it worked is read back, because a refusal is a `false` with status 200 (4). */
export const cancelOrder = async (
  desk: Desk,
  { backOfficeRef: ref }: OrderKey,
  reason: string,
): Promise<OfficeCancelOutcome> => {
  const order = await readOrder(desk, ref)
  if (order === null || isOver(desk, order)) return 'cancelled'
  const obstacle = whyNotCancel(desk, order)
  if (obstacle !== null) return { declined: obstacle }

  const units = new Map(order.items.flatMap((item) => (refundable(item) > 0 ? [[item.item_id, refundable(item)]] : [])))
  if (units.size > 0) await refund(desk, { ref, units, withShipping: true, comment: reason })
  if (order.items.some(isUninvoiced)) await cancelUninvoiced(desk, ref)

  const after = await readOrder(desk, ref)
  if (after === null || isOver(desk, after)) return 'cancelled'
  return { declined: `Magento did not cancel order ${after.increment_id}: it is ${after.state} (${after.status}).` }
}

const cancelUninvoiced = ({ calls, settings }: Desk, ref: string): Promise<boolean> =>
  calls.call(
    { path: `orders/${encodeURIComponent(ref)}/cancel`, method: 'POST', scope: settings.storeCode },
    z.boolean(),
  )

/** Cancelled, or nothing is left in it that could leave. */
const isOver = ({ settings }: Desk, order: Order): boolean =>
  stateOf(order, settings) === 'cancelled' || linesOf(order.items, settings).length === 0

const whyNotCancel = ({ settings }: Desk, order: Order): string | null => {
  if (stateOf(order, settings) === 'completed') return `Order ${order.increment_id} has left (${order.status}).`
  if (hasLeftInPart(order)) return `A part of order ${order.increment_id} has left.`
  return order.state === 'holded' ? `Order ${order.increment_id} is on hold in Magento.` : null
}

/** Rows of goods inside a box are refunded with it. */
export const refundable = ({ parent_item_id, qty_invoiced, qty_refunded }: Item): number =>
  parent_item_id ? 0 : qty_invoiced - qty_refunded

const isUninvoiced = (item: Item): boolean =>
  !item.parent_item_id && item.qty_ordered - item.qty_invoiced - item.qty_canceled > 0
