import type { OrderIn } from '../domain/order.ts'
import { isIn, type Order } from '../domain/order.ts'
import { goOnWithTheRest } from './after-cancelling.ts'
import { cancelAtMarketplace, cancellableItems } from './cancel-at-marketplace.ts'
import type { Corridor } from './corridor.ts'
import { refuseItem } from './decide-items.ts'
import type { Outcome } from './for-each-order.ts'

/** On the seller's word, undecided items are refused, and those accepted already are cancelled. Takes up what an earlier try left. */
export const refuseOrder = async (corridor: Corridor, order: OrderIn<'imported'>): Promise<Outcome> => {
  let present: Order = order
  for (const { itemId, status } of order.items) {
    if (status === 'to-decide') present = await refuseItem(corridor, present, itemId, 'seller')
  }
  present = await cancelAtMarketplace(corridor, present, cancellableItems(corridor, present), 'seller')
  return isIn(present, 'imported') ? goOnWithTheRest(corridor, present, 'seller', 'Refused by the seller') : 'moved'
}
