import { type Fault, isFault } from '../domain/fault.ts'
import type { Corridor } from './corridor.ts'
import { addTallies, type Tally } from './for-each-order.ts'

/** What a step did, and what kept some of its orders waiting while the others went on. */
export interface StepTally extends Tally {
  readonly fault?: Fault | null
}

/**
 * Works through orders one back office after the other: those in flight may belong to another one than the connection's present one, and
 * what is wrong with a back office keeps only its own orders waiting. A fault of the marketplace ends all of it.
 */
export const perOffice = async <O extends { readonly backOfficeId: number | null }>(
  { repositories }: Corridor,
  orders: readonly O[],
  work: (orders: readonly O[], backOfficeId: number) => Promise<Tally>,
): Promise<StepTally> => {
  const labels = repositories.backOffices.list().map(({ label }) => label)
  const tallies: Tally[] = []
  let first: Fault | null = null
  for (const [backOfficeId, its] of Map.groupBy(orders, (order) => order.backOfficeId)) {
    if (backOfficeId === null) continue
    try {
      tallies.push(await work(its, backOfficeId))
    } catch (error) {
      if (!isFault(error) || error.side === null || !labels.includes(error.side)) throw error
      first ??= error
    }
  }
  return { ...addTallies(...tallies), fault: first }
}
