import type { Order } from '../../domain/order.ts'
import { mostUrgent } from '../../domain/problem.ts'
import type { Corridor } from '../corridor.ts'

/** What an act came to: a sentence for the seller. */
export interface Done {
  readonly done: boolean
  readonly message: string
}

export const done = (message: string): Done => ({ done: true, message })
export const notDone = (message: string): Done => ({ done: false, message })

/** The order as it stands after an act, in one sentence: where it is, or what still stands in the way. */
export const howItStands = ({ repositories }: Corridor, { id, reference }: Order): Done => {
  const order = repositories.orders.get(id)
  const problem = mostUrgent(repositories.problems.of({ orderId: id }))
  if (problem !== null) return notDone(problem.message)
  return done(`Order ${reference} is now ${order?.status ?? 'gone'}.`)
}
