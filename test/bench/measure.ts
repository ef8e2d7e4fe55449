/** One row of the benchmark table. */
export interface Measure {
  readonly group: string
  readonly name: string
  readonly ours: number
  readonly floor: number
  readonly unit: string
  readonly ratio: number
  /** The highest ratio that is good enough. */
  readonly goal: number
  readonly met: boolean
}

export const compare = (facts: Pick<Measure, 'group' | 'name' | 'ours' | 'floor' | 'unit' | 'goal'>): Measure => {
  const ratio = facts.ours / facts.floor
  return { ...facts, ratio, met: ratio <= facts.goal }
}

export const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Milliseconds that some work took. */
export const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Node's collector, which `npm run bench` exposes. */
export const collectGarbage = (): void => {
  if (globalThis.gc === undefined)
    throw new Error('Run the benchmark with `npm run bench`: it exposes the garbage collector.')
  globalThis.gc()
}
