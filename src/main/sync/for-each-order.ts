import { isFault } from '../domain/fault.ts'
import type { Order, OrderIn, OrderStatus } from '../domain/order.ts'
import { type Corridor, minutes } from './corridor.ts'
import { forOrder } from './current-order.ts'
import type { StepName } from './engine.ts'
import { hold, holdForFault, isRefusedIn, settleFaultsOf, stopsTheStep } from './order-problems.ts'
import { giveWayBefore, takeTurns } from './take-turns.ts'

/** What became of one order in one step. */
export type Outcome = 'moved' | 'stayed' | 'problem'

export interface Tally {
  readonly moved: number
  readonly problems: number
}

export const addTallies = (...tallies: readonly Tally[]): Tally => ({
  moved: tallies.reduce((sum, { moved }) => sum + moved, 0),
  problems: tallies.reduce((sum, { problems }) => sum + problems, 0),
})

/** A step that still has work after two minutes gives way to the next and goes on in the next cycle (product.md section 4). */
const PATIENCE = minutes(2)

/**
 * The four beats of every step: take the orders, ask the outside, move, save. Each order is read again under its lock, so that a
 * button pressed meanwhile is seen. A fault of one order becomes its problem; a fault of the connection ends the step.
 */
export const forEachOrder = <S extends OrderStatus>(
  corridor: Corridor,
  step: StepName,
  orders: readonly OrderIn<S>[],
  work: (order: OrderIn<S>) => Promise<Outcome>,
): Promise<Tally> => {
  const listed = new Map(orders.map(({ id, status }) => [id, status]))
  return onEach(corridor, step, listed.keys(), async (order) =>
    // The status is the one the caller listed, so the order is of the type it listed.
    order.status === listed.get(order.id) ? work(order as OrderIn<S>) : 'stayed',
  )
}

/** The same for orders in whatever status they stand. */
export const onEach = async (
  corridor: Corridor,
  step: StepName,
  orderIds: Iterable<number>,
  work: (order: Order) => Promise<Outcome>,
): Promise<Tally> => {
  const outcomes: Outcome[] = []
  const giveWayAt = corridor.time.now() + PATIENCE
  for (const id of takeTurns(corridor, step, [...orderIds])) {
    if (corridor.signal?.aborted) break
    if (corridor.time.now() > giveWayAt) {
      giveWayBefore(corridor, step, id)
      break
    }
    outcomes.push(await onOrder(corridor, step, id, work))
  }
  const count = (wanted: Outcome): number => outcomes.filter((outcome) => outcome === wanted).length
  return { moved: count('moved'), problems: count('problem') }
}

/** One order, under its lock, read again there. */
const onOrder = (
  corridor: Corridor,
  step: StepName,
  orderId: number,
  work: (order: Order) => Promise<Outcome>,
): Promise<Outcome> =>
  corridor.locks.holding(orderId, () =>
    forOrder(orderId, async () => {
      const order = corridor.repositories.orders.get(orderId)
      if (order === null) return 'stayed'
      return isRefusedIn(corridor, order, step) ? 'problem' : tryStep(corridor, step, order, () => work(order))
    }),
  )

/** A step's work on one order, with its faults caught where they concern it alone. */
export const tryStep = async (
  corridor: Corridor,
  step: StepName,
  order: Order,
  work: () => Promise<Outcome>,
): Promise<Outcome> => {
  try {
    const outcome = await work()
    if (outcome !== 'problem') settleFaultsOf(corridor, order, step)
    return outcome
  } catch (error) {
    if (isFault(error) && !stopsTheStep(error)) return holdForFault(corridor, order, step, error)
    if (isFault(error)) throw error
    corridor.log.error(`Order ${order.reference}: unexpected`, { error })
    return hold(
      corridor,
      order,
      'unreadable',
      'Navette could not handle this order; the details are in its log. It tries again.',
      { step },
    )
  }
}
