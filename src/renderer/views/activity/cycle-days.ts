import type { CycleView } from '../../../preload/contract/activity.ts'

/** Cycles of one day of this PC, newest first. */
export interface CycleDay {
  /** `YYYY-MM-DD` */
  readonly day: string
  readonly cycles: readonly CycleView[]
}

const days = new Intl.DateTimeFormat('en-CA')

export const localDay = (at: number): string => days.format(at)

/** The cycles under the days they began on, in the order they come. */
export const byDay = (cycles: readonly CycleView[]): readonly CycleDay[] => {
  const found = new Map<string, CycleView[]>()
  for (const cycle of cycles) {
    const day = localDay(Date.parse(cycle.startedAt))
    found.set(day, [...(found.get(day) ?? []), cycle])
  }
  return [...found].map(([day, of]) => ({ day, cycles: of }))
}
