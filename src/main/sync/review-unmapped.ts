import { resolveDeliveryMode } from '../domain/delivery-mode.ts'
import { isIn } from '../domain/order.ts'
import type { Corridor } from './corridor.ts'
import { deliveryMethods } from './delivery-methods.ts'
import { settle } from './order-problems.ts'

/** A mode that somebody set to *Not available* is a question no more: its orders stay out, and ask for nothing. */
export const reviewUnmapped = async (corridor: Corridor): Promise<void> => {
  const { connection, repositories } = corridor
  const asking = repositories.problems.ordersWith(connection.id, 'delivery-mode')
  if (asking.length === 0) return
  const methods = (await deliveryMethods(corridor)) ?? []
  for (const id of asking) {
    const order = repositories.orders.get(id)
    if (order === null || !isIn(order, 'skipped')) continue
    const { kind } = resolveDeliveryMode(order.deliveryMode, connection.settings.deliveryModes, methods)
    if (kind !== 'not-available') continue
    repositories.together(() => {
      settle(corridor, order, 'delivery-mode')
      repositories.orders.save({ ...order, skippedReason: 'mode-not-available' })
    })
  }
}
