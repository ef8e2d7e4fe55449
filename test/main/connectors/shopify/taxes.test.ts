import { describe, expect, it } from 'vitest'
import { rateOf, taxLines } from '../../../../src/main/connectors/shopify/taxes.ts'

const WORDS = ['TVA', 'VAT']

describe('the VAT rate of a product', () => {
  it.each([
    [[], 'FR', 20],
    [['mugs'], 'DE', 19],
    [['TVA 5.5'], 'FR', 5.5],
    [['TVA 5,5 %'], 'FR', 5.5],
    [['tva:10%'], 'FR', 10],
    [['vat: 2.1'], 'FR', 2.1],
    [['TVA 0'], 'FR', 0],
    [['TVA 5.5'], 'MC', 5.5],
    [['TVA 5.5'], 'DE', 19],
    [['TVA 5.5', 'TVA DE 7'], 'DE', 7],
    [['TVA 5.5', 'TVA DE 7'], 'FR', 5.5],
    [['TVA DE 7'], 'FR', 20],
    [['TVA 5.5'], 'CH', 0],
    [['TVA CH 8.1'], 'CH', 0],
    [['TVAX 5.5', 'TVA', 'TVA reduced', 'TVA 5.5.5', 'TVA 550'], 'FR', 20],
  ])('with the tags %j, going to %s, is %d %%', (tags, country, percent) => {
    expect(rateOf(tags, WORDS, country)).toBe(percent)
  })

  it('heeds no word that the seller did not choose', () => {
    expect(rateOf(['TVA 5.5', 'IVA 10'], ['IVA'], 'FR')).toBe(10)
    expect(rateOf(['TVA 5.5'], [], 'FR')).toBe(20)
  })
})

describe('tax lines', () => {
  it('hold the tax of the whole line, and its rate as an exact decimal', () => {
    expect(taxLines(23847, 5.5, 'EUR')).toEqual({
      taxLines: [
        { title: 'TVA 5.5%', rate: '0.055', priceSet: { shopMoney: { amount: '12.43', currencyCode: 'EUR' } } },
      ],
    })
    expect(taxLines(100, 25.5, 'EUR').taxLines?.[0]?.rate).toBe('0.255')
  })

  it('are none where there is no tax', () => {
    expect(taxLines(1000, 0, 'EUR')).toEqual({})
  })
})
