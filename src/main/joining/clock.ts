import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../connectors/sockets/ports.ts'

/** The clock of this PC. */
export const systemClock: Clock = {
  now: () => Date.now(),
  nowIso: () => new Date().toISOString(),
  sleep: (milliseconds) => wait(milliseconds),
}
