import { isKept } from '../domain/item.ts'
import { isIn, type Order } from '../domain/order.ts'
import type { Shipment } from '../domain/parcel.ts'
import { type Corridor, minutes } from './corridor.ts'
import { type Outcome, onEach, type Tally } from './for-each-order.ts'
import { hold } from './order-problems.ts'

const RECORDED_WITHIN = minutes(30)
/** Once, and three times again. */
const MOST_ATTEMPTS = 4

/** A shipment we told that the marketplace still does not show after half an hour goes again; after three more it is a person's problem. */
export const sendUnrecordedAgain = (corridor: Corridor, listed: readonly Order[]): Promise<Tally> => {
  const told = listed.filter((order) => isIn(order, 'placed', 'waiting', 'dispatched')).map(({ id }) => id)
  return onEach(corridor, 'read-back', told, async (order) => checkRecorded(corridor, order))
}

const checkRecorded = (corridor: Corridor, order: Order): Outcome => {
  const { repositories, time } = corridor
  const unshipped = new Set(order.items.filter((item) => isKept(item) && !item.shipped).map(({ itemId }) => itemId))
  const overdue = repositories.shipments
    .of(order.id)
    .filter(
      ({ state, sentAt, itemIds }) =>
        state === 'sent' &&
        sentAt !== null &&
        time.now() - Date.parse(sentAt) >= RECORDED_WITHIN &&
        itemIds.some((id) => unshipped.has(id)),
    )
  if (overdue.length === 0) return 'stayed'
  if (overdue.some(({ attempts }) => attempts >= MOST_ATTEMPTS))
    return hold(
      corridor,
      order,
      'not-recorded',
      'Rakuten took the tracking four times and still shows the order as not shipped. Look at it there, or send it again.',
      { attempts: MOST_ATTEMPTS },
    )
  return repositories.together(() => {
    for (const shipment of overdue) repositories.shipments.save(sendAgain(shipment))
    return 'stayed'
  })
}

export const sendAgain = (shipment: Shipment): Shipment => ({ ...shipment, state: 'to-send' })
