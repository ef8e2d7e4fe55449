import { Fault } from '../../domain/fault.ts'
import type { Clock } from '../sockets/ports.ts'

/** A stretch of time in which a platform grants so many calls. */
export interface Window {
  /** In the seller's words: `the day`. */
  readonly name: string
  /** Calls left in it. */
  readonly left: number
  /** When it begins anew, in milliseconds since 1970. */
  readonly resetAt: number
}

export type Allowance = ReturnType<typeof createAllowance>

interface AllowanceOptions {
  readonly clock: Clock
  readonly side: string
  /** The windows of the headers, shortest first. */
  readonly names: readonly string[]
}

/** Longer than this nobody waits inside a cycle: it is a fault with the time it goes on. */
const LONGEST_WAIT_MS = 30_000

/**
 * The calls that a platform still allows, one number for each of its windows: `X-RateLimit-Remaining: 299/2990/11500`, and in
 * `X-RateLimit-Reset` the seconds until each begins anew. What it has not told is not held back.
 */
export const createAllowance = ({ clock, side, names }: AllowanceOptions) => {
  let windows: readonly Window[] = []

  const open = (): readonly Window[] => windows.filter(({ resetAt }) => resetAt > clock.now())
  const empty = (): readonly Window[] => open().filter(({ left }) => left <= 0)
  const waitFor = (): number => Math.max(0, ...empty().map(({ resetAt }) => resetAt - clock.now()))

  const faultOf = (wait: number): Fault => {
    const [last] = empty().toSorted((one, other) => other.resetAt - one.resetAt)
    const message = `The calls that ${side} allows for ${last?.name ?? 'now'} are used up.`
    const retryAt = new Date(clock.now() + wait).toISOString()
    return new Fault(last?.name === names[0] ? 'busy' : 'quota', message, { side, retryAt })
  }

  return {
    /** The windows as they stand; none before the first answer. */
    open,

    /** True while a window has nothing left. */
    isUsedUp: (): boolean => empty().length > 0,

    /** Waits for a window that begins anew in a moment; a fault when that takes longer. A call is counted when it is made, not when it is answered. */
    async turn(): Promise<void> {
      const wait = waitFor()
      if (wait > LONGEST_WAIT_MS) throw faultOf(wait)
      if (wait > 0) await clock.sleep(wait)
      windows = open().map((window) => ({ ...window, left: window.left - 1 }))
    },

    /** Once a window is empty for longer than anybody waits: the fault that says when it begins anew. */
    learn(headers: Headers): Fault | null {
      const left = numbersIn(headers, 'x-ratelimit-remaining')
      const reset = numbersIn(headers, 'x-ratelimit-reset')
      if (left.length > 0 && left.length === reset.length)
        windows = left.map((calls, at) => ({
          ...{ name: names[at] ?? 'now', left: calls },
          resetAt: clock.now() + (reset[at] ?? 0) * 1_000,
        }))
      const wait = waitFor()
      return wait <= LONGEST_WAIT_MS ? null : faultOf(wait)
    },
  }
}

/** None at all unless each of them is a number. */
const numbersIn = (headers: Headers, name: string): readonly number[] => {
  const parts = (headers.get(name) ?? '').split('/').map((part) => part.trim())
  return parts.every((part) => /^-?\d{1,9}$/.test(part)) ? parts.map(Number) : []
}
