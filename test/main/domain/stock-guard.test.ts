import { describe, expect, it } from 'vitest'
import type { StockChange } from '../../../src/main/domain/stock.ts'
import { isTrustworthy, missingSkus, needsConfirmation } from '../../../src/main/domain/stock-guard.ts'

const skus = (count: number): string[] => Array.from({ length: count }, (_, index) => `SKU-${index}`)
const told = (onOffer: number, soldOut = 0): Map<string, number> =>
  new Map(skus(onOffer + soldOut).map((sku, index) => [sku, index < onOffer ? 4 : 0]))
const falling = (count: number): StockChange[] => skus(count).map((sku) => ({ sku, quantity: 0, was: 4 }))

describe('needsConfirmation', () => {
  it('asks when more than half of 20 SKUs fall to zero at once', () => {
    expect(needsConfirmation(told(20), falling(10))).toBe(false)
    expect(needsConfirmation(told(20), falling(11))).toBe(true)
  })

  it('never asks below 20 SKUs: small shops do sell out', () => {
    expect(needsConfirmation(told(19), falling(19))).toBe(false)
  })

  it('counts a sold-out SKU among those that cannot fall any more', () => {
    expect(needsConfirmation(told(40, 60), falling(20))).toBe(false)
    expect(needsConfirmation(told(40, 60), falling(21))).toBe(true)
    expect(needsConfirmation(told(15, 5), falling(11))).toBe(true)
  })

  it('looks at falls alone: neither rises, nor new SKUs, nor zeros that were zero before', () => {
    const harmless = skus(30).flatMap((sku): StockChange[] => [
      { sku, quantity: 9, was: 4 },
      { sku, quantity: 0, was: null },
      { sku, quantity: 0, was: 0 },
    ])

    expect(needsConfirmation(told(30), harmless)).toBe(false)
  })
})

describe('isTrustworthy', () => {
  it('trusts neither half an answer nor an empty catalogue', () => {
    expect(isTrustworthy({ complete: true, skus: new Set(['MUG']) })).toBe(true)
    expect(isTrustworthy({ complete: false, skus: new Set(['MUG']) })).toBe(false)
    expect(isTrustworthy({ complete: true, skus: new Set() })).toBe(false)
  })
})

describe('missingSkus', () => {
  const once = new Set(['MUG', 'BOWL'])

  it('takes one missing reading for a hiccup and the second in a row for gone', () => {
    const withoutMug = { complete: true, skus: new Set(['BOWL']) }

    const first = missingSkus(once, new Set(), withoutMug)
    const second = missingSkus(once, first.missing, withoutMug)

    expect(first).toEqual({ missing: new Set(['MUG']), gone: new Set() })
    expect(second).toEqual({ missing: new Set(['MUG']), gone: new Set(['MUG']) })
  })

  it('forgets the first time when the SKU is back in between', () => {
    const back = missingSkus(once, new Set(['MUG']), { complete: true, skus: once })

    expect(back).toEqual({ missing: new Set(), gone: new Set() })
  })

  it('learns nothing from a reading that cannot be trusted', () => {
    const before = new Set(['MUG'])

    expect(missingSkus(once, before, { complete: false, skus: new Set(['BOWL']) })).toEqual({
      missing: before,
      gone: new Set(),
    })
    expect(missingSkus(once, before, { complete: true, skus: new Set() }).gone).toEqual(new Set())
  })

  it('does not miss what the back office never had', () => {
    expect(missingSkus(new Set(), new Set(['OTHER']), { complete: true, skus: new Set(['MUG']) }).missing).toEqual(
      new Set(),
    )
  })
})
