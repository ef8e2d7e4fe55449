import { vatInside } from '../../domain/vat.ts'
import type { PlacedLine } from '../sockets/back-office.ts'
import type { FoundArticle } from './articles.ts'
import { addTax, formatMicros, type Micros, netUnit, toCents } from './rounding.ts'

/** A line of a cart: there is one for each article, at one price. */
export interface CartLine {
  readonly article: FoundArticle
  readonly quantity: number
  /** All its units, VAT included. */
  readonly grossCents: number
  /** VAT in percent. */
  readonly percent: number
  /** One unit without VAT. */
  readonly net: Micros
}

/** Lines of one article become one: two prices become their mean, so that their sum stays what it is. */
export const toCartLines = (
  lines: readonly PlacedLine[],
  articleOf: (sku: string) => FoundArticle,
  percentOf: (article: FoundArticle) => number,
): readonly CartLine[] =>
  Array.from(
    Map.groupBy(lines, ({ sku }) => sku),
    ([sku, its]) => {
      const article = articleOf(sku)
      const quantity = its.reduce((sum, line) => sum + line.quantity, 0)
      const grossCents = its.reduce((sum, line) => sum + line.quantity * line.priceCents, 0)
      const percent = percentOf(article)
      return { article, quantity, grossCents, percent, net: netUnit(grossCents, quantity, percent) }
    },
  )

export const netPrice = ({ net }: CartLine): string => formatMicros(net)

/**
 * What the shop will make of the cart (prestashop.md 2.1 (3): a cent's difference is a payment error). `roundType` is `PS_ROUND_TYPE`: 1 each
 * unit, 2 each line, 3 the sum.
 */
export const cartCents = (
  lines: readonly CartLine[],
  { roundType, roundMode }: { readonly roundType: number; readonly roundMode: number },
): number => {
  const exact = lines.map(({ net, percent, quantity }) => ({ unit: addTax(net, percent), quantity: BigInt(quantity) }))
  if (roundType === 3)
    return toCents(
      exact.reduce((sum, { unit, quantity }) => sum + unit * quantity, 0n),
      roundMode,
    )
  return exact.reduce(
    (sum, { unit, quantity }) =>
      sum + (roundType === 1 ? toCents(unit, roundMode) * Number(quantity) : toCents(unit * quantity, roundMode)),
    0,
  )
}

/** The amounts an order must end up with, in cents. */
export interface Amounts {
  readonly goods: number
  readonly goodsNet: number
  readonly shipping: number
  readonly shippingNet: number
  /** VAT on shipping, in percent. */
  readonly shippingPercent: number
  readonly total: number
}

export const toAmounts = (lines: readonly CartLine[], shipping: number, shippingPercent: number): Amounts => {
  const goods = lines.reduce((sum, { grossCents }) => sum + grossCents, 0)
  const vat = lines.reduce((sum, { grossCents, percent }) => sum + vatInside(grossCents, percent), 0)
  return {
    ...{ goods, goodsNet: goods - vat },
    ...{ shipping, shippingNet: shipping - vatInside(shipping, shippingPercent), shippingPercent },
    total: goods + shipping,
  }
}
