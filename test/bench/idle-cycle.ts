import { type BenchCorridor, benchCorridor } from './bench-corridor.ts'
import { compare, type Measure, median } from './measure.ts'
import { keepPastOrders } from './past-orders.ts'

const FEW = 100
const MANY = 100_000
const WARM_UP = 30
const CYCLES = 200

/** A cycle with nothing new: processor time with 100,000 past orders against the same with 100. */
export const idleCycle = async (): Promise<Measure> => {
  const few = await benchCorridor({})
  const many = await benchCorridor({})
  keepPastOrders(few, FEW)
  keepPastOrders(many, MANY)
  const [ofFew, ofMany] = [[], []] as [number[], number[]]
  for (let cycle = 0; cycle < WARM_UP + CYCLES; cycle += 1) {
    // Turn about, so that whatever else the machine does hits both alike.
    const times = [await processorTime(few), await processorTime(many)] as const
    if (cycle < WARM_UP) continue
    ofFew.push(times[0])
    ofMany.push(times[1])
  }
  await few.close()
  await many.close()
  return compare({
    group: 'idle',
    name: `idle cycle with ${MANY} past orders instead of ${FEW}`,
    ours: median(ofMany),
    floor: median(ofFew),
    unit: 'ms',
    goal: 1.2,
  })
}

const processorTime = async ({ navette }: BenchCorridor): Promise<number> => {
  const before = process.cpuUsage()
  await navette.engine.sync()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
