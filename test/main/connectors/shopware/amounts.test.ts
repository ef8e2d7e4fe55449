import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cartPrice, euros, priceOf, spread } from '../../../../src/main/connectors/shopware/amounts.ts'
import { vatInside } from '../../../../src/main/domain/vat.ts'

const cents = (amount: number): number => Math.round(amount * 100)
const sum = (amounts: readonly number[]): number => amounts.reduce((total, one) => total + one, 0)
const isCents = (amount: number): boolean => Number(amount.toFixed(2)) === amount

const rate = fc.constantFrom(20, 10, 5.5, 2.1, 19, 7, 21, 25.5, 0)
const line = fc.record({
  unitCents: fc.integer({ min: 0, max: 500_000 }),
  quantity: fc.integer({ min: 1, max: 50 }),
  percent: rate,
})
const cart = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 8 }),
  shippingCents: fc.integer({ min: 0, max: 9_999 }),
})

/** A cart as an order stores it. */
const stored = ({ lines, shippingCents }: typeof cart extends fc.Arbitrary<infer C> ? C : never, isTaxed = true) => {
  const parts = lines.map(({ unitCents, quantity, percent }) => ({ percent, cents: unitCents * quantity }))
  const prices = lines.map(({ unitCents, quantity }, at) =>
    priceOf(unitCents, quantity, isTaxed ? parts.slice(at, at + 1) : []),
  )
  const shipping = priceOf(shippingCents, 1, isTaxed ? spread(shippingCents, parts) : [])
  const goodsCents = sum(parts.map((part) => part.cents))
  return {
    prices,
    shipping,
    goodsCents,
    price: cartPrice([...prices, shipping], goodsCents, goodsCents + shippingCents, isTaxed),
  }
}

describe('the amounts of an order', () => {
  it('agree with each other to the cent, whatever is in it', () => {
    fc.assert(
      fc.property(cart, (given) => {
        const { prices, shipping, goodsCents, price } = stored(given)
        const all = [...prices, shipping]

        expect(cents(price.positionPrice)).toBe(sum(prices.map(({ totalPrice }) => cents(totalPrice))))
        expect(cents(price.totalPrice)).toBe(goodsCents + given.shippingCents)
        expect(price.rawTotal).toBe(price.totalPrice)
        const vat = sum(price.calculatedTaxes.map(({ tax }) => cents(tax)))
        expect(vat).toBe(sum(all.flatMap(({ calculatedTaxes }) => calculatedTaxes.map(({ tax }) => cents(tax)))))
        expect(cents(price.netPrice) + vat).toBe(cents(price.totalPrice))
        expect(sum(price.calculatedTaxes.map((one) => cents(one.price)))).toBe(cents(price.totalPrice))
        expect(new Set(price.calculatedTaxes.map(({ taxRate }) => taxRate)).size).toBe(price.calculatedTaxes.length)
      }),
    )
  })

  it('hold in each price the VAT of its rates and nothing else, in whole cents', () => {
    fc.assert(
      fc.property(cart, (given) => {
        const { prices, shipping, price } = stored(given)

        for (const one of [...prices, shipping]) {
          expect(sum(one.calculatedTaxes.map((tax) => cents(tax.price)))).toBe(cents(one.totalPrice))
          for (const { tax, taxRate, price: gross } of one.calculatedTaxes)
            expect(cents(tax)).toBe(vatInside(cents(gross), taxRate))
          expect(sum(one.taxRules.map(({ percentage }) => cents(percentage)))).toBe(10_000)
          expect(cents(one.unitPrice) * one.quantity).toBe(cents(one.totalPrice))
        }
        const amounts = JSON.stringify([prices, shipping, price]).match(/-?\d+(\.\d+)?(e[-+]?\d+)?/g) ?? []
        expect(amounts.map(Number).filter((amount) => !isCents(amount))).toEqual([])
      }),
    )
  })

  it('bear no VAT where none is charged', () => {
    fc.assert(
      fc.property(cart, (given) => {
        const { price, shipping } = stored(given, false)

        expect(price).toMatchObject({ taxStatus: 'tax-free', calculatedTaxes: [], taxRules: [] })
        expect(price.netPrice).toBe(price.totalPrice)
        expect(shipping.calculatedTaxes).toEqual([])
      }),
    )
  })

  it('are those of the worked example', () => {
    const { price, prices, shipping } = stored({
      lines: [{ unitCents: 1200, quantity: 2, percent: 20 }],
      shippingCents: 490,
    })

    expect(price).toEqual({
      ...{ netPrice: 24.08, totalPrice: 28.9, positionPrice: 24, rawTotal: 28.9, taxStatus: 'gross' },
      calculatedTaxes: [{ tax: 4.82, taxRate: 20, price: 28.9 }],
      taxRules: [{ taxRate: 20, percentage: 100 }],
    })
    expect(prices[0]?.calculatedTaxes).toEqual([{ tax: 4, taxRate: 20, price: 24 }])
    expect(shipping.calculatedTaxes).toEqual([{ tax: 0.82, taxRate: 20, price: 4.9 }])
  })

  it('are spread over rates without a cent lost or made', () => {
    expect(
      spread(1, [
        { percent: 20, cents: 500 },
        { percent: 10, cents: 500 },
      ]),
    ).toEqual([
      { percent: 20, cents: 1 },
      { percent: 10, cents: 0 },
    ])
    expect(spread(490, [{ percent: 20, cents: 0 }])).toEqual([{ percent: 20, cents: 490 }])
    expect(spread(490, [])).toEqual([])
    expect(euros(2890)).toBe(28.9)
  })
})
