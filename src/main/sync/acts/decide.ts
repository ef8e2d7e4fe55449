import type { Decisions, Order } from '../../domain/order.ts'
import { type Corridor, tell } from '../corridor.ts'

/** Keeps the seller's word on a question; it outlives the problem that asked. */
export const decide = <O extends Order>(corridor: Corridor, order: O, decisions: Decisions): O => {
  tell(corridor, order.id, 'decided', 'seller', { decided: Object.keys(decisions) })
  return corridor.repositories.orders.save({ ...order, decisions: { ...order.decisions, ...decisions } })
}
