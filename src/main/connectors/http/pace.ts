import type { Clock } from '../sockets/ports.ts'
import { isLoopback } from './addresses.ts'

export interface Pace {
  /** Resolves when this host may be called. */
  turn(url: URL): Promise<void>
}

interface PaceOptions {
  readonly clock: Clock
  /** Calls a second by domain; it counts for the hosts below it as well. A host that is not listed, and loopback, is not held back. */
  readonly callsPerSecond: Readonly<Record<string, number>>
  /** A setting that counts for every host, loopback included. */
  readonly everywhere?: number | undefined
}

/** One queue per host, shared by all who call it: two accounts at one marketplace do not exceed its pace together. */
export const createPace = ({ clock, callsPerSecond, everywhere }: PaceOptions): Pace => {
  const queues = new Map<string, { nextAt: number; waiting: number }>()

  const rateOf = (url: URL): number | undefined => {
    if (everywhere !== undefined) return everywhere
    if (isLoopback(url)) return undefined
    return Object.entries(callsPerSecond).find(([domain]) => `.${url.hostname}`.endsWith(`.${domain}`))?.[1]
  }

  return {
    async turn(url) {
      const rate = rateOf(url)
      if (rate === undefined || rate === Number.POSITIVE_INFINITY) return
      const interval = 1000 / rate
      const queue = queues.get(url.host) ?? { nextAt: 0, waiting: 0 }
      queues.set(url.host, queue)
      const now = clock.now()
      // A clock that was set back must not hold calls until it has caught up.
      const wait = Math.min(Math.max(0, queue.nextAt - now), interval * (queue.waiting + 1))
      queue.nextAt = now + wait + interval
      if (wait === 0) return
      queue.waiting += 1
      await clock.sleep(wait)
      queue.waiting -= 1
    },
  }
}
