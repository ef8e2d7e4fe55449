import { isKept } from '../domain/item.ts'
import { isIn, type Order, type OrderIn } from '../domain/order.ts'
import { cancelAtMarketplace, cancellableItems } from './cancel-at-marketplace.ts'
import { cancelInBackOffice, removeCancelledUnits } from './cancel-in-back-office.ts'
import type { Corridor } from './corridor.ts'
import { minutes } from './corridor.ts'
import { endOrder } from './draw-consequences.ts'
import { addTallies, type Outcome, onEach, type Tally } from './for-each-order.ts'
import { hold, settle } from './order-problems.ts'
import { orderKey } from './read-shipments.ts'

/** More cancellations than this in one cycle look like an accident in the shop: then all of them are asked about. */
const UNASKED_CANCELLATIONS = 3

/** Cancellations cross to the other side: what Rakuten ended ends in the back office, what the back office cancelled ends at Rakuten. */
export const cancelOrders = async (corridor: Corridor, cancelledThere: readonly number[]): Promise<Tally> => {
  const ended = ordersWithCancelledItems(corridor).map(({ id }) => id)
  const mustAsk =
    corridor.connection.settings.cancelAtRakuten === 'confirm' || cancelledThere.length > UNASKED_CANCELLATIONS
  return addTallies(
    await onEach(corridor, 'cancel', ended, (order) => passOnToBackOffice(corridor, order)),
    await onEach(corridor, 'cancel', cancelledThere, (order) => passOnToMarketplace(corridor, order, mustAsk)),
  )
}

const ordersWithCancelledItems = ({ connection, repositories }: Corridor): readonly Order[] =>
  (['accepted', 'placed', 'waiting'] as const)
    .flatMap((status): readonly Order[] => repositories.orders.inStatus(connection.id, status))
    .filter(({ status, items }) =>
      status === 'accepted' ? !items.some(isKept) : items.some((item) => item.placed && !isKept(item)),
    )

/** Ends in the back office what ended at the marketplace: all of it, or the units that are gone. */
export const passOnToBackOffice = async (corridor: Corridor, order: Order): Promise<Outcome> => {
  if (isIn(order, 'accepted')) return endBeforePlacing(corridor, order)
  if (!isIn(order, 'placed', 'waiting')) return 'stayed'
  if (order.items.some(isKept)) return removeCancelledUnits(corridor, order)
  if (corridor.repositories.problems.of({ orderId: order.id }).some(({ kind }) => kind === 'cancelled-late'))
    return 'problem'
  const outcome = await cancelInBackOffice(corridor, order, 'Cancelled at Rakuten')
  if (outcome !== 'cancelled') {
    const { label } = corridor.office(order.backOfficeId)
    return hold(
      corridor,
      order,
      'cancelled-late',
      `Cancelled at Rakuten, but ${label} will not cancel it: ${outcome.declined}. Do not ship it, or settle it with the buyer.`,
      { office: label, reason: outcome.declined },
    )
  }
  endOrder(corridor, order, 'rakuten', 'Cancelled at Rakuten')
  return 'moved'
}

/** A creation in doubt may have left an order there: it is looked up first, and what is found is cancelled. */
const endBeforePlacing = async (corridor: Corridor, order: OrderIn<'accepted'>): Promise<Outcome> => {
  const { repositories, connection, time } = corridor
  const tries = repositories.intents.unsettled(connection.id, 'place', order.id)
  if (tries.length > 0) {
    const office = corridor.office(order.backOfficeId)
    const target = tries[0]?.target ?? ''
    if (!office.capabilities.lookUp)
      return hold(
        corridor,
        order,
        'in-doubt',
        `Cancelled at Rakuten, but ${office.label} may have taken it. Look there, and do not ship it.`,
        {
          office: office.label,
          choices: ['look-again'],
        },
      )
    for (const found of await office.backOffice.findOrders(target)) {
      if (found.state === 'open' || found.state === 'completed') {
        const outcome = await office.backOffice.cancelOrder(found, 'Cancelled at Rakuten')
        if (outcome !== 'cancelled')
          return hold(
            corridor,
            order,
            'cancelled-late',
            `Cancelled at Rakuten, but ${office.label} will not cancel ${found.number}: ${outcome.declined}.`,
            { office: office.label },
          )
      }
    }
    const latest = Math.max(...tries.map(({ openedAt }) => Date.parse(openedAt)))
    if (time.now() < latest + minutes(5) + office.capabilities.indexDelaySeconds * 1000) return 'stayed'
  }
  repositories.together(() => {
    for (const { id } of tries) repositories.intents.close(id, 'done', time.nowIso())
    endOrder(corridor, order, 'rakuten', 'Cancelled at Rakuten')
  })
  return 'moved'
}

/** Only an explicit cancelled state counts, read again just before, and only while nothing has left. */
export const passOnToMarketplace = async (corridor: Corridor, order: Order, mustAsk: boolean): Promise<Outcome> => {
  const key = orderKey(corridor, order)
  if (!isIn(order, 'placed', 'waiting') || key === null || order.decisions.cancellation === 'declined') return 'stayed'
  if (order.items.some(({ status }) => status === 'claim')) return 'stayed'
  const office = corridor.office(order.backOfficeId)
  const again = await office.backOffice.readShipments([key])
  if (again.get(key.backOfficeRef)?.state !== 'cancelled') return 'stayed'
  if (mustAsk && order.decisions.cancellation !== 'confirmed')
    return hold(
      corridor,
      order,
      'cancellation',
      `${office.label} cancelled this order. Shall it be cancelled at Rakuten too? The buyer is refunded.`,
      { office: office.label },
    )

  settle(corridor, order, 'cancellation')
  const after = await cancelAtMarketplace(corridor, order, cancellableItems(order), 'back-office')
  if (after.items.some(isKept)) return 'problem'
  endOrder(corridor, after, 'back-office', `Cancelled in ${office.label}`)
  return 'moved'
}
