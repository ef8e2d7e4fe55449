import type { OfficeOrder } from '../../connectors/sockets/back-office.ts'
import { isIn, moveOrder } from '../../domain/order.ts'
import { cancelInBackOffice } from '../cancel-in-back-office.ts'
import { tell } from '../corridor.ts'
import { tryStep } from '../for-each-order.ts'
import { keepFound } from '../keep-placed.ts'
import { isLive, referenceThere } from '../look-up-placed.ts'
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
    ? notDone(`The back office will not cancel it ("${outcome.declined}"). The order is yours to handle.`)
    : manual
}

export const lookAgain: Fix = async (corridor, order) => {
  if (!isIn(order, 'accepted')) return notDone(`Order ${order.reference} is not in doubt.`)
  await tryStep(corridor, 'place', order, () => placeOrder(corridor, order))
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
  const found = (await office.backOffice.findOrders(referenceThere(corridor, order))).filter(isLive)
  const numbers = (orders: readonly OfficeOrder[]): string => orders.map(({ number }) => number).join(' or ')
  const kept = found.find(({ backOfficeRef, number }) => backOfficeRef === keep || number === keep)
  if (kept === undefined) return notDone(`Say which one to keep: ${numbers(found)}.`)
  tell(corridor, order.id, 'note', 'seller', { kept: kept.number, problem: problem.kind })
  await keepFound(corridor, order, kept)
  const others = found.filter(({ backOfficeRef }) => backOfficeRef !== kept.backOfficeRef)
  if (others.length === 0) return howItStands(corridor, order)
  return done(
    `Order ${order.reference} goes on as ${kept.number}. Cancel ${numbers(others).replaceAll(' or ', ', ')} in ${office.label} yourself.`,
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
    decide(corridor, again, { createAnew: true, placeAdopted: true })
  })
  await advanceOrder(corridor, order.id, 'seller')
  return howItStands(corridor, order)
}
