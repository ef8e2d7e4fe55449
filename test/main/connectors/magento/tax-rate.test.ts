import { describe, expect, it } from 'vitest'
import type { TaxRate, TaxRule } from '../../../../src/main/connectors/magento/schemas.ts'
import { type TaxTables, taxPercent } from '../../../../src/main/connectors/magento/tax-rate.ts'

const rate = (id: number, percent: number, facts: Partial<TaxRate> = {}): TaxRate => ({
  ...{ id, rate: percent, tax_country_id: 'FR', tax_region_id: 0, tax_postcode: '*' },
  ...{ zip_is_range: null, zip_from: null, zip_to: null },
  ...facts,
})

const rule = (rates: readonly number[], facts: Partial<TaxRule> = {}): TaxRule => ({
  ...{ id: 1, priority: 0, position: 0, product_tax_class_ids: [2], tax_rate_ids: [...rates] },
  ...facts,
})

const LILLE = { countryCode: 'FR', postcode: '59800' }

describe('the VAT on a product', () => {
  it.each<readonly [string, TaxTables | null, number | null, typeof LILLE, number]>([
    ['the rate of its class', { rules: [rule([1])], rates: [rate(1, 20)] }, 2, LILLE, 20],
    ['nothing in the class "None"', { rules: [rule([1])], rates: [rate(1, 20)] }, 0, LILLE, 0],
    [
      'nothing where the country is taxed, but not its class',
      { rules: [rule([1])], rates: [rate(1, 20)] },
      7,
      LILLE,
      0,
    ],
    ['the standard rate without a class', { rules: [rule([1])], rates: [rate(1, 10)] }, null, LILLE, 20],
    ['the standard rate where the tables are closed', null, 2, { ...LILLE, countryCode: 'DE' }, 19],
    [
      'the standard rate of a country the tables do not know',
      { rules: [], rates: [rate(1, 20)] },
      2,
      { ...LILLE, countryCode: 'ES' },
      21,
    ],
    ['nothing outside Europe', { rules: [rule([1])], rates: [rate(1, 20)] }, 2, { ...LILLE, countryCode: 'CH' }, 0],
    [
      'the rate of the narrower postcodes',
      { rules: [rule([1, 2])], rates: [rate(1, 20), rate(2, 8.5, { tax_postcode: '598*' })] },
      2,
      LILLE,
      8.5,
    ],
    [
      'not the rate of other postcodes',
      { rules: [rule([2, 1])], rates: [rate(1, 20), rate(2, 0, { tax_postcode: '97*' })] },
      2,
      LILLE,
      20,
    ],
    [
      'the rate of a range of postcodes',
      { rules: [rule([1, 2])], rates: [rate(1, 20), rate(2, 7, { zip_is_range: 1, zip_from: 59000, zip_to: 59999 })] },
      2,
      LILLE,
      7,
    ],
    [
      'no rate of a region, which is not known',
      { rules: [rule([1, 2])], rates: [rate(1, 20), rate(2, 3, { tax_region_id: 12 })] },
      2,
      LILLE,
      20,
    ],
    [
      'the rule that comes first',
      { rules: [rule([2], { priority: 1 }), rule([1])], rates: [rate(1, 20), rate(2, 3)] },
      2,
      LILLE,
      20,
    ],
  ])('is %s', (_, tables, taxClass, to, percent) => {
    expect(taxPercent(tables, taxClass, to)).toBe(percent)
  })
})
