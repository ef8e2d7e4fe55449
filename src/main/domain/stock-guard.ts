import { isSoldOut, type StockChange } from './stock.ts'

/** What a reading of the back office's stock came to. `complete` is false when pages are missing or an answer was partial. */
export interface StockReading {
  readonly complete: boolean
  readonly skus: ReadonlySet<string>
}

/** A reading without a single product, or only half read, says nothing about what is sold out. */
export const isTrustworthy = ({ complete, skus }: StockReading): boolean => complete && skus.size > 0

const SMALLEST_CATALOGUE = 20

/**
 * From 20 SKUs up, more than half of them going to zero at once needs the seller's yes: it smells of a shop in trouble, not of a good day.
 * Counted among all SKUs compared and, since a sold-out SKU cannot fall, among those on offer.
 */
export const needsConfirmation = (lastTold: ReadonlyMap<string, number>, changes: readonly StockChange[]): boolean => {
  const falling = changes.filter((change) => isSoldOut(change) && change.was !== null && change.was > 0).length
  const isMostOf = (skus: number): boolean => skus >= SMALLEST_CATALOGUE && falling > skus / 2
  const onOffer = [...lastTold.values()].filter((quantity) => quantity > 0).length
  return isMostOf(lastTold.size) || isMostOf(onOffer)
}

/** The SKUs a back office once had and no longer names. */
export interface MissingSkus {
  /** To be remembered until the next complete reading. */
  readonly missing: ReadonlySet<string>
  /** Missing from two complete readings in a row: told as zero, and the seller learns it. */
  readonly gone: ReadonlySet<string>
}

/**
 * One missing SKU may be a hiccup; twice in a row it is gone. A reading that cannot be trusted changes nothing.
 * @param once the SKUs the back office had in an earlier reading
 * @param before what was missing from the reading before
 */
export const missingSkus = (
  once: ReadonlySet<string>,
  before: ReadonlySet<string>,
  reading: StockReading,
): MissingSkus => {
  if (!isTrustworthy(reading)) return { missing: before, gone: new Set() }
  const missing = [...once].filter((sku) => !reading.skus.has(sku))
  return { missing: new Set(missing), gone: new Set(missing.filter((sku) => before.has(sku))) }
}
