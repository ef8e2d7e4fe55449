import { parseCents } from '../../domain/money.ts'
import type { Decimal } from './formats.ts'
import { type Item, type Source, unreadable } from './item.ts'

/** Units as a whole number (`5`, `5.000`); below nought is nought: more was sold than there is. */
export const unitsOf = (text: string, item: Item, source: Source): number => {
  const [, sign, digits] = /^([-+]?)(\d{1,9})(?:[.,]0*)?$/.exec(text) ?? []
  if (digits === undefined) throw unreadable(source, `${item.place}: the quantity is no whole number`)
  return sign === '-' ? 0 : Number(digits)
}

export const centsOf = (text: string, decimal: Decimal, item: Item, source: Source): number => {
  const cents = parseCents(decimal === ',' ? text.replace(',', '.') : text)
  if (cents === null) throw unreadable(source, `${item.place}: the total is no amount`)
  return cents
}
