import { describe, expect, it } from 'vitest'
import { createBucket } from '../../../../src/main/connectors/shopify/bucket.ts'

describe('the points of a shop', () => {
  const emptied = (currentlyAvailable: number) => {
    const bucket = createBucket()
    bucket.learn({ maximumAvailable: 1_000, currentlyAvailable, restoreRate: 50 }, 0)
    return bucket
  }

  it('come back at the pace that Shopify told', () => {
    const bucket = emptied(100)

    expect(bucket.waitFor(200, 0)).toBe(2_000)
    expect(bucket.waitFor(200, 1_500)).toBe(500)
    expect(bucket.waitFor(200, 2_000)).toBe(0)
  })

  it('are never more than the bucket holds, however long nobody asked', () => {
    const bucket = emptied(0)
    bucket.spend(900, 3_600_000)

    expect(bucket.waitFor(200, 3_600_000)).toBe(2_000)
  })

  it('are waited for no longer than until the bucket is full', () => {
    expect(emptied(0).waitFor(5_000, 0)).toBe(20_000)
  })

  it('do not vanish when the clock is set back', () => {
    const bucket = emptied(100)
    bucket.spend(0, 10_000)

    expect(bucket.waitFor(650, 0)).toBe(1_000)
  })
})
