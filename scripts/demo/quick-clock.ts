import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../../src/main/connectors/sockets/ports.ts'

export interface QuickClock extends Clock {
  /** Lets minutes pass at once. */
  skip(minutes: number): void
}

/** A clock that ticks like any other, and can be pushed ahead. */
export const createQuickClock = (): QuickClock => {
  let ahead = 0
  const now = (): number => Date.now() + ahead
  return {
    now,
    nowIso: () => new Date(now()).toISOString(),
    sleep: (milliseconds) => wait(milliseconds),
    skip(minutes) {
      ahead += minutes * 60_000
    },
  }
}
