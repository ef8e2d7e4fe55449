import type { Shop } from './shop.ts'

const WINDOWS_MS = [300_000, 3_600_000, 86_400_000] as const

export interface Limits {
  /** Counts a call; false when one of the windows has none left. */
  take(): boolean
  /** Calls that came when none were left. */
  refused(): number
  headers(): Readonly<Record<string, string>>
  /** For `account/ratelimit.json`. */
  view(): Readonly<Record<string, unknown>>
}

/** Three windows of time, each with its own number of calls (lightspeed.md 6). */
export const createLimits = ({ now, habits }: Pick<Shop, 'now' | 'habits'>): Limits => {
  const windows = WINDOWS_MS.map((length) => ({ length, until: now() + length, used: 0 }))
  let refused = 0
  const renew = (): void => {
    for (const window of windows) {
      if (now() < window.until) continue
      window.until = now() + window.length
      window.used = 0
    }
  }
  const state = () =>
    windows.map(({ until, used }, at) => {
      const limit = habits.limits[at] ?? 0
      return { limit, remaining: Math.max(0, limit - used), reset: Math.ceil((until - now()) / 1000) }
    })
  return {
    take() {
      renew()
      if (state().some(({ remaining }) => remaining === 0)) {
        refused += 1
        return false
      }
      for (const window of windows) window.used += 1
      return true
    },
    refused: () => refused,
    headers: () => ({
      'X-RateLimit-Limit': state()
        .map(({ limit }) => limit)
        .join('/'),
      'X-RateLimit-Remaining': state()
        .map(({ remaining }) => remaining)
        .join('/'),
      'X-RateLimit-Reset': state()
        .map(({ reset }) => reset)
        .join('/'),
    }),
    view() {
      const [limit5Min, limitHour, limitDay] = state()
      return { limit5Min, limitHour, limitDay }
    },
  }
}
