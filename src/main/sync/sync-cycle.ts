import { type Fault, isFault } from '../domain/fault.ts'
import { acceptOrders } from './accept-orders.ts'
import { cancelOrders } from './cancel-orders.ts'
import type { Corridor } from './corridor.ts'
import { endWaiting } from './end-waiting.ts'
import { STEPS, type StepName, type StepReport } from './engine.ts'
import { addTallies, type Tally } from './for-each-order.ts'
import { importOrders } from './import-orders.ts'
import { offerLateTracking } from './offer-tracking.ts'
import { placeOrders } from './place-orders.ts'
import { readBack } from './read-back.ts'
import { countCycle, isReadBackDue, noteReadBack } from './read-back-due.ts'
import { readShipments } from './read-shipments.ts'
import { readToDo } from './read-to-do.ts'
import { sendTracking } from './send-tracking.ts'

/** Which outside a step cannot do without: a fault of one side leaves the steps of the other running. */
type Side = 'marketplace' | 'back-office' | 'both'

const NEEDS: Readonly<Record<StepName, Side>> = {
  import: 'marketplace',
  accept: 'both',
  place: 'back-office',
  'read-shipments': 'back-office',
  cancel: 'both',
  'send-tracking': 'marketplace',
  'read-back': 'marketplace',
  stock: 'both',
}

export interface CycleOptions {
  /** SKUs sold out in the back office are told first of all. */
  readonly tellSoldOut: (corridor: Corridor) => Promise<Tally>
  /** The stock step, which has a timer of its own beside the cycle's. */
  readonly pushStock: (corridor: Corridor) => Promise<Tally>
  readonly onStep?: (step: StepName) => void
}

export interface CycleResult {
  readonly steps: readonly StepReport[]
  /** The first fault that stopped a step; the connection's problem. */
  readonly fault: Fault | null
}

/** One pass over one connection: each step starts from what the others left in the database. */
export const runSyncCycle = async (corridor: Corridor, options: CycleOptions): Promise<CycleResult> => {
  const cycle = countCycle(corridor)
  const run = createStepRunner(corridor, options)

  await run('stock', () => options.tellSoldOut(corridor))
  const imported = await run('import', () => importOrders(corridor))
  await run('accept', () => acceptOrders(corridor))
  await run('place', () => placeOrders(corridor))
  const read = await run('read-shipments', () => readShipments(corridor))
  await run('cancel', () => cancelOrders(corridor, read?.cancelledThere ?? []))
  await run('send-tracking', async () =>
    addTallies(await endWaiting(corridor), await sendTracking(corridor), await offerLateTracking(corridor)),
  )
  const vanished = imported?.vanished ?? []
  const isDue = vanished.length > 0 || isReadBackDue(corridor, cycle)
  await run('read-back', async () => {
    const claims = await readToDo(corridor)
    if (!isDue) return claims
    const read = await readBack(corridor, vanished)
    noteReadBack(corridor)
    return addTallies(read, claims)
  })
  if (isDue) await run('cancel', () => cancelOrders(corridor, []))
  await run('stock', () => options.pushStock(corridor))
  return run.result()
}

/** Runs steps as long as the sides they need answer, and adds their reports up. */
const createStepRunner = (corridor: Corridor, { onStep }: CycleOptions) => {
  const reports = new Map<StepName, Tally>()
  const down = new Set<Side>()
  let first: Fault | null = null

  const isDown = (side: Side): boolean => down.has('both') || (side === 'both' ? down.size > 0 : down.has(side))

  const run = async <T extends Tally>(step: StepName, work: () => Promise<T>): Promise<T | null> => {
    if (isDown(NEEDS[step]) || corridor.signal?.aborted) return null
    onStep?.(step)
    try {
      const tally = await work()
      reports.set(step, addTallies(reports.get(step) ?? NOTHING, tally))
      return tally
    } catch (error) {
      if (!isFault(error)) throw error
      first ??= error
      reports.set(step, addTallies(reports.get(step) ?? NOTHING, { moved: 0, problems: 1 }))
      down.add(downSide(corridor, error))
      return null
    }
  }
  const result = (): CycleResult => ({
    steps: STEPS.flatMap((step) => {
      const tally = reports.get(step)
      return tally === undefined ? [] : [{ step, moved: tally.moved, problems: tally.problems }]
    }),
    fault: first,
  })
  return Object.assign(run, { result })
}

const NOTHING: Tally = { moved: 0, problems: 0 }

/** A refused token stops the connection; any other fault stops what speaks to the side it came from. */
const downSide = (corridor: Corridor, fault: Fault): Side => {
  const isOffice = fault.side !== null && fault.side === corridor.office(corridor.connection.backOfficeId).label
  if (isOffice) return 'back-office'
  return fault.kind === 'credentials' ? 'both' : 'marketplace'
}
