import { type Item, isKept, keptItems } from '../domain/item.ts'
import { isIn, moveOrder, type Order, type OrderIn } from '../domain/order.ts'
import type { Actor } from '../domain/timeline.ts'
import { type Corridor, tell } from './corridor.ts'
import type { Outcome } from './for-each-order.ts'
import { hasLeft } from './has-left.ts'
import { hold, settle } from './order-problems.ts'
import { noteUnknownStatus } from './unknown-values.ts'

/**
 * What follows when items of an order changed at the marketplace: claims freeze it, cancellations end it or hand it to the cancel step,
 * a recorded shipment ends it well. Runs inside the transaction that kept the items.
 */
export const drawConsequences = (corridor: Corridor, order: Order, before: readonly Item[]): Outcome => {
  tellItems(corridor, order, before)
  const isStrange = noteUnknownStatus(corridor, order) === 'problem'
  const claimed = noteClaims(corridor, order, before)
  const kept = keptItems(order.items)
  if (kept.length === 0) return endOrPassOn(corridor, order)
  if (kept.every(isDelivered)) return noteShipped(corridor, order)
  if (order.items.some((item) => isNewlyGone(item, before) && isOnItsWay(corridor, order, item)))
    return cancelledLate(corridor, order)
  return isStrange ? 'problem' : claimed
}

/** Recorded as shipped, or finished: the buyer has it and said so. */
const isDelivered = ({ shipped, status }: Item): boolean => shipped || status === 'closed'

const isOnItsWay = (corridor: Corridor, order: Order, item: Item): boolean =>
  isIn(order, 'dispatched', 'shipped') || hasLeft(corridor, order)(item)

const tellItems = (corridor: Corridor, order: Order, before: readonly Item[]): void => {
  for (const item of order.items) {
    if (isNewlyGone(item, before)) {
      const what = item.status === 'refused' ? 'item-refused' : 'item-cancelled'
      tell(corridor, order.id, what, 'rakuten', {
        itemId: item.itemId,
        sku: item.sku,
        rakutenStatus: item.rakutenStatus,
      })
    }
  }
}

const statusBefore = (item: Item, before: readonly Item[]) =>
  before.find(({ itemId }) => itemId === item.itemId)?.status

const isNewlyGone = (item: Item, before: readonly Item[]): boolean => {
  const was = statusBefore(item, before)
  return !isKept(item) && was !== undefined && isKept({ status: was })
}

const noteClaims = (corridor: Corridor, order: Order, before: readonly Item[]): Outcome => {
  const claimed = order.items.filter(({ status }) => status === 'claim')
  const wasClaimed = before.some(({ status }) => status === 'claim')
  const [first] = claimed
  if (first === undefined) {
    if (wasClaimed) tell(corridor, order.id, 'claim-closed', 'rakuten')
    settle(corridor, order, 'claim')
    return 'stayed'
  }
  if (!wasClaimed) tell(corridor, order.id, 'claim-opened', 'buyer', { itemId: first.itemId })
  if (isTold(corridor, order, claimed)) return 'problem' // with the buyer's words, which no list of sales has
  return hold(
    corridor,
    order,
    'claim',
    'The buyer has opened a claim. Navette ships nothing meanwhile; answer it at Rakuten.',
    {
      itemId: first.itemId,
    },
  )
}

const isTold = ({ repositories }: Corridor, { id }: Order, claimed: readonly Item[]): boolean =>
  repositories.problems
    .of({ orderId: id })
    .some(({ kind, detail }) => kind === 'claim' && claimed.some(({ itemId }) => itemId === detail['itemId']))

/** No unit is left to deliver. What the back office holds already is cancelled there by the cancel step, in the status it stands in. */
const endOrPassOn = (corridor: Corridor, order: Order): Outcome => {
  if (isIn(order, 'dispatched', 'shipped')) return cancelledLate(corridor, order)
  if (isIn(order, 'accepted', 'placed', 'waiting')) return 'moved'
  if (isIn(order, 'imported', 'manual') || awaitsMapping(order)) {
    endOrder(corridor, order, 'rakuten', 'Nothing is left of it at Rakuten')
    return 'moved'
  }
  return 'stayed'
}

/** Skipped, but still on the seller's list: the other skipped orders are nobody's business any more. */
const awaitsMapping = (order: Order): order is OrderIn<'skipped'> =>
  isIn(order, 'skipped') && order.skippedReason === 'mode-not-mapped'

/** Ends an order that has nothing left to deliver: refused when the seller refused all of it, else cancelled. */
export const endOrder = (corridor: Corridor, order: Order, by: Actor, reason: string): Order => {
  const { repositories, time } = corridor
  const ours = order.items.filter(({ status }) => status !== 'not-ours')
  const ended = { endedAt: time.nowIso(), endedBy: by, endReason: reason }
  const refused = ours.every(({ status }) => status === 'refused') && isIn(order, 'imported', 'skipped', 'manual')
  return repositories.together(() => {
    // What was in doubt about it asks nothing any more.
    for (const { id } of repositories.intents.unsettled(order.connectionId, undefined, order.id))
      repositories.intents.close(id, 'done', time.nowIso())
    settle(corridor, order)
    tell(corridor, order.id, refused ? 'refused' : 'cancelled', by, { reason })
    if (refused) return repositories.orders.save(moveOrder(order, 'refused', ended))
    if (!isIn(order, 'imported', 'accepted', 'placed', 'waiting', 'dispatched', 'skipped', 'manual')) return order
    return repositories.orders.save(moveOrder(order, 'cancelled', ended))
  })
}

const cancelledLate = (corridor: Corridor, order: Order): Outcome =>
  order.decisions.lateCancellationSeen
    ? 'stayed'
    : hold(
        corridor,
        order,
        'cancelled-late',
        'Cancelled at Rakuten, but the parcel has left. It is for you to settle with the buyer.',
      )

/** Every unit still to deliver is recorded as shipped: by our tracking, or by somebody on the marketplace's site. */
export const noteShipped = (corridor: Corridor, order: Order): Outcome => {
  const { repositories, time } = corridor
  if (!isIn(order, 'imported', 'accepted', 'placed', 'waiting', 'dispatched', 'manual') && !awaitsMapping(order))
    return 'stayed'
  const shipments = repositories.shipments.of(order.id)
  const ours = shipments.some(({ state }) => state === 'sent' || state === 'recorded')
  for (const shipment of shipments) {
    if (shipment.state === 'sent') repositories.shipments.save({ ...shipment, state: 'recorded' })
    if (shipment.state === 'to-send') repositories.shipments.save({ ...shipment, state: 'known' })
  }
  const shippedBy = ours ? 'navette' : 'elsewhere'
  settle(corridor, order, 'tracking-required', 'carrier', 'not-recorded', 'refused')
  tell(corridor, order.id, 'shipped', ours ? 'rakuten' : 'elsewhere')
  repositories.orders.save(moveOrder(order, 'shipped', { shippedAt: time.nowIso(), shippedBy }))
  return 'moved'
}
