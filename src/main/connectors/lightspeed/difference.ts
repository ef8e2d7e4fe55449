import { formatCents } from '../../domain/money.ts'
import type { LineToCheck, OrderDifference } from '../sockets/back-office.ts'
import type { Variant } from './schemas.ts'

export interface CheckedLine extends LineToCheck {
  readonly variant: Pick<Variant, 'priceIncl' | 'stockBuyMinimum' | 'stockBuyMaximum'>
}

/**
 * What the shop would make of an order that is not what was sold: its own prices (lightspeed.md 2.3), and numbers of units that it does not
 * sell (7, 6), which would keep the order out altogether. Shipping and discounts are reckoned when the order is entered, and told then.
 */
export const differenceOf = (lines: readonly CheckedLine[], holds: boolean): OrderDifference | null => {
  const numbers = lines.flatMap((line) => numberRule(line) ?? [])
  const sentences = [...numbers, ...lines.flatMap((line) => otherPrice(line) ?? [])]
  if (sentences.length === 0) return null
  return { message: sentences.join(' '), needsWord: holds || numbers.length > 0 }
}

const otherPrice = ({ sku, quantity, paidCents, variant: { priceIncl } }: CheckedLine): string | null => {
  if (paidCents === undefined || priceIncl === null || priceIncl * quantity === paidCents) return null
  const [there, paid] = [formatCents(priceIncl * quantity), formatCents(paidCents)]
  return `SKU ${sku} costs ${there} EUR there for ${quantity === 1 ? 'one unit' : `${quantity} units`}, and the buyer paid ${paid} EUR.`
}

const numberRule = ({ sku, quantity, variant }: CheckedLine): string | null => {
  const { stockBuyMinimum: least, stockBuyMaximum: most } = variant
  if (least !== null && quantity < least)
    return `SKU ${sku} is sold there from ${least} units on, and the buyer wants ${quantity}: the order could not be entered.`
  return most !== null && quantity > most
    ? `SKU ${sku} is sold there up to ${most} units, and the buyer wants ${quantity}: the order could not be entered.`
    : null
}
