import { Fault, isFault } from '../../domain/fault.ts'
import type { Order } from '../../domain/order.ts'
import type { Corridor } from '../corridor.ts'
import { forOrder } from '../current-order.ts'
import type { Act, ActResult } from '../engine.ts'
import { holdForFault } from '../order-problems.ts'
import { acceptBySeller, cancelBySeller, handBack, handleManually, refuseBySeller, retryOrder } from './buttons.ts'
import type { Done } from './done.ts'
import { fixProblem } from './fix-problem.ts'
import { reconsider } from './reconsider.ts'
import { trackBySeller } from './track-by-seller.ts'

/** Does what a button asks, under the order's lock. What the outside refuses is said in the result, never thrown. */
export const actOnOrder = (corridor: Corridor, orderId: number, act: Act): Promise<ActResult> =>
  corridor.locks.holding(orderId, () =>
    forOrder(orderId, async () => {
      const order = corridor.repositories.orders.get(orderId)
      if (order === null) throw new Fault('settings', 'This order is not there any more.')
      const name = act.action === 'fix' ? act.choice : act.action
      try {
        return { reference: order.reference, action: name, ...(await perform(corridor, order, act)) }
      } catch (error) {
        // A refused secret is the connection's trouble, not this order's.
        if (!isFault(error) || error.kind === 'credentials') throw error
        holdForRefusal(corridor, order, act, error)
        return { reference: order.reference, action: name, done: false, message: error.message }
      }
    }),
  )

/** What was refused to a button that cancels or refuses is not asked for again alone; any other button notes it itself. */
const holdForRefusal = (corridor: Corridor, order: Order, { action }: Act, fault: Fault): void => {
  if (fault.kind !== 'refused') return
  if (action === 'refuse') holdForFault(corridor, order, 'accept', fault)
  if (action === 'cancel') holdForFault(corridor, order, order.status === 'imported' ? 'accept' : 'cancel', fault)
}

const perform = (corridor: Corridor, order: Order, act: Act): Promise<Done> => {
  switch (act.action) {
    case 'accept':
      return acceptBySeller(corridor, order)
    case 'refuse':
      return refuseBySeller(corridor, order)
    case 'cancel':
      return cancelBySeller(corridor, order)
    case 'retry':
      return retryOrder(corridor, order)
    case 'manual':
      return handleManually(corridor, order)
    case 'resume':
      return handBack(corridor, order)
    case 'reconsider':
      return reconsider(corridor, order)
    case 'track':
      return trackBySeller(corridor, order, act)
    case 'fix':
      return fixProblem(corridor, order, act)
  }
}
