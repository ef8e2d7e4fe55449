import { sumCents } from '../../domain/money.ts'
import { vatInside } from '../../domain/vat.ts'

/** A part of an amount under one rate of VAT; gross, in cents. */
export interface TaxedPart {
  readonly percent: number
  readonly cents: number
}

/** Cents as euros, without the noise of floats (shopware.md 7.3). */
export const euros = (cents: number): number => Number((cents / 100).toFixed(2))

/**
 * A price as an order stores it; nothing in it is ever reckoned there (2.3). No parts: no VAT is charged.
 * @param unitCents gross, as everything is here
 */
export const priceOf = (unitCents: number, quantity: number, parts: readonly TaxedPart[]) => ({
  unitPrice: euros(unitCents),
  totalPrice: euros(unitCents * quantity),
  quantity,
  calculatedTaxes: parts.map(({ percent, cents }) => ({
    tax: euros(vatInside(cents, percent)),
    taxRate: percent,
    price: euros(cents),
  })),
  taxRules: shares(parts).map(({ percent, share }) => ({ taxRate: percent, percentage: share })),
})

export type Price = ReturnType<typeof priceOf>

/** The whole order: what its prices hold, added up, so that every cent of VAT in it is one of theirs. */
export const cartPrice = (prices: readonly Price[], goodsCents: number, totalCents: number, isTaxed: boolean) => {
  const taxes = prices.flatMap(({ calculatedTaxes }) => calculatedTaxes)
  const calculatedTaxes = [...Map.groupBy(taxes, ({ taxRate }) => taxRate)].map(([taxRate, its]) => ({
    tax: sumEuros(its.map(({ tax }) => tax)),
    taxRate,
    price: sumEuros(its.map(({ price }) => price)),
  }))
  const vatCents = sumCents(calculatedTaxes.map(({ tax }) => toCents(tax)))
  return {
    netPrice: euros(totalCents - vatCents),
    totalPrice: euros(totalCents),
    positionPrice: euros(goodsCents),
    rawTotal: euros(totalCents),
    taxStatus: isTaxed ? 'gross' : 'tax-free',
    calculatedTaxes,
    taxRules: calculatedTaxes.map(({ taxRate }) => ({ taxRate, percentage: 100 })),
  }
}

const toCents = (amount: number): number => Math.round(amount * 100)
const sumEuros = (amounts: readonly number[]): number => euros(sumCents(amounts.map(toCents)))

/** An amount spread over rates as the goods are, each part a whole number of cents, all of them together the amount. */
export const spread = (cents: number, goods: readonly TaxedPart[]): readonly TaxedPart[] => {
  const byRate = [...Map.groupBy(goods, ({ percent }) => percent)].map(([percent, parts]) => ({
    percent,
    cents: sumCents(parts.map((part) => part.cents)),
  }))
  const whole = sumCents(byRate.map((part) => part.cents))
  const [first] = byRate
  if (first === undefined) return []
  if (whole === 0) return [{ percent: first.percent, cents }]
  let before = 0
  return byRate
    .filter((part) => part.cents > 0)
    .map((part) => {
      const from = Math.round((cents * before) / whole)
      before += part.cents
      return { percent: part.percent, cents: Math.round((cents * before) / whole) - from }
    })
}

/** Percent of the whole that is under each rate, with two decimals, 100 together. */
const shares = (parts: readonly TaxedPart[]): readonly { readonly percent: number; readonly share: number }[] => {
  if (parts.length === 1) return parts.map(({ percent }) => ({ percent, share: 100 }))
  return spread(10_000, parts).map(({ percent, cents }) => ({ percent, share: cents / 100 }))
}
