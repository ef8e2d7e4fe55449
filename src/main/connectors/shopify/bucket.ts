import { SMALLEST_BUCKET } from './facts.ts'

export interface ThrottleStatus {
  readonly maximumAvailable: number
  readonly currentlyAvailable: number
  /** Points a second. */
  readonly restoreRate: number
}

export type Bucket = ReturnType<typeof createBucket>

/** The points that Shopify still grants, as far as its answers tell (shopify.md 6). Times are milliseconds since 1970. */
export const createBucket = () => {
  let status: ThrottleStatus = SMALLEST_BUCKET
  let seenAt = 0

  const availableAt = (now: number): number => {
    const restored = (Math.max(0, now - seenAt) / 1000) * status.restoreRate
    return Math.min(status.maximumAvailable, status.currentlyAvailable + restored)
  }

  return {
    /** How long to wait until these points are there. */
    waitFor: (points: number, now: number): number => {
      const missing = Math.min(points, status.maximumAvailable) - availableAt(now)
      return missing <= 0 ? 0 : Math.ceil((missing / status.restoreRate) * 1000)
    },
    /** A question is under way: its points are gone until the answer says what it really cost. */
    spend(points: number, now: number): void {
      status = { ...status, currentlyAvailable: Math.max(0, availableAt(now) - points) }
      seenAt = now
    },
    learn(told: ThrottleStatus, now: number): void {
      status = told
      seenAt = now
    },
  }
}
