import { describe, expect, it } from 'vitest'
import { percentAt, shippingPercentAt, type TaxRate } from '../../../../src/main/connectors/woocommerce/tax-rates.ts'

const rate = (facts: Partial<TaxRate>): TaxRate => ({
  ...{ id: 1, country: 'FR', state: '', postcodes: [], cities: [], percent: 20, priority: 1, isCompound: false },
  ...{ onShipping: true, order: 0, taxClass: 'standard' },
  ...facts,
})
const at = (facts = {}) => ({ country: 'FR', state: '', postcode: '59800', city: 'Lille', ...facts })

describe('the VAT a shop adds', () => {
  it('is that of the country and the class', () => {
    const rates = [rate({}), rate({ percent: 5.5, taxClass: 'reduced-rate' }), rate({ country: 'DE', percent: 19 })]

    expect(percentAt(rates, at(), 'standard')).toBe(20)
    expect(percentAt(rates, at(), 'reduced-rate')).toBe(5.5)
    expect(percentAt(rates, at({ country: 'DE' }), 'standard')).toBe(19)
    expect(percentAt(rates, at({ country: 'CH' }), 'standard')).toBe(0)
  })

  it.each([
    ['97410', 8.5],
    ['97 400', 8.5],
    ['20-000', 13],
    ['20190', 13],
    ['20200', 20],
    ['59800', 20],
    ['CH-1201', 20],
  ])('is that of the postcode, where one says more than the country: %s', (postcode, percent) => {
    const rates = [
      rate({ id: 1 }),
      rate({ id: 2, percent: 8.5, postcodes: ['974*'] }),
      rate({ id: 3, percent: 13, postcodes: ['20000...20190'] }),
    ]

    expect(percentAt(rates, at({ postcode }), 'standard')).toBe(percent)
  })

  it('is the first of a priority, and one of every priority', () => {
    const rates = [
      rate({ id: 2, percent: 7, order: 2 }),
      rate({ id: 1, order: 1 }),
      rate({ id: 3, percent: 1, priority: 2 }),
    ]

    expect(percentAt(rates, at(), 'standard')).toBe(21)
  })

  it('lies on top of the others where it is compound', () => {
    expect(
      percentAt([rate({}), rate({ id: 2, percent: 10, priority: 2, isCompound: true })], at(), 'standard'),
    ).toBeCloseTo(32)
  })

  it('knows states, cities and the rate of every country', () => {
    const rates = [
      rate({ country: '', percent: 3 }),
      rate({ country: 'ES', state: 'GC', percent: 7 }),
      rate({ cities: ['LILLE'], percent: 1 }),
    ]

    expect(percentAt(rates, at({ country: 'ES', state: 'gc' }), 'standard')).toBe(7)
    expect(percentAt(rates, at({ country: 'ES' }), 'standard')).toBe(3)
    expect(percentAt(rates, at(), 'standard')).toBe(1)
  })

  it('is on shipping only where the closest rate is', () => {
    const rates = [rate({ onShipping: false, postcodes: ['59800'] }), rate({ id: 2 })]

    expect(shippingPercentAt(rates, at(), 'standard')).toBe(0)
    expect(shippingPercentAt(rates, at({ postcode: '75001' }), 'standard')).toBe(20)
  })
})
