import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addUnits, missingUnits, offeredQuantity, stockChanges, type Units } from '../../../src/main/domain/stock.ts'

const units = (record: Record<string, number>): Units => new Map(Object.entries(record))

describe('offeredQuantity', () => {
  it.each([
    [{ available: 12, safetyStock: 2, unitsNotYetPlaced: 3 }, 7],
    [{ available: 3, safetyStock: 2, unitsNotYetPlaced: 3 }, 0],
    [{ available: -4, safetyStock: 0, unitsNotYetPlaced: 0 }, 0],
    [{ available: 5000, safetyStock: 0, unitsNotYetPlaced: 1 }, 999],
    [{ available: Number.POSITIVE_INFINITY, safetyStock: 5, unitsNotYetPlaced: 1 }, 999],
    [{ available: 2.9, safetyStock: 0, unitsNotYetPlaced: 0 }, 2],
  ])('of %o is %i', (figures, offered) => {
    expect(offeredQuantity(figures)).toBe(offered)
  })

  it('is a whole number from 0 to 999 that never exceeds what is there', () => {
    const figures = fc.record({
      available: fc.double({ min: -5000, max: 5000, noNaN: true }),
      safetyStock: fc.nat(2000),
      unitsNotYetPlaced: fc.nat(2000),
    })
    fc.assert(
      fc.property(figures, (some) => {
        const offered = offeredQuantity(some)

        expect(Number.isInteger(offered)).toBe(true)
        expect(offered).toBeGreaterThanOrEqual(0)
        expect(offered).toBeLessThanOrEqual(Math.min(999, Math.max(0, some.available)))
      }),
    )
  })

  it('never rises when an order comes in or the safety stock grows', () => {
    fc.assert(
      fc.property(
        fc.nat(3000),
        fc.nat(50),
        fc.nat(50),
        fc.nat(50),
        (available, safetyStock, unitsNotYetPlaced, more) => {
          const before = offeredQuantity({ available, safetyStock, unitsNotYetPlaced })

          expect(
            offeredQuantity({ available, safetyStock: safetyStock + more, unitsNotYetPlaced }),
          ).toBeLessThanOrEqual(before)
          expect(
            offeredQuantity({ available, safetyStock, unitsNotYetPlaced: unitsNotYetPlaced + more }),
          ).toBeLessThanOrEqual(before)
        },
      ),
    )
  })
})

describe('addUnits', () => {
  it('adds up the orders of all connections', () => {
    expect(addUnits([units({ MUG: 1, BOWL: 2 }), units({ MUG: 3 })])).toEqual(units({ MUG: 4, BOWL: 2 }))
  })
})

describe('missingUnits', () => {
  it('serves the oldest order first, whatever the order they are given in', () => {
    const missing = missingUnits(units({ MUG: 3 }), [
      { key: 'late', purchasedAt: '2026-01-12T10:00:00Z', wanted: units({ MUG: 2 }) },
      { key: 'early', purchasedAt: '2026-01-11T10:00:00Z', wanted: units({ MUG: 2 }) },
    ])

    expect(missing.get('early')).toEqual(units({}))
    expect(missing.get('late')).toEqual(units({ MUG: 1 }))
  })

  it('keeps for a held order what there is, so that a later one cannot take it', () => {
    const missing = missingUnits(units({ MUG: 1, BOWL: 0 }), [
      { key: 'held', purchasedAt: '2026-01-11T10:00:00Z', wanted: units({ MUG: 1, BOWL: 1 }) },
      { key: 'later', purchasedAt: '2026-01-12T10:00:00Z', wanted: units({ MUG: 1 }) },
    ])

    expect(missing.get('held')).toEqual(units({ BOWL: 1 }))
    expect(missing.get('later')).toEqual(units({ MUG: 1 }))
  })

  it('misses all of a SKU the shelf does not know, or that is oversold already', () => {
    const missing = missingUnits(units({ OVERSOLD: -2 }), [
      { key: 'one', purchasedAt: '2026-01-11T10:00:00Z', wanted: units({ UNKNOWN: 2, OVERSOLD: 1 }) },
    ])

    expect(missing.get('one')).toEqual(units({ UNKNOWN: 2, OVERSOLD: 1 }))
  })

  it('gives out exactly what is there and asked for', () => {
    const claims = fc.array(fc.record({ day: fc.integer({ min: 1, max: 28 }), wanted: fc.nat(9) }), { maxLength: 12 })
    fc.assert(
      fc.property(fc.nat(40), claims, (available, some) => {
        const asked = some.map(({ day, wanted }, key) => ({
          key,
          purchasedAt: `2026-01-${String(day).padStart(2, '0')}T00:00:00Z`,
          wanted: units({ MUG: wanted }),
        }))

        const missing = [...missingUnits(units({ MUG: available }), asked).values()].map((sku) => sku.get('MUG') ?? 0)

        const wanted = some.reduce((sum, claim) => sum + claim.wanted, 0)
        expect(wanted - missing.reduce((sum, short) => sum + short, 0)).toBe(Math.min(wanted, available))
      }),
    )
  })
})

describe('stockChanges', () => {
  it('tells what differs from the last word and nothing else, sold-out SKUs first', () => {
    const offered = units({ A: 3, B: 0, C: 5, D: 1, E: 0, F: 0 })
    const lastTold = units({ A: 3, B: 2, C: 4, E: 1, F: 0, GONE: 7 })

    const changes = stockChanges(offered, lastTold)

    expect(changes).toEqual([
      { sku: 'B', quantity: 0, was: 2 },
      { sku: 'E', quantity: 0, was: 1 },
      { sku: 'C', quantity: 5, was: 4 },
      { sku: 'D', quantity: 1, was: null },
    ])
  })
})
