import { mayTravelUntracked } from '../domain/delivery-mode.ts'
import { keptItems } from '../domain/item.ts'
import type { OrderIn } from '../domain/order.ts'
import { type Corridor, minutes, tell } from './corridor.ts'
import { forEachOrder, type Outcome, type Tally } from './for-each-order.ts'
import { dispatch } from './note-progress.ts'
import { hold } from './order-problems.ts'

/** How long a completed order waits for its code (product.md section 4, step 6). */
export const WAITS_FOR = minutes(180)

/**
 * Ends the wait of orders that were completed without a code three hours ago: modes that may travel untracked, or whose label the
 * marketplace knows, leave without one; any other needs somebody to type it. Says nothing while the clocks disagree.
 */
export const endWaiting = (corridor: Corridor): Promise<Tally> => {
  const { connection, repositories, time } = corridor
  const over = time.trusted
    ? repositories.orders
        .inStatus(connection.id, 'waiting')
        .filter(({ completedAt }) => time.now() >= Date.parse(completedAt) + WAITS_FOR)
    : []
  return forEachOrder(corridor, 'send-tracking', over, (order) => Promise.resolve(endWait(corridor, order)))
}

/** True when the marketplace takes a shipment of this order without a code. */
export const mayLeaveWithoutCode = ({
  deliveryMode,
  prepaidLabel,
}: Pick<OrderIn<'waiting'>, 'deliveryMode' | 'prepaidLabel'>): boolean =>
  prepaidLabel !== null || mayTravelUntracked(deliveryMode)

const endWait = (corridor: Corridor, order: OrderIn<'waiting'>): Outcome => {
  if (!mayLeaveWithoutCode(order))
    return hold(
      corridor,
      order,
      'tracking-required',
      `Rakuten needs a tracking code and link for ${order.deliveryMode}. The back office completed this order without one.`,
      { mode: order.deliveryMode },
    )
  const { repositories } = corridor
  return repositories.together(() => {
    const covered = new Set(repositories.shipments.of(order.id).flatMap(({ itemIds }) => itemIds))
    const itemIds = keptItems(order.items).flatMap(({ itemId, shipped }) =>
      shipped || covered.has(itemId) ? [] : [itemId],
    )
    repositories.shipments.add({
      orderId: order.id,
      itemIds,
      parcel: NO_CODE,
      tracking: null,
      rule: null,
      state: 'to-send',
      sentAt: null,
      attempts: 0,
    })
    tell(corridor, order.id, 'dispatched', 'navette', { trackingNumber: null, prepaid: order.prepaidLabel !== null })
    return dispatch(corridor, order)
  })
}

const NO_CODE = { carrierName: null, carrierCode: null, trackingNumber: null, trackingUrl: null, contents: [] }
