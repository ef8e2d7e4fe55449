import type { ItemTracking, TrackingOutcome } from '../connectors/sockets/marketplace.ts'
import { isKept } from '../domain/item.ts'
import type { Order } from '../domain/order.ts'
import type { Shipment } from '../domain/parcel.ts'
import { type Corridor, tell } from './corridor.ts'
import { describeAgain } from './describe-parcel.ts'
import { type Outcome, onEach, type Tally } from './for-each-order.ts'
import { journalled } from './journal.ts'
import { readItems } from './look-for-vanished.ts'
import { messageBuyer } from './message-buyer.ts'
import { hold, settle } from './order-problems.ts'
import { askForReadBack } from './read-back-due.ts'

/** Tells the marketplace how orders left: one purchase a file, in its own carrier words. */
export const sendTracking = (corridor: Corridor): Promise<Tally> => {
  const { connection, repositories } = corridor
  const ready = repositories.shipments.inState(connection.id, 'to-send').map(({ orderId }) => orderId)
  return onEach(corridor, 'send-tracking', new Set(ready), (order) => sendForOrder(corridor, order))
}

/** Sends what one order has ready. An order under claim, cancelled, or in the seller's own hands is left alone. */
export const sendForOrder = async (corridor: Corridor, order: Order): Promise<Outcome> => {
  const isFrozen = order.items.some(({ status }) => status === 'claim')
  if (isFrozen || !['placed', 'waiting', 'dispatched'].includes(order.status)) return 'stayed'
  const open = describeAgain(corridor, order)
  const ready = corridor.repositories.shipments.of(order.id).filter((shipment) => isReady(shipment))
  const items = toTell(order, ready)
  if (items.length === 0) return open === null ? 'stayed' : 'problem'

  const act = { orderId: order.id, act: 'track', target: items.map(({ itemId }) => itemId).join(' ') } as const
  const { value: outcomes, settle: keep } = await journalled(corridor, act, () =>
    corridor.marketplace.sendTracking(order.reference, items),
  )
  const outcome = keep(() => {
    askForReadBack(corridor)
    return keepOutcomes(corridor, order, ready, outcomes)
  })
  const failed = outcomes.filter(({ outcome }) => FAILED.includes(outcome))
  if (failed.length > 0) return lookAtFailed(corridor, order, failed)
  if (hasNewWord(corridor, ready)) return sendForOrder(corridor, present(corridor, order))
  if (outcome === 'moved') await messageBuyer(corridor, order, ready)
  return outcome
}

const FAILED: readonly TrackingOutcome['outcome'][] = ['not-confirmed', 'unknown-item', 'refused']

const present = ({ repositories }: Corridor, order: Order): Order => repositories.orders.get(order.id) ?? order

/**
 * A failed upload often says that an item is not what we took it for: the items are looked at before anything else. What has changed is
 * drawn from; only what still stands as it did is a refusal.
 */
const lookAtFailed = async (corridor: Corridor, order: Order, failed: readonly TrackingOutcome[]): Promise<Outcome> => {
  await readItems(
    corridor,
    present(corridor, order),
    failed.map(({ itemId }) => itemId),
  )
  const now = present(corridor, order)
  const refused = failed.find(({ itemId }) =>
    now.items.some((item) => item.itemId === itemId && isKept(item) && !item.shipped && item.status !== 'claim'),
  )
  if (refused !== undefined) return holdForRefusal(corridor, order, refused)
  await sendForOrder(corridor, now)
  return corridor.repositories.problems.of({ orderId: order.id }).length > 0 ? 'problem' : 'moved'
}

const hasNewWord = ({ repositories }: Corridor, before: readonly Shipment[]): boolean => {
  const carriers = new Map(before.map(({ id, tracking }) => [id, tracking?.carrier]))
  return before.some(({ orderId, id }) =>
    repositories.shipments
      .of(orderId)
      .some((now) => now.id === id && now.state === 'to-send' && now.tracking?.carrier !== carriers.get(id)),
  )
}

/** A parcel whose number has no carrier yet waits for the seller's word. */
const isReady = ({ state, parcel, tracking, itemIds }: Shipment): boolean =>
  state === 'to-send' && itemIds.length > 0 && (tracking !== null || parcel.trackingNumber === null)

const toTell = (order: Order, shipments: readonly Shipment[]): readonly ItemTracking[] => {
  const open = new Set(order.items.filter((item) => isKept(item) && !item.shipped).map(({ itemId }) => itemId))
  return shipments.flatMap(({ itemIds, tracking }) =>
    itemIds.filter((id) => open.has(id)).map((itemId) => ({ itemId, tracking })),
  )
}

const keepOutcomes = (
  corridor: Corridor,
  order: Order,
  shipments: readonly Shipment[],
  outcomes: readonly TrackingOutcome[],
): Outcome => {
  const byItem = new Map(outcomes.map((outcome) => [outcome.itemId, outcome]))
  let moved = false
  for (const shipment of shipments) {
    const told = shipment.itemIds.flatMap((itemId) => byItem.get(itemId) ?? [])
    if (keepTold(corridor, order, shipment, told)) moved = true
  }
  if (moved) settle(corridor, order, 'not-recorded')
  const refused = outcomes.find(
    ({ itemId, outcome }) => outcome === 'carrier-refused' && isOther(corridor, shipments, itemId),
  )
  if (refused !== undefined) return holdForRefusal(corridor, order, refused)
  return moved ? 'moved' : 'stayed'
}

/** True when the marketplace took it, now or earlier. A word it refused goes once more as its word for "another carrier". */
const keepTold = (corridor: Corridor, order: Order, shipment: Shipment, told: readonly TrackingOutcome[]): boolean => {
  const { repositories, time, marketplace } = corridor
  const { other } = marketplace.carrierWords
  const { tracking } = shipment
  if (told.some(({ outcome }) => outcome === 'carrier-refused') && tracking !== null) {
    if (tracking.carrier === other) return false
    repositories.shipments.save({ ...shipment, tracking: { ...tracking, carrier: other } })
    tell(corridor, order.id, 'note', 'rakuten', { refusedCarrier: tracking.carrier })
    return false
  }
  const isTaken = told.length > 0 && told.every(({ outcome }) => outcome === 'sent' || outcome === 'already-shipped')
  if (!isTaken) return false
  repositories.shipments.save({ ...shipment, state: 'sent', sentAt: time.nowIso(), attempts: shipment.attempts + 1 })
  tell(corridor, order.id, 'tracking-sent', 'navette', {
    carrier: tracking?.carrier ?? null,
    trackingNumber: tracking?.trackingNumber ?? null,
    earlier: told.every(({ outcome }) => outcome === 'already-shipped'),
  })
  return true
}

const isOther = ({ marketplace }: Corridor, shipments: readonly Shipment[], itemId: string): boolean =>
  shipments.some(
    ({ itemIds, tracking }) => itemIds.includes(itemId) && tracking?.carrier === marketplace.carrierWords.other,
  )

const holdForRefusal = (corridor: Corridor, order: Order, { itemId, message }: TrackingOutcome): Outcome =>
  hold(
    corridor,
    order,
    'refused',
    `Rakuten refused the tracking of item ${itemId}: "${message}". Correct the tracking, or try again.`,
    {
      side: 'Rakuten',
      text: message,
      itemId,
      step: 'send-tracking',
    },
  )
