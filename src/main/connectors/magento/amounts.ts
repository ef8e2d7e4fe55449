import { netAmount } from '../../domain/vat.ts'

/** A row of an order in money (2.3, 7.11): gross amounts are the marketplace's, to the cent. */
export interface RowAmounts {
  readonly percent: number
  /** Per unit without VAT, in euros with four decimals. */
  readonly price: number
  readonly priceInclTaxCents: number
  readonly totalCents: number
  readonly totalInclTaxCents: number
  readonly taxCents: number
}

/** The row is reckoned from the rounded unit price, as the shop does; whatever is left of the gross amount is the tax. */
export const rowAmounts = (priceCents: number, quantity: number, percent: number): RowAmounts => {
  const price = netAmount(priceCents, percent, PRICE_DIGITS)
  const totalInclTaxCents = priceCents * quantity
  // In ten-thousandths: a multiplication of decimals would bring errors of its own.
  const totalCents = Math.round((Number(price.replace('.', '')) * quantity) / 100)
  return {
    percent,
    price: Number(price),
    priceInclTaxCents: priceCents,
    totalCents,
    totalInclTaxCents,
    taxCents: totalInclTaxCents - totalCents,
  }
}

const PRICE_DIGITS = 4

/** Cents as euros. */
export const euros = (cents: number): number => Number((cents / 100).toFixed(2))

/** `subtotal` and `base_subtotal`: every amount is wanted twice, in the order's currency and in the shop's (2.3). */
export const twice = (amounts: Readonly<Record<string, number>>): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(amounts).flatMap(([name, amount]) => [
      [name, amount],
      [`base_${name}`, amount],
    ]),
  )
