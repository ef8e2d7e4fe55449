import { describe, expect, it } from 'vitest'
import { isTaxFree, taxPercent } from '../../../../src/main/connectors/shopware/tax-rate.ts'

const NOW = Date.parse('2026-01-12T09:00:00Z')
const FR = { countryId: 'fr', postcode: '59800' }
const rule = (taxRate: number, more: object = {}) => ({
  ...{ countryId: 'fr', taxRate, activeFrom: null, data: null, type: { technicalName: 'entire_country' } },
  ...more,
})
const tax = (...rules: ReturnType<typeof rule>[]) => ({ id: 't', taxRate: 20, rules })
const zip = (taxRate: number, zipCode: string) =>
  rule(taxRate, { type: { technicalName: 'zip_code' }, data: { zipCode } })
const range = (taxRate: number, fromZipCode: string, toZipCode: string) =>
  rule(taxRate, { type: { technicalName: 'zip_code_range' }, data: { fromZipCode, toZipCode } })

describe('the VAT of a product in Shopware', () => {
  it.each([
    ['its own rate where no rule is for the country', tax(rule(21, { countryId: 'es' })), 20],
    ['its own rate where it has no rules', { id: 't', taxRate: 5.5, rules: null }, 5.5],
    ['that of the country', tax(rule(21, { countryId: 'es' }), rule(8.5)), 8.5],
    ['that of the postcode before that of the country', tax(rule(8.5), zip(2.1, '59800')), 2.1],
    ['that of a range of postcodes before that of the country', tax(rule(8.5), range(3, '59000', '59999')), 3],
    ['not that of another postcode', tax(rule(8.5), zip(2.1, '75001'), range(3, '60000', '69999')), 8.5],
    ['not that of a state, which nobody knows', tax(rule(3, { type: { technicalName: 'individual_states' } })), 20],
    ['not one that is still to come', tax(rule(22, { activeFrom: '2026-02-01T00:00:00.000+00:00' })), 20],
    [
      'the latest that has come',
      tax(
        rule(22, { activeFrom: '2025-01-01T00:00:00.000+00:00' }),
        rule(23, { activeFrom: '2026-01-01T00:00:00.000+00:00' }),
        rule(21),
      ),
      23,
    ],
  ])('is %s', (_, given, percent) => {
    expect(taxPercent(given, FR, NOW)).toBe(percent)
  })
})

describe('a delivery without VAT', () => {
  const rounding = { decimals: 2, interval: 0.01, roundForNet: true }
  const euro = { id: 'eur', factor: 1, itemRounding: rounding, totalRounding: rounding, taxFreeFrom: 0 }
  const country = (customerTax: object | null) => ({ id: 'ch', customerTax: customerTax as never })

  it.each([
    ['to a country that says so', country({ enabled: true, currencyId: 'eur', amount: 0 }), euro, true],
    ['to one that does not', country({ enabled: false, currencyId: 'eur', amount: 0 }), euro, false],
    ['to one that says nothing', country(null), euro, false],
    ['to one that says so as older shops did', { ...country(null), taxFree: true }, euro, true],
    ['from an amount that is reached', country({ enabled: true, currencyId: 'eur', amount: 50 }), euro, true],
    ['from one that is not', country({ enabled: true, currencyId: 'eur', amount: 50.01 }), euro, false],
    ['from one in another currency', country({ enabled: true, currencyId: 'chf', amount: 10 }), euro, false],
    ['in a currency that says so', country(null), { ...euro, taxFreeFrom: 50 }, true],
    ['in a currency that says so from more', country(null), { ...euro, taxFreeFrom: 51 }, false],
  ])('is one %s', (_, to, currency, expected) => {
    expect(isTaxFree(to, currency, 5000)).toBe(expected)
  })
})
