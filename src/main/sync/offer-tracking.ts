import { isIn, type Order } from '../domain/order.ts'
import type { Shipment, Tracking } from '../domain/parcel.ts'
import { type Corridor, tell } from './corridor.ts'
import { describeAgain } from './describe-parcel.ts'
import { type Outcome, onEach, type Tally } from './for-each-order.ts'
import { journalled } from './journal.ts'
import { settle } from './order-problems.ts'

/** A code that came after its order was told is offered once, item by item; a refusal is shown and ends it. */
export const offerLateTracking = (corridor: Corridor): Promise<Tally> => {
  const late = corridor.repositories.shipments.inState(corridor.connection.id, 'to-offer')
  return onEach(corridor, 'send-tracking', new Set(late.map(({ orderId }) => orderId)), (order) =>
    offerForOrder(corridor, order),
  )
}

/** Offers what one order has ready. An order that was cancelled meanwhile has nobody left to tell. */
export const offerForOrder = async (corridor: Corridor, order: Order): Promise<Outcome> => {
  const { shipments } = corridor.repositories
  if (isIn(order, 'cancelled', 'refused'))
    for (const shipment of shipments.of(order.id))
      if (shipment.state === 'to-offer') shipments.save({ ...shipment, state: 'known' })
  if (!isIn(order, 'placed', 'waiting', 'dispatched', 'shipped')) return 'stayed'
  if (order.items.some(({ status }) => status === 'claim')) return 'stayed'
  const open = describeAgain(corridor, order)
  let outcome: Outcome = open === null ? 'stayed' : 'problem'
  for (const { state, tracking, ...shipment } of shipments.of(order.id))
    if (state === 'to-offer' && tracking !== null)
      outcome = await offerShipment(corridor, order, { ...shipment, state, tracking })
  return outcome
}

const offerShipment = async (
  corridor: Corridor,
  order: Order,
  shipment: Shipment & { readonly tracking: Tracking },
): Promise<Outcome> => {
  let declined: string | null = null
  for (const itemId of shipment.itemIds) {
    const act = { orderId: order.id, act: 'offer-tracking', target: itemId } as const
    const { value, settle: keep } = await journalled(corridor, act, () =>
      corridor.marketplace.offerTracking(itemId, shipment.tracking),
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
