import { isFault } from '../domain/fault.ts'
import type { Order } from '../domain/order.ts'
import type { Shipment } from '../domain/parcel.ts'
import { type Corridor, tell } from './corridor.ts'
import { journalled } from './journal.ts'
import { stopsTheStep } from './order-problems.ts'

/** Sends the link as a message too, once per order, when the seller wants that. A refusal is noted and stops nothing. */
export const messageBuyer = async (corridor: Corridor, order: Order, shipments: readonly Shipment[]): Promise<void> => {
  const first = shipments.find(({ tracking }) => tracking !== null)
  const itemId = first?.itemIds[0]
  if (!corridor.connection.settings.messageBuyer || first?.tracking == null || itemId === undefined) return
  if (corridor.repositories.intents.latest(order.id, 'message') !== null) return
  const { carrier, trackingNumber, trackingUrl } = first.tracking
  const text = `Votre commande ${order.reference} est en route (${carrier}, n° ${trackingNumber}). Pour suivre votre colis : ${trackingUrl}`
  try {
    const act = { orderId: order.id, act: 'message', target: itemId } as const
    const { settle } = await journalled(corridor, act, () => corridor.marketplace.messageBuyer(itemId, text))
    settle(() => tell(corridor, order.id, 'message-sent', 'navette'))
  } catch (error) {
    if (!isFault(error) || stopsTheStep(error)) throw error
    tell(corridor, order.id, 'note', 'rakuten', { refusedMessage: error.message })
  }
}
