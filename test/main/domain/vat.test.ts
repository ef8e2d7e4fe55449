import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { netAmount, STANDARD_VAT, vatInside } from '../../../src/main/domain/vat.ts'

describe('an amount without its VAT', () => {
  it.each([
    [1200, 20, 2, '10.00'],
    [999, 20, 6, '8.325000'],
    [1300, 20, 6, '10.833333'],
    [1999, 20, 6, '16.658333'],
    [1055, 5.5, 2, '10.00'],
    [1290, 0, 6, '12.900000'],
    [1, 20, 2, '0.01'],
    [0, 20, 6, '0.000000'],
    [-120, 20, 2, '-1.00'],
    [1250, 25, 0, '10'],
  ])('%i cents at %f %% with %i digits are %s', (cents, percent, digits, text) => {
    expect(netAmount(cents, percent, digits)).toBe(text)
  })

  it('comes back to the cent when the VAT is put on again, at every rate we know', () => {
    const rates = [...new Set(Object.values(STANDARD_VAT)), 0, 2.1, 5.5, 10]
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.constantFrom(...rates), (cents, percent) => {
        expect(Math.round(Number(netAmount(cents, percent, 6)) * (100 + percent))).toBe(cents)
      }),
    )
  })
})

describe('the VAT in an amount', () => {
  it.each([
    [1200, 20, 200],
    [1055, 5.5, 55],
    [1290, 19, 206],
    [500, 0, 0],
  ])('of %i cents at %f %% is %i', (cents, percent, vat) => {
    expect(vatInside(cents, percent)).toBe(vat)
  })
})
