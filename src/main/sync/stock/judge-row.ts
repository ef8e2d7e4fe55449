import type { StockRow } from '../../db/stock-repository.ts'
import { MAX_OFFERED } from '../../domain/stock.ts'

/** What is known of a row beside itself. */
export interface Standing {
  /** A file with its quantity is on its way: the report is still to come. */
  readonly onItsWay: boolean
  /** A file with it left within the last hour. */
  readonly sentLately: boolean
  /** `told`: what Rakuten was last told. `shown`: what its inventory shows, as just read. */
  readonly compareWith: 'told' | 'shown'
}

export interface Judged {
  readonly row: StockRow
  /** What the offered quantity is compared with; null where Rakuten shows no number. */
  readonly told: number | null
  /** It goes with the next file. */
  readonly travels: boolean
}

/** Decides what becomes of one weighed row, given what it was before. */
export const judgeRow = (before: StockRow, weighed: StockRow, standing: Standing): Judged => {
  const told = toldQuantity(weighed, standing)
  if (weighed.offered === null) return { row: weighed, told, travels: false }
  if (weighed.offered === told) return { ...agreeing(before, weighed, standing), told }
  if (rests(before, weighed, standing)) return { row: weighed, told, travels: false }
  const isKnown = weighed.offered === before.offered && WAITING.includes(before.state)
  return { row: isKnown ? weighed : { ...weighed, state: 'pending', message: waits(weighed) }, told, travels: true }
}

/** States in which a quantity may wait for its file. */
const WAITING: readonly StockRow['state'][] = ['pending', 'superseded', 'error']

const waits = ({ goneSince, message }: StockRow): string => (goneSince === null ? 'Waits for the next file.' : message)

/** What the seller chose not to send, and for an hour what Rakuten refused, is not sent again unless it changes. */
const rests = (before: StockRow, { offered }: StockRow, { compareWith, sentLately }: Standing): boolean =>
  compareWith === 'told' &&
  before.offered === offered &&
  (before.state === 'skipped' || (before.state === 'error' && sentLately))

const agreeing = (before: StockRow, row: StockRow, { onItsWay, sentLately }: Standing): Omit<Judged, 'told'> => {
  if (onItsWay) return { row, travels: false }
  if (isShownTooHigh(row) && !sentLately) {
    const message = `Rakuten shows ${row.rakutenQuantity}, more than it was told: it is told again.`
    return { row: { ...row, state: 'pending', message }, travels: true }
  }
  if (before.state === 'pending') {
    const message = `${before.offered} never left: ${row.offered}, which Rakuten has, took its place.`
    return { row: { ...row, state: 'superseded', message }, travels: false }
  }
  const isNews = before.state === 'skipped' || before.state === 'error'
  return { row: isNews ? { ...row, state: 'unchanged', message: '' } : row, travels: false }
}

/**
 * Units that nobody has are on offer, raised on Rakuten's site or given back there. A lower quantity is left: it may be a sale that is
 * not imported yet.
 */
const isShownTooHigh = ({ lastSent, offered, rakutenQuantity, unlimited }: StockRow): boolean =>
  lastSent !== null && offered !== null && !unlimited && rakutenQuantity > offered

const toldQuantity = (row: StockRow, { onItsWay, compareWith }: Standing): number | null =>
  onItsWay || compareWith === 'told' ? (row.lastSent ?? shownQuantity(row)) : shownQuantity(row)

/** An advert without limit is as good as the highest number for a product that nobody counts, and too much for any other. */
const shownQuantity = ({ unlimited, rakutenQuantity, available, goneSince }: StockRow): number | null => {
  if (!unlimited) return rakutenQuantity
  return available === null && goneSince === null ? MAX_OFFERED : null
}

/** What Rakuten holds of a SKU that a file did not change. */
export const lastTaken = ({ unlimited, rakutenQuantity }: StockRow): number | null =>
  unlimited ? null : rakutenQuantity
