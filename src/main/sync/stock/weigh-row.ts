import type { StockRow } from '../../db/stock-repository.ts'
import { MAX_OFFERED, offeredQuantity, type Units } from '../../domain/stock.ts'
import type { Shelf } from './read-shelf.ts'

export interface Scales {
  /** The back office's label. */
  readonly office: string
  /** The back office's name for a SKU of the marketplace. */
  readonly productOf: (sku: string) => string
  /** A complete reading; null when nothing was read since, and what the rows remember counts. */
  readonly shelf: Shelf | null
  /** What is missing is gone, without a second look: the seller said so. */
  readonly goneAtOnce: boolean
  readonly taken: Units
  readonly safetyStock: number
  readonly at: string
}

/** Complete readings in a row without a SKU after which it is gone (product.md section 6). */
const READINGS_UNTIL_GONE = 2

/** Lays one SKU of the inventory on the scales: how many units there are and how many may be offered. `offered` null: not to be told. */
export const weighRow = (row: StockRow, scales: Scales): StockRow => {
  const { office, shelf } = scales
  const product = scales.productOf(row.sku)
  const unfit = whyUnfit(row)
  if (unfit !== null) return skipped(row, unfit)
  if (shelf === null) return row.offered === null ? row : { ...row, offered: offer(row, product, scales) }

  const found = shelf.get(product)
  if (found === undefined) return missing(row, product, scales)
  if (found === 'several') return skipped(row, `Several products in ${office} have the SKU ${product}.`)
  const there = { ...row, available: found, missingReadings: 0, goneSince: null, message: messageWhenFound(row) }
  return { ...there, offered: offer(there, product, scales) }
}

const whyUnfit = ({ sku, advertId }: StockRow): string | null => {
  if (sku === '') return 'This advert has no SKU at Rakuten.'
  return advertId === SEVERAL_ADVERTS ? `Several adverts at Rakuten have the SKU ${sku}.` : null
}

/** In place of an advert's id: a file names SKUs, so that it could change the price of the wrong one. */
export const SEVERAL_ADVERTS = ''

/** A SKU that was never there is skipped; one that was is zero once it is gone, because somebody could still buy it. */
const missing = (row: StockRow, product: string, scales: Scales): StockRow => {
  if (row.offered === null) return skipped(row, `Not in ${scales.office}: it has no product ${product}.`)
  if (row.goneSince !== null) return row
  const missingReadings = row.missingReadings + 1
  if (missingReadings < READINGS_UNTIL_GONE && !scales.goneAtOnce)
    return { ...row, missingReadings, offered: offer(row, product, scales) }
  const message = `${product} is no longer in ${scales.office}: Rakuten is told that it is sold out.`
  return { ...row, missingReadings, available: null, offered: 0, goneSince: scales.at, message }
}

const offer = ({ available, goneSince }: StockRow, product: string, { taken, safetyStock }: Scales): number => {
  if (goneSince !== null) return 0
  if (available === null) return MAX_OFFERED
  return offeredQuantity({ available, safetyStock, unitsNotYetPlaced: taken.get(product) ?? 0 })
}

const skipped = (row: StockRow, message: string): StockRow => ({
  ...row,
  available: null,
  offered: null,
  state: 'skipped',
  message,
  missingReadings: 0,
  goneSince: null,
})

const messageWhenFound = ({ goneSince, message }: StockRow): string => (goneSince === null ? message : '')
