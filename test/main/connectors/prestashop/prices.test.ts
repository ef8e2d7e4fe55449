import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CartLine,
  cartCents,
  netPrice,
  toAmounts,
  toCartLines,
} from '../../../../src/main/connectors/prestashop/prices.ts'
import { aPlacedLine } from '../../../helpers/an-order-to-place.ts'

const article = (sku: string) => ({ productId: sku.length, combinationId: 0, sku, title: sku, taxRulesGroup: 1 })
const linesOf = (percent: number, ...lines: readonly ReturnType<typeof aPlacedLine>[]): readonly CartLine[] =>
  toCartLines(lines, article, () => percent)
const BY_LINE = { roundType: 2, roundMode: 2 }

describe('the price of a cart', () => {
  it('is what the specification saw: 3 × 9.99 and 19.99 at 20 %', () => {
    const lines = linesOf(
      20,
      aPlacedLine({ quantity: 3, priceCents: 999 }),
      aPlacedLine({ sku: 'MUG-RED', priceCents: 1999 }),
    )

    expect(lines.map(netPrice)).toEqual(['8.325000', '16.658333'])
    expect(cartCents(lines, BY_LINE)).toBe(4996)
  })

  it('is the mean of two prices of one article, which keeps their sum', () => {
    const [line, other] = linesOf(20, aPlacedLine({ priceCents: 1290 }), aPlacedLine({ priceCents: 1099 }))

    expect(other).toBeUndefined()
    expect(line && [line.quantity, line.grossCents, netPrice(line)]).toEqual([2, 2389, '9.954167'])
  })

  it.each([
    [1, 2390],
    [2, 2389],
    [3, 2389],
  ])('is rounded as PS_ROUND_TYPE %i says', (roundType, cents) => {
    const lines = linesOf(20, aPlacedLine({ priceCents: 1290 }), aPlacedLine({ priceCents: 1099 }))

    expect(cartCents(lines, { roundType, roundMode: 2 })).toBe(cents)
  })

  it('comes back to the cent from the net of six decimals, at every price, quantity and usual rate', () => {
    const prices = fc.integer({ min: 1, max: 1_000_000 })
    const rates = fc.constantFrom(0, 2.1, 5.5, 10, 19, 20, 21, 25.5, 27)
    fc.assert(
      fc.property(prices, fc.integer({ min: 1, max: 50 }), rates, (priceCents, quantity, percent) => {
        const lines = linesOf(percent, aPlacedLine({ priceCents, quantity }))
        for (const roundType of [1, 2, 3])
          expect(cartCents(lines, { roundType, roundMode: 2 })).toBe(priceCents * quantity)
      }),
    )
  })
})

describe('the amounts of an order', () => {
  it('hold the tax of each line and of the shipping', () => {
    const lines = linesOf(5.5, aPlacedLine({ quantity: 3, priceCents: 999 }))

    expect(toAmounts(lines, 399, 20)).toEqual({
      ...{ goods: 2997, goodsNet: 2841, shipping: 399, shippingNet: 332, shippingPercent: 20, total: 3396 },
    })
  })
})
