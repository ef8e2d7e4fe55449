import type { Clock } from '../../src/main/connectors/sockets/ports.ts'

export interface ClockByHand extends Clock {
  set(iso: string): void
  advance(milliseconds: number): void
  /** How long each `sleep` was asked to last. */
  readonly slept: readonly number[]
}

/** A clock that stands still until it is moved; sleeping moves it and takes no time. */
export const clockByHand = (start = '2026-01-12T09:00:00.000Z'): ClockByHand => {
  const slept: number[] = []
  let now = Date.parse(start)
  return {
    now: () => now,
    nowIso: () => new Date(now).toISOString(),
    sleep: async (milliseconds) => {
      slept.push(milliseconds)
      now += milliseconds
    },
    set: (iso) => {
      now = Date.parse(iso)
    },
    advance: (milliseconds) => {
      now += milliseconds
    },
    slept,
  }
}
