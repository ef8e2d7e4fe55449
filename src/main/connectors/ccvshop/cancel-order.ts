import { z } from 'zod'
import type { OfficeCancelOutcome, OrderKey } from '../sockets/back-office.ts'
import { IN_HAND, STATUS, STATUS_NAMES } from './facts.ts'
import { numberOf } from './mapping.ts'
import { readOrder } from './orders.ts'
import { readIntent } from './placed.ts'
import type { Order } from './schemas.ts'
import { settleShelves } from './shelf.ts'
import type { Shop } from './shop.ts'

/**
 * Cancels an order that is still in the shop's hands, without a mail. The shop refuses no change of status (ccvshop.md 4), so that is looked
 * at here; afterwards the stock is as the seller wants it, once, however often this is asked.
 */
export const cancelOrder = async (shop: Shop, { backOfficeRef, reference }: OrderKey): Promise<OfficeCancelOutcome> => {
  const { api, side } = shop
  const { records } = api.ports
  const order = await readOrder(shop, backOfficeRef)
  if (order === null) return 'cancelled'
  const begun = `cancelling:${backOfficeRef}`
  if (shop.stateOf(order.status) !== 'cancelled') {
    const obstacle = obstacleTo(shop, order)
    if (obstacle !== null) return { declined: obstacle }
    records.save(begun, true)
    await api.patch(`orders/${backOfficeRef}/`, { status: STATUS.cancelled, mail: false })
    const after = await readOrder(shop, backOfficeRef)
    if (after !== null && shop.stateOf(after.status) !== 'cancelled')
      return { declined: `${side} left order ${numberOf(after)} in the status “${nameOf(after)}”.` }
  }
  // What people cancelled, they count themselves.
  if (records.read(begun, z.boolean()))
    await settleShelves(shop, backOfficeRef, readIntent(api, reference)?.taken ?? [])
  return 'cancelled'
}

const nameOf = ({ status }: Order): string => STATUS_NAMES[status ?? 0] ?? String(status)

const obstacleTo = ({ stateOf }: Shop, order: Order): string | null => {
  const number = numberOf(order)
  if (stateOf(order.status) === 'completed') return `Order ${number} has left the shop already (${nameOf(order)}).`
  if (order.status !== null && IN_HAND.has(order.status))
    return `Order ${number} is in somebody’s hands (${nameOf(order)}).`
  return order.track_and_trace_code.trim() === ''
    ? null
    : `A tracking code of order ${number} has been noted in the shop already.`
}
