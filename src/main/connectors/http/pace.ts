import type { CallLimits, Clock } from '../sockets/ports.ts'
import { isLoopback } from './addresses.ts'

export interface Pace {
  /** Resolves when this host may be called; `own` are limits that the caller knows of, beside those that are listed. */
  turn(url: URL, own?: CallLimits): Promise<void>
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
  const queues = new Map<string, { turns: readonly number[]; waiting: number }>()

  const limitsOf = (url: URL, own: CallLimits): CallLimits => {
    if (everywhere !== undefined) return [perSecond(everywhere)]
    if (isLoopback(url)) return []
    const [, listed] = Object.entries(callsPerSecond).find(([host]) => `.${url.hostname}`.endsWith(`.${host}`)) ?? []
    return listed === undefined ? own : [perSecond(listed), ...own]
  }

  return {
    async turn(url, own = []) {
      const limits = limitsOf(url, own).filter(({ withinMs }) => withinMs > 0)
      if (limits.length === 0) return
      const queue = queues.get(url.host) ?? { turns: [], waiting: 0 }
      queues.set(url.host, queue)
      const now = clock.now()
      const wait = waitFor(limits, queue, now)
      const longest = Math.max(...limits.map(({ calls }) => calls))
      queue.turns = [...queue.turns, now + wait].slice(-longest)
      if (wait === 0) return
      queue.waiting += 1
      await clock.sleep(wait)
      queue.waiting -= 1
    },
  }
}

const perSecond = (rate: number): CallLimits[number] => ({ calls: 1, withinMs: 1000 / rate })

const waitFor = (
  limits: CallLimits,
  { turns, waiting }: { readonly turns: readonly number[]; readonly waiting: number },
  now: number,
): number =>
  Math.max(
    ...limits.map(({ calls, withinMs }) => {
      const earlier = turns.at(-calls)
      const wait = earlier === undefined ? 0 : Math.max(0, earlier + withinMs - now)
      // A clock that was set back must not hold calls until it has caught up.
      return Math.min(wait, withinMs * (Math.floor(waiting / calls) + 1))
    }),
  )
