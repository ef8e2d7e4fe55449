import { isKept } from '../../domain/item.ts'
import { isIn, moveOrder, type Order } from '../../domain/order.ts'
import { goOnWithTheRest } from '../after-cancelling.ts'
import { cancelAtMarketplace, cancellableItems } from '../cancel-at-marketplace.ts'
import { cancelInBackOffice } from '../cancel-in-back-office.ts'
import { passOnToBackOffice } from '../cancel-orders.ts'
import { type Corridor, tell } from '../corridor.ts'
import { hasProblem, settle } from '../order-problems.ts'
import { refuseOrder } from '../refuse-order.ts'
import { advanceOrder } from './advance-order.ts'
import { decide } from './decide.ts'
import { type Done, done, howItStands, notDone } from './done.ts'
import { lookAtMarketplace, lookAtOrder } from './look-at-order.ts'

export const acceptBySeller = async (corridor: Corridor, order: Order): Promise<Done> => {
  if (!isIn(order, 'imported')) return notDone(`Order ${order.reference} is not waiting to be accepted.`)
  const isForeseen = hasProblem(corridor, order, 'total-differs')
  settle(corridor, order, 'negotiation', 'preorder', 'refused', 'total-differs')
  decide(corridor, order, { accept: true, ...(isForeseen ? { differenceForeseen: true } : {}) })
  await advanceOrder(corridor, order.id, 'seller')
  const stands = howItStands(corridor, order)
  return waitsForGoods(corridor, order) ? done(stands.message) : stands
}

/** An accepted preorder goes no further by itself: what was asked for is done all the same. */
const waitsForGoods = ({ repositories }: Corridor, { id }: Order): boolean =>
  repositories.orders.get(id)?.items.some(({ status }) => status === 'preorder') ?? false

/** The word is kept first: should a call fail, the next cycle goes on refusing, and never accepts what is left. */
export const refuseBySeller = async (corridor: Corridor, order: Order): Promise<Done> => {
  if (!isIn(order, 'imported')) return notDone(`Order ${order.reference} is decided already; it can only be cancelled.`)
  settle(corridor, order, 'refused')
  await refuseOrder(corridor, decide(corridor, order, { accept: false }))
  return howItEnded(corridor, order)
}

/** Both sides are told, the back office first: what it will not give up is not cancelled at the marketplace. */
export const cancelBySeller = async (corridor: Corridor, order: Order): Promise<Done> => {
  if (isIn(order, 'imported')) return refuseBySeller(corridor, order)
  if (!isIn(order, 'accepted', 'placed', 'waiting'))
    return notDone(`Order ${order.reference} is ${order.status}; it cannot be cancelled any more.`)
  if (isIn(order, 'placed', 'waiting')) {
    const outcome = await cancelInBackOffice(corridor, order, 'Cancelled by the seller')
    if (outcome !== 'cancelled')
      return notDone(`Not cancelled: ${corridor.office(order.backOfficeId).label} says "${outcome.declined}".`)
  }
  settle(corridor, order, 'refused', 'cancellation')
  const decided = decide(corridor, order, { cancellation: 'confirmed' })
  const after = await cancelAtMarketplace(corridor, decided, cancellableItems(corridor, decided), 'seller')
  if (isIn(after, 'accepted')) await passOnToBackOffice(corridor, after)
  else goOnWithTheRest(corridor, after, 'seller', 'Cancelled by the seller')
  return howItEnded(corridor, order)
}

/** What an act that should leave nothing of an order came to. */
export const howItEnded = (corridor: Corridor, order: Order): Done => {
  const now = corridor.repositories.orders.get(order.id)
  const stands = howItStands(corridor, order)
  if (!stands.done || !now?.items.some(isKept)) return stands
  return notDone(`Not all of order ${order.reference} could be cancelled: what has left stays. It is ${now.status}.`)
}

/** What was held is looked at again, at Rakuten where Rakuten's words were the trouble, and the order goes on as far as it can. */
export const retryOrder = async (corridor: Corridor, order: Order): Promise<Done> => {
  if (hasProblem(corridor, order, 'unknown-value')) await lookAtMarketplace(corridor, order)
  settle(corridor, order, 'refused', 'unreadable', 'unreachable', 'busy', 'quota', 'sku', 'stock', 'address')
  await advanceOrder(corridor, order.id, 'seller')
  return howItStands(corridor, order)
}

/** The seller takes over: Navette watches and touches nothing. */
export const handleManually = async (corridor: Corridor, order: Order): Promise<Done> => {
  if (isIn(order, 'manual')) return done(`Order ${order.reference} is handled manually already.`)
  if (!isIn(order, 'imported', 'accepted', 'placed', 'waiting', 'dispatched', 'skipped'))
    return notDone(`Order ${order.reference} has ended; there is nothing left to handle.`)
  corridor.repositories.together(() => {
    settle(corridor, order)
    tell(corridor, order.id, 'manual', 'seller', { from: order.status })
    corridor.repositories.orders.save(moveOrder(order, 'manual', { manualSince: corridor.time.nowIso() }))
  })
  return done(`Order ${order.reference} is yours. Navette watches it and touches nothing.`)
}

/** Back to Navette: its status is computed anew from both sides. */
export const handBack = async (corridor: Corridor, order: Order): Promise<Done> => {
  if (!isIn(order, 'manual')) return notDone(`Order ${order.reference} is not handled manually.`)
  await lookAtOrder(corridor, order)
  return howItStands(corridor, order)
}
