import type { Settings } from '../options.ts'

const HOUR = 3_600_000

export interface Quota {
  /** Counts a call; false when the hour's calls are used up, and then the call does not count. */
  take(family: string, now: number): boolean
}

/** So many calls an hour for each family of actions (2.6). That the hour slides is ours: nobody has published it. */
export const createQuota = (limits: Settings['hourlyQuota']): Quota => {
  const taken = new Map<string, number[]>()
  return {
    take(family, now) {
      const limit = typeof limits === 'number' ? limits : Object.entries(limits).find(([name]) => name === family)?.[1]
      if (limit === undefined || limit === Number.POSITIVE_INFINITY) return true
      const recent = (taken.get(family) ?? []).filter((at) => now - at < HOUR)
      const free = recent.length < limit
      taken.set(family, free ? [...recent, now] : recent)
      return free
    },
  }
}
