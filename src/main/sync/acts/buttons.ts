import { isKept } from '../../domain/item.ts'
import { isIn, moveOrder, type Order } from '../../domain/order.ts'
import { cancelAtMarketplace, cancellableItems } from '../cancel-at-marketplace.ts'
import { cancelInBackOffice } from '../cancel-in-back-office.ts'
import { passOnToBackOffice } from '../cancel-orders.ts'
import { type Corridor, tell } from '../corridor.ts'
import { refuseItem } from '../decide-items.ts'
import { endOrder } from '../draw-consequences.ts'
import { keepTypedTracking, type TypedTracking } from '../keep-typed-tracking.ts'
import { settle } from '../order-problems.ts'
import { sendForOrder } from '../send-tracking.ts'
import { advanceOrder } from './advance-order.ts'
import { decide } from './decide.ts'
import { type Done, done, howItStands, notDone } from './done.ts'
import { lookAtOrder } from './look-at-order.ts'

export const acceptBySeller = async (corridor: Corridor, order: Order): Promise<Done> => {
  if (!isIn(order, 'imported')) return notDone(`Order ${order.reference} is not waiting to be accepted.`)
  settle(corridor, order, 'negotiation', 'preorder', 'refused')
  decide(corridor, order, { accept: true })
  await advanceOrder(corridor, order.id, 'seller')
  return howItStands(corridor, order)
}

/** Undecided items are refused; those accepted already are cancelled. */
export const refuseBySeller = async (corridor: Corridor, order: Order): Promise<Done> => {
  if (!isIn(order, 'imported')) return notDone(`Order ${order.reference} is decided already; it can only be cancelled.`)
  let present: Order = order
  for (const { itemId, status } of order.items) {
    if (status === 'to-decide') present = await refuseItem(corridor, present, itemId, 'seller')
  }
  present = await cancelAtMarketplace(corridor, present, cancellableItems(present), 'seller')
  if (present.items.some(isKept)) return howItStands(corridor, order)
  const ended = endOrder(corridor, present, 'seller', 'Refused by the seller')
  return done(`Order ${order.reference} is ${ended.status}.`)
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
  const after = await cancelAtMarketplace(corridor, order, cancellableItems(order), 'seller')
  if (after.items.some(isKept)) return howItStands(corridor, order)
  if (isIn(after, 'accepted')) {
    await passOnToBackOffice(corridor, after)
    return howItStands(corridor, order)
  }
  endOrder(corridor, after, 'seller', 'Cancelled by the seller')
  return done(`Order ${order.reference} is cancelled on both sides.`)
}

export const retryOrder = async (corridor: Corridor, order: Order): Promise<Done> => {
  settle(
    corridor,
    order,
    'refused',
    'unreadable',
    'unreachable',
    'busy',
    'quota',
    'sku',
    'stock',
    'address',
    'unknown-value',
  )
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

/** A code typed by the seller goes to the marketplace at once. */
export const trackBySeller = async (corridor: Corridor, order: Order, typed: TypedTracking): Promise<Done> => {
  if (!isIn(order, 'placed', 'waiting', 'dispatched'))
    return notDone(
      `Order ${order.reference} is ${order.status}; tracking is sent for orders that are placed and not shipped yet.`,
    )
  const problem = keepTypedTracking(corridor, order, typed)
  if (problem !== null) return notDone(problem.message)
  const present = corridor.repositories.orders.get(order.id)
  if (present !== null) await sendForOrder(corridor, present)
  return howItStands(corridor, order)
}
