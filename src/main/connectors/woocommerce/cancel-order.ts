import type { OfficeCancelOutcome, OrderKey } from '../sockets/back-office.ts'
import { hasBegunShipping } from './begun-shipping.ts'
import { CANCELLABLE, CANCELLED_META } from './facts.ts'
import { Order } from './order.ts'
import { findOrder } from './shipments.ts'
import type { Shop } from './shop.ts'

/**
 * Cancels an order that is still in the shop's hands. WooCommerce itself refuses no change of state (woocommerce.md 4), so that is looked at
 * here. `refunded` is the one end of an order that leaves the stock as it is (2.5).
 */
export const cancelOrder = async (
  shop: Shop,
  { backOfficeRef }: OrderKey,
  reason: string,
): Promise<OfficeCancelOutcome> => {
  const order = await findOrder(shop, backOfficeRef)
  const state = order === null ? 'gone' : shop.stateOf(order)
  if (order === null || state === 'gone' || state === 'cancelled') return 'cancelled'
  const obstacle = await obstacleTo(shop, order, state)
  if (obstacle !== null) return { declined: obstacle }
  const change = {
    status: shop.restocks ? 'cancelled' : 'refunded',
    meta_data: [{ key: CANCELLED_META, value: reason === '' ? 'Navette' : reason }],
  }
  const after = await shop.api.post(`orders/${order.id}`, change, Order)
  if (shop.stateOf(after) === 'cancelled') return 'cancelled'
  return { declined: `${shop.side} left order ${after.number} in the state “${after.status}”.` }
}

const obstacleTo = async (shop: Shop, order: Order, state: string): Promise<string | null> => {
  const { number, status } = order
  if (state === 'completed') return `Order ${number} has left the shop already (${status}).`
  if (!CANCELLABLE.has(status)) return `Order ${number} is in the state “${status}” of the shop.`
  return (await hasBegunShipping(shop, order))
    ? `Parcels of order ${number} have been noted in the shop already.`
    : null
}
