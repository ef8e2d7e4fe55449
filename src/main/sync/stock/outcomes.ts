import type { StockRow } from '../../db/stock-repository.ts'
import { lastTaken } from './judge-row.ts'

/** Rakuten has the quantity it was told; a newer one may wait already. */
export const asTaken = (row: StockRow, quantity: number): StockRow => {
  if (row.offered !== quantity) {
    const message = `Rakuten took ${quantity}; ${row.offered} follows with the next file.`
    return { ...row, state: 'superseded', message }
  }
  return { ...row, state: 'sent', message: row.goneSince === null ? '' : row.message }
}

/** Rakuten still holds what it took before. A newer quantity that waits already is not held back by the refusal of the older one. */
export const asRefused = (row: StockRow, quantity: number, text: string): StockRow => {
  const refused = { ...row, lastSent: lastTaken(row) }
  if (row.offered === quantity) return { ...refused, state: 'error', message: text }
  return { ...refused, state: 'pending', message: `Rakuten refused ${quantity}: ${text}` }
}

/** What the inventory, read since, says of a quantity whose report cannot be had: it arrived, or it differs again and travels. */
export const asShown = (row: StockRow): StockRow => {
  if (isShown(row)) return asTaken(row, row.rakutenQuantity)
  const message = 'Rakuten does not show what it was told: it is told again.'
  return { ...row, lastSent: lastTaken(row), state: 'pending', message }
}

/** The inventory shows the quantity that was told last. */
export const isShown = ({ unlimited, rakutenQuantity, lastSent }: StockRow): boolean =>
  !unlimited && rakutenQuantity === lastSent
