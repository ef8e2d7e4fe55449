import type { Order } from '../domain/order.ts'
import type { Shipment } from '../domain/parcel.ts'
import { type Corridor, tell } from './corridor.ts'
import { type Outcome, onEach, type Tally } from './for-each-order.ts'
import { journalled } from './journal.ts'
import { settle } from './order-problems.ts'

/** A code that came after its order was told is offered once, item by item; a refusal is shown and ends it. */
export const offerLateTracking = (corridor: Corridor): Promise<Tally> => {
  const late = corridor.repositories.shipments.inState(corridor.connection.id, 'to-offer')
  const byOrder = new Map(late.map((shipment) => [shipment.orderId, shipment]))
  return onEach(corridor, 'send-tracking', byOrder.keys(), async (order) => {
    const shipment = byOrder.get(order.id)
    return shipment === undefined ? 'stayed' : offerShipment(corridor, order, shipment)
  })
}

/** Offers one shipment's code, whoever asked for it. */
export const offerShipment = async (corridor: Corridor, order: Order, shipment: Shipment): Promise<Outcome> => {
  const { tracking, itemIds } = shipment
  if (tracking === null || order.status === 'manual' || order.items.some(({ status }) => status === 'claim'))
    return 'stayed'
  let declined: string | null = null
  for (const itemId of itemIds) {
    const act = { orderId: order.id, act: 'offer-tracking', target: itemId } as const
    const { value, settle: keep } = await journalled(corridor, act, () =>
      corridor.marketplace.offerTracking(itemId, tracking),
    )
    keep(() => undefined, value === 'taken' ? 'done' : 'not-done')
    if (value !== 'taken') declined = value.declined
  }
  return keepOffered(corridor, order, shipment, declined)
}

const keepOffered = (corridor: Corridor, order: Order, shipment: Shipment, declined: string | null): Outcome => {
  const { repositories, time } = corridor
  return repositories.together(() => {
    settle(corridor, order, 'tracking-changed')
    repositories.shipments.save({
      ...shipment,
      state: declined === null ? 'offered' : 'declined',
      sentAt: time.nowIso(),
      attempts: shipment.attempts + 1,
    })
    tell(corridor, order.id, 'tracking-offered', declined === null ? 'navette' : 'rakuten', {
      trackingNumber: shipment.tracking?.trackingNumber ?? null,
      declined,
    })
    return 'moved'
  })
}
