import { type Fault, isFault } from '../domain/fault.ts'
import { acceptOrders } from './accept-orders.ts'
import { cancelOrders } from './cancel-orders.ts'
import type { Corridor } from './corridor.ts'
import { endWaiting } from './end-waiting.ts'
import { STEPS, type StepName, type StepReport } from './engine.ts'
import { addTallies, type Tally } from './for-each-order.ts'
import { importOrders } from './import-orders.ts'
import { offerLateTracking } from './offer-tracking.ts'
import { stopsTheStep } from './order-problems.ts'
import type { StepTally } from './per-office.ts'
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
  await run('read-back', () => readToDo(corridor))
  if (isDue) {
    await run('read-back', async () => {
      const read = await readBack(corridor, vanished)
      if (!corridor.signal?.aborted) noteReadBack(corridor)
      return read
    })
    await run('cancel', () => cancelOrders(corridor, []))
  }
  await run('stock', () => options.pushStock(corridor))
  return run.result()
}

/** Runs steps as long as the sides they need answer, and adds their reports up. */
const createStepRunner = (corridor: Corridor, { onStep }: CycleOptions) => {
  const reports = new Map<StepName, Tally>()
  const down = new Set<Side>()
  let first: Fault | null = null

  const isDown = (side: Side): boolean => down.has('both') || (side === 'both' ? down.size > 0 : down.has(side))

  const count = (step: StepName, tally: Tally): void =>
    void reports.set(step, addTallies(reports.get(step) ?? NOTHING, tally))
  const noteFault = (step: StepName, fault: Fault): void => {
    first ??= fault
    count(step, { moved: 0, problems: 1 })
    const side = downSide(corridor, fault)
    if (side !== null) down.add(side)
  }

  const run = async <T extends StepTally>(step: StepName, work: () => Promise<T>): Promise<T | null> => {
    if (isDown(NEEDS[step]) || corridor.signal?.aborted) return null
    onStep?.(step)
    try {
      const tally = await work()
      count(step, tally)
      if (tally.fault) noteFault(step, tally.fault)
      return tally
    } catch (error) {
      if (!isFault(error)) throw error
      noteFault(step, error)
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

/**
 * What a fault leaves unable to go on. A refused token stops the connection; what concerns no more than one answer, or a back office that
 * only holds earlier orders, stops nothing but the step.
 */
const downSide = ({ connection, repositories }: Corridor, fault: Fault): Side | null => {
  if (!stopsTheStep(fault)) return null
  const office = repositories.backOffices.list().find(({ label }) => label === fault.side)
  if (office !== undefined) return office.id === connection.backOfficeId ? 'back-office' : null
  return fault.kind === 'credentials' ? 'both' : 'marketplace'
}
