import { backOfficeReference } from '../../domain/connection.ts'
import { isIn, moveOrder } from '../../domain/order.ts'
import { cancelInBackOffice } from '../cancel-in-back-office.ts'
import { tell } from '../corridor.ts'
import { settle } from '../order-problems.ts'
import { placeOrder } from '../place-orders.ts'
import { advanceOrder } from './advance-order.ts'
import { handleManually } from './buttons.ts'
import { decide } from './decide.ts'
import { done, howItStands, notDone } from './done.ts'
import type { Fix } from './fix.ts'

/** Another tool is not sending it: it may be placed. */
export const placeAdopted: Fix = async (corridor, order) => {
  decide(corridor, order, { placeAdopted: true })
  settle(corridor, order, 'accepted-elsewhere')
  await advanceOrder(corridor, order.id, 'seller')
  return howItStands(corridor, order)
}

export const acceptDifference: Fix = async (corridor, order) => {
  decide(corridor, order, { differenceAccepted: true })
  settle(corridor, order, 'total-differs')
  return done(`Order ${order.reference} goes on as the back office recorded it.`)
}

/** Cancels the half-made order there; making it right is the seller's, because creating it again would give the same. */
export const cancelThere: Fix = async (corridor, order) => {
  if (!isIn(order, 'placed', 'waiting')) return notDone(`Order ${order.reference} has left already.`)
  const manual = await handleManually(corridor, order)
  const outcome = await cancelInBackOffice(corridor, order, 'Recorded differently from what was asked')
  if (outcome === 'cancelled')
    return done(`Cancelled there. Nothing was changed at Rakuten: order ${order.reference} is yours to handle.`)
  return manual.done
    ? notDone(`The back office will not cancel it: ${outcome.declined}. The order is yours to handle.`)
    : manual
}

export const lookAgain: Fix = async (corridor, order) => {
  if (!isIn(order, 'accepted')) return notDone(`Order ${order.reference} is not in doubt.`)
  await placeOrder(corridor, order)
  return howItStands(corridor, order)
}

/** The seller looked: it is not there. */
export const createAnew: Fix = async (corridor, order) => {
  if (!isIn(order, 'accepted')) return notDone(`Order ${order.reference} is not in doubt.`)
  const { intents } = corridor.repositories
  for (const { id } of intents.unsettled(order.connectionId, 'place', order.id))
    intents.close(id, 'not-done', corridor.time.nowIso())
  decide(corridor, order, { createAnew: true })
  settle(corridor, order, 'in-doubt')
  await advanceOrder(corridor, order.id, 'seller')
  return howItStands(corridor, order)
}

/** Goes on with one of several; the others are left for the seller to cancel, because Navette did not mean to make them. */
export const keepOne: Fix = async (corridor, order, problem, { keep }) => {
  if (!isIn(order, 'accepted')) return notDone(`Order ${order.reference} is placed already.`)
  const office = corridor.office(order.backOfficeId)
  const found = await office.backOffice.findOrders(backOfficeReference(corridor.connection, order.reference))
  const kept = found.find(
    ({ backOfficeRef, number }) => keep !== undefined && (backOfficeRef === keep || number === keep),
  )
  if (kept === undefined) return notDone(`Say which one to keep: ${found.map(({ number }) => number).join(' or ')}.`)
  const { repositories, time } = corridor
  repositories.together(() => {
    for (const { id } of repositories.intents.unsettled(order.connectionId, 'place', order.id))
      repositories.intents.close(id, 'done', time.nowIso())
    settle(corridor, order, 'duplicate', 'in-doubt', 'accepted-elsewhere')
    tell(corridor, order.id, 'adopted', 'seller', { office: office.label, number: kept.number, problem: problem.kind })
    repositories.orders.save(
      moveOrder(order, 'placed', {
        backOfficeRef: kept.backOfficeRef,
        backOfficeNumber: kept.number,
        backOfficeUrl: kept.url,
        placedAt: time.nowIso(),
        items: order.items.map((item) => ({ ...item, placed: item.status === 'accepted' })),
      }),
    )
  })
  const others = found.filter(({ backOfficeRef }) => backOfficeRef !== kept.backOfficeRef)
  return done(
    `Order ${order.reference} goes on as ${kept.number}. Cancel ${others.map(({ number }) => number).join(', ')} in ${office.label} yourself.`,
  )
}

/** The order vanished there and the seller wants it again, under the same reference. */
export const placeAgain: Fix = async (corridor, order) => {
  if (!isIn(order, 'placed', 'waiting')) return notDone(`Order ${order.reference} is not missing.`)
  corridor.repositories.together(() => {
    settle(corridor, order, 'gone')
    const again = moveOrder(order, 'accepted', {
      backOfficeRef: null,
      backOfficeNumber: null,
      backOfficeUrl: null,
      placedAt: null,
      completedAt: null,
    })
    decide(corridor, again, { createAnew: true })
  })
  await advanceOrder(corridor, order.id, 'seller')
  return howItStands(corridor, order)
}
