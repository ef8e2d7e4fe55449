import { describe, expect, it } from 'vitest'
import { differenceOf } from '../../../../src/main/connectors/lightspeed/difference.ts'

const variant = { priceIncl: 1290, stockBuyMinimum: 1, stockBuyMaximum: 10_000 }
const line = { sku: 'MUG', quantity: 2, paidCents: 2580, variant }

describe('what the shop would make of an order', () => {
  it('is what was sold, or not known, where nothing is said', () => {
    expect(differenceOf([line], true)).toBeNull()
    expect(differenceOf([{ sku: 'MUG', quantity: 2, variant }], true)).toBeNull()
    expect(differenceOf([{ ...line, variant: { ...variant, priceIncl: null } }], true)).toBeNull()
  })

  it('names every product whose price is another, also where the sums agree', () => {
    const dearer = { ...line, paidCents: 2480 }
    const cheaper = { ...line, sku: 'CUP', quantity: 1, paidCents: 1390 }

    expect(differenceOf([dearer, cheaper], false)).toEqual({
      message:
        'SKU MUG costs 25.80 EUR there for 2 units, and the buyer paid 24.80 EUR. SKU CUP costs 12.90 EUR there for one unit, and the buyer paid 13.90 EUR.',
      needsWord: false,
    })
  })

  it('needs a word where the seller wants one', () => {
    expect(differenceOf([{ ...line, paidCents: 1 }], true)?.needsWord).toBe(true)
  })

  it.each([
    [{ ...variant, stockBuyMinimum: 3 }, 'from 3 units on'],
    [{ ...variant, stockBuyMaximum: 1 }, 'up to 1 units'],
  ])('needs a word in any case where the shop would not take the number of units', (limited, words) => {
    const difference = differenceOf([{ ...line, variant: limited }], false)

    expect(difference).toMatchObject({ needsWord: true, message: expect.stringContaining(words) })
  })
})
