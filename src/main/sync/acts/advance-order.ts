import { isIn } from '../../domain/order.ts'
import type { Actor } from '../../domain/timeline.ts'
import { acceptOrder } from '../accept-orders.ts'
import type { Corridor } from '../corridor.ts'
import { noteProgress } from '../note-progress.ts'
import { placeOrder } from '../place-orders.ts'
import { orderKey } from '../read-shipments.ts'
import { sendForOrder } from '../send-tracking.ts'

/** Takes one order as far as it goes right now, through the same steps a cycle takes. */
export const advanceOrder = async (corridor: Corridor, orderId: number, actor: Actor = 'navette'): Promise<void> => {
  const { orders } = corridor.repositories
  let order = orders.get(orderId)
  if (order !== null && isIn(order, 'imported')) await acceptOrder(corridor, order, undefined, actor)
  order = orders.get(orderId)
  if (order !== null && isIn(order, 'accepted')) await placeOrder(corridor, order)
  order = orders.get(orderId)
  if (order !== null && isIn(order, 'placed', 'waiting')) {
    const key = orderKey(corridor, order)
    const progress =
      key === null
        ? undefined
        : (await corridor.office(order.backOfficeId).backOffice.readShipments([key])).get(key.backOfficeRef)
    if (progress !== undefined) noteProgress(corridor, order, progress)
  }
  order = orders.get(orderId)
  if (order !== null) await sendForOrder(corridor, order)
}
