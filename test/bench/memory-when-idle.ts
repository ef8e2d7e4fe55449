import { benchCorridor } from './bench-corridor.ts'
import { collectGarbage, compare, type Measure } from './measure.ts'

/** What is held after 300 idle cycles against what was held after 10, garbage collected before both. */
export const memoryWhenIdle = async (): Promise<Measure> => {
  const { navette, close } = await benchCorridor({})
  const held = async (cycles: number): Promise<number> => {
    for (let cycle = 0; cycle < cycles; cycle += 1) await navette.engine.sync()
    collectGarbage()
    collectGarbage()
    const { heapUsed, external } = process.memoryUsage()
    return (heapUsed + external) / 1_048_576
  }
  const early = await held(10)
  const late = await held(290)
  await close()
  return compare({
    group: 'memory',
    name: 'memory after 300 idle cycles instead of 10',
    ours: late,
    floor: early,
    unit: 'MiB',
    goal: 1.1,
  })
}
