import { Fault } from '../../domain/fault.ts'
import type { Window } from '../http/allowance.ts'
import type { Api } from './api.ts'
import { CALLS_KEPT_FOR_ORDERS } from './facts.ts'

const CYCLE_MS = 300_000

/**
 * Throws when so many calls for something that can wait would leave too few for the orders of the cycles until a window begins anew: a big
 * catalogue read every five minutes would use up the day, and orders would stand still until midnight.
 */
export const keepCallsForOrders = ({ allowance, side, ports: { clock } }: Needs, calls: number): void => {
  const now = clock.now()
  const late = allowance
    .open()
    .map((window) => ({ window, until: timeFor(window, calls, now) }))
    .filter(({ until }) => until > now)
    .toSorted((one, other) => other.until - one.until)[0]
  if (late === undefined) return
  const message = `The stock of ${side} is read later: the calls it still allows for ${late.window.name} are kept for orders.`
  throw new Fault('quota', message, { side, retryAt: new Date(late.until).toISOString() })
}

interface Needs extends Pick<Api, 'side'> {
  readonly allowance: Pick<Api['allowance'], 'open'>
  readonly ports: Pick<Api['ports'], 'clock'>
}

/** From when on the window has so many calls to spare: its need shrinks with every cycle that passes. */
const timeFor = ({ left, resetAt }: Window, calls: number, now: number): number => {
  if (left < calls) return resetAt
  const cyclesCovered = Math.floor((left - calls) / CALLS_KEPT_FOR_ORDERS)
  return Math.max(now, resetAt - cyclesCovered * CYCLE_MS)
}
