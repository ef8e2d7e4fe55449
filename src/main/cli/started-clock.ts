import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'

/** A clock that starts at a moment of one's choice and ticks on from there (`--now`). Sleeping takes its real time. */
export const createStartedClock = (startIso: string) => {
  const start = Date.parse(startIso)
  const began = performance.now()
  const now = (): number => start + Math.floor(performance.now() - began)
  return {
    now,
    nowIso: (): string => new Date(now()).toISOString(),
    sleep: (milliseconds: number): Promise<void> => wait(milliseconds),
  }
}
