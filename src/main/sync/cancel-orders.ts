import { isKept, keptItems } from '../domain/item.ts'
import { isIn, type Order, type OrderIn } from '../domain/order.ts'
import { goOnWithTheRest, whoCancelled } from './after-cancelling.ts'
import { cancelAtMarketplace, cancellableItems } from './cancel-at-marketplace.ts'
import { cancelInBackOffice, removeCancelledUnits } from './cancel-in-back-office.ts'
import type { Corridor, Office } from './corridor.ts'
import { endOrder } from './draw-consequences.ts'
import { endBeforePlacing } from './end-before-placing.ts'
import { addTallies, type Outcome, onEach } from './for-each-order.ts'
import { hasLeft } from './has-left.ts'
import { inDoubt } from './journal.ts'
import { hasProblem, hold, settle } from './order-problems.ts'
import { perOffice, type StepTally } from './per-office.ts'
import { orderKey } from './read-shipments.ts'

/** More cancellations than this in one cycle look like an accident in the shop: then all of them are asked about. */
const UNASKED_CANCELLATIONS = 3

/** Cancellations cross to the other side: what Rakuten ended ends in the back office, what the back office cancelled ends at Rakuten. */
export const cancelOrders = async (corridor: Corridor, cancelledThere: readonly number[]): Promise<StepTally> => {
  const asked = cancelledThere.flatMap((id) => {
    const order = corridor.repositories.orders.get(id)
    return order !== null && mayCross(order) ? [order] : []
  })
  const mustAsk = corridor.connection.settings.cancelAtRakuten === 'confirm' || asked.length > UNASKED_CANCELLATIONS
  const onEachOf = (orders: readonly Order[], work: (order: Order) => Promise<Outcome>): Promise<StepTally> =>
    perOffice(corridor, orders, (its) =>
      onEach(
        corridor,
        'cancel',
        its.map(({ id }) => id),
        work,
      ),
    )
  const inOffices = await onEachOf(ordersWithCancelledItems(corridor), (order) => passOnToBackOffice(corridor, order))
  const atMarketplace = await onEachOf(asked, (order) => passOnToMarketplace(corridor, order, mustAsk))
  return { ...addTallies(inOffices, atMarketplace), fault: inOffices.fault ?? atMarketplace.fault ?? null }
}

const ordersWithCancelledItems = ({ connection, repositories }: Corridor): readonly Order[] =>
  (['accepted', 'placed', 'waiting'] as const)
    .flatMap((status): readonly Order[] => repositories.orders.inStatus(connection.id, status))
    .filter(hasCancelledItems)

const hasCancelledItems = ({ status, items, decisions }: Order): boolean =>
  status === 'accepted'
    ? !items.some(isKept) || decisions.cancellation === 'confirmed'
    : items.some((item) => item.placed && !isKept(item))

/** On the seller's *Try again*: a cancellation that was begun, and refused or cut short, is tried at once. */
export const takeUpCancelling = async (corridor: Corridor, order: Order): Promise<Outcome> => {
  if (corridor.repositories.intents.latest(order.id, 'cancel-item') === null) return 'stayed'
  if (isIn(order, 'accepted') && hasCancelledItems(order)) return passOnToBackOffice(corridor, order)
  return passOnToMarketplace(corridor, order, corridor.connection.settings.cancelAtRakuten === 'confirm')
}

/** A cancellation of the back office goes no further while a claim is open, nor against the seller's word. */
const mayCross = (order: Order): order is OrderIn<'placed' | 'waiting'> =>
  isIn(order, 'placed', 'waiting') &&
  order.decisions.cancellation !== 'declined' &&
  !order.items.some(({ status }) => status === 'claim')

/** Ends in the back office what ended at the marketplace: all of it, or the units that are gone. */
export const passOnToBackOffice = async (corridor: Corridor, order: Order): Promise<Outcome> => {
  if (!isIn(order, 'accepted', 'placed', 'waiting')) return 'stayed'
  if (!isIn(order, 'accepted') && order.items.some(isKept)) return removeCancelledUnits(corridor, order)
  if (hasProblem(corridor, order, 'cancelled-late')) return 'problem' // the seller was told, and has not answered yet
  if (isIn(order, 'accepted')) return cancelUnplaced(corridor, order)
  const outcome = await cancelInBackOffice(corridor, order, 'Cancelled at Rakuten')
  if (outcome !== 'cancelled') {
    const { label } = corridor.office(order.backOfficeId)
    return hold(
      corridor,
      order,
      'cancelled-late',
      `Cancelled at Rakuten, but ${label} will not cancel it ("${outcome.declined}"). Do not ship it, or settle it with the buyer.`,
      { office: label, reason: outcome.declined },
    )
  }
  endOrder(corridor, order, whoCancelled(corridor, order), 'Cancelled at Rakuten')
  return 'moved'
}

/** On the seller's word, what an earlier try left at the marketplace is cancelled first. */
const cancelUnplaced = async (corridor: Corridor, order: OrderIn<'accepted'>): Promise<Outcome> => {
  const after = await cancelAtMarketplace(corridor, order, cancellableItems(corridor, order), 'seller')
  return isIn(after, 'accepted') && !after.items.some(isKept) ? endBeforePlacing(corridor, after) : 'problem'
}

/**
 * Only an explicit cancelled state counts, read again just before. A question that stands is answered by the seller alone, however few are
 * left of those that were asked about; so is one about an order of which a part has left. A cancellation that the seller began, and that a
 * crash or a lost answer cut short, asks nobody again.
 */
export const passOnToMarketplace = async (corridor: Corridor, order: Order, mustAsk: boolean): Promise<Outcome> => {
  const key = orderKey(corridor, order)
  if (!mayCross(order) || key === null) return 'stayed'
  const office = corridor.office(order.backOfficeId)
  const again = await office.backOffice.readShipments([key])
  if (again.get(key.backOfficeRef)?.state !== 'cancelled') return 'stayed'
  const ours = inDoubt(corridor, { orderId: order.id, act: 'cancel-order', target: key.backOfficeRef })
  const partLeft = keptItems(order.items).some(hasLeft(corridor, order))
  const isQuestion = ours.length === 0 && (mustAsk || partLeft || hasProblem(corridor, order, 'cancellation'))
  if (isQuestion && order.decisions.cancellation !== 'confirmed') return askFirst(corridor, order, office, partLeft)

  settle(corridor, order, 'cancellation')
  const by = ours.length === 0 ? 'back-office' : 'seller'
  const after = await cancelAtMarketplace(corridor, order, cancellableItems(corridor, order), by)
  for (const { id } of ours) corridor.repositories.intents.close(id, 'done', corridor.time.nowIso())
  const outcome = goOnWithTheRest(corridor, after, by, `Cancelled in ${office.label}`)
  return hasProblem(corridor, order, 'refused') ? 'problem' : outcome
}

const askFirst = (corridor: Corridor, order: Order, { label }: Office, partLeft: boolean): Outcome =>
  hold(
    corridor,
    order,
    'cancellation',
    partLeft
      ? `${label} cancelled this order, although a part of it has left. Shall the rest be cancelled at Rakuten too? The buyer is refunded for it.`
      : `${label} cancelled this order. Shall it be cancelled at Rakuten too? The buyer is refunded.`,
    { office: label },
  )
