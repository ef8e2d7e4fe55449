import { describe, expect, it } from 'vitest'
import { rowAmounts, twice } from '../../../../src/main/connectors/magento/amounts.ts'
import { vatInside } from '../../../../src/main/domain/vat.ts'

describe('a row in money', () => {
  it.each([
    [1290, 1, 20, 10.75, 1075, 215],
    [333, 3, 20, 2.775, 833, 166],
    [107, 7, 20, 0.8917, 624, 125],
    [1, 1, 20, 0.0083, 1, 0],
    [999, 2, 5.5, 9.4692, 1894, 104],
    [1500, 2, 0, 15, 3000, 0],
    [0, 1, 20, 0, 0, 0],
  ])('of %i cents, %i times, at %d %%', (cents, quantity, percent, price, totalCents, taxCents) => {
    expect(rowAmounts(cents, quantity, percent)).toEqual({
      ...{ percent, price, priceInclTaxCents: cents, totalCents, taxCents },
      totalInclTaxCents: cents * quantity,
    })
  })

  it('is what the marketplace says to the cent, and has the VAT of it within a cent, for any price and quantity', () => {
    for (let cents = 1; cents < 3000; cents += 7)
      for (const quantity of [1, 2, 3, 7, 40])
        for (const percent of [0, 2.1, 5.5, 10, 20, 25.5]) {
          const { totalCents, taxCents, totalInclTaxCents } = rowAmounts(cents, quantity, percent)
          expect(totalCents + taxCents).toBe(cents * quantity)
          expect(Math.abs(taxCents - vatInside(totalInclTaxCents, percent))).toBeLessThanOrEqual(1)
        }
  })
})

it('says every amount twice', () => {
  expect(twice({ subtotal: 1 })).toEqual({ subtotal: 1, base_subtotal: 1 })
})
