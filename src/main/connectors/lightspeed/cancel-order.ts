import { Fault } from '../../domain/fault.ts'
import type { OfficeCancelOutcome, OrderKey } from '../sockets/back-office.ts'
import { credit } from './credit.ts'
import type { Desk } from './desk.ts'
import { CANCELLED } from './facts.ts'
import { readLines } from './order-lines.ts'
import { readOrder } from './orders.ts'
import { parcelsOf } from './parcels.ts'
import type { Order } from './schemas.ts'
import { hasBegunShipping, stateOf } from './states.ts'
import { shipmentsOf } from './sweep.ts'

/**
 * Credits what is left of an order and cancels it, in this order: the credit puts the units back, and a cancelled order may take none
 * (lightspeed.md 4). What was credited already is not credited again, so that a cancellation cut in half can be repeated.
 */
export const cancelOrder = async (desk: Desk, { backOfficeRef }: OrderKey): Promise<OfficeCancelOutcome> => {
  const order = await readOrder(desk, Number(backOfficeRef))
  if (order === null || stateOf(order, desk.settings) === 'cancelled') return 'cancelled'
  const obstacle = await obstacleTo(desk, order)
  if (obstacle !== null) return { declined: obstacle }

  const lines = await readLines(desk, order)
  const units = lines.filter((line) => line.units > 0).map((line) => ({ line, quantity: line.units }))
  await credit(desk, { orderId: order.id, units, isAll: true })
  const body = { order: { status: CANCELLED, doNotifyCancelled: false } }
  await desk.api.send({ path: `orders/${order.id}`, method: 'PUT', body })

  const after = await readOrder(desk, order.id)
  if (after === null || stateOf(after, desk.settings) === 'cancelled') return 'cancelled'
  const { side } = desk.api
  const message = `${side} took the cancellation of order ${order.number}, but the order is still open.`
  throw new Fault('unreadable', message, { side, outcome: 'unknown' })
}

/** Lightspeed refuses little by itself; what has left, or bears a label, is nobody's to cancel by a call. */
const obstacleTo = async (desk: Desk, order: Order): Promise<string | null> => {
  const { number, status } = order
  if (stateOf(order, desk.settings) === 'completed') return `Order ${number} has left the shop already (${status}).`
  if (hasBegunShipping(order)) return `A part of order ${number} has left the shop already.`
  const parcels = await parcelsOf(desk, order, await shipmentsOf(desk, order.id))
  return parcels.length > 0 ? `Order ${number} has a parcel with a tracking code already.` : null
}
