import { IDS_AT_ONCE, LARGEST_PAGE } from './facts.ts'
import { readOpenOrders } from './orders.ts'
import { mustCount, touchedSkus } from './reservations.ts'
import type { Desk } from './settings.ts'
import { freeUnits, skuKey, unitsWaitedFor } from './shelf.ts'
import type { Shop } from './shop.ts'
import { readSourceUnits } from './source-items.ts'

/** Those of which the salable quantity says too much; where only some sources count, it does so of all. */
export const skusToCount = async (desk: Desk, skus: readonly string[]): Promise<readonly string[]> => {
  if (desk.settings.sources.length > 0) return skus
  if (!mustCount(desk)) return []
  const touched = await touchedSkus(desk)
  return skus.filter((sku) => touched.has(skuKey(sku)))
}

export interface Shelf {
  /** Whether a source knows the SKU. */
  holds(sku: string): boolean
  /** Units that no open order waits for; fewer than none where too many were sold. */
  free(sku: string): number
}

const NOTHING_COUNTED: Shelf = { holds: () => false, free: () => 0 }

/**
 * Open orders are read first, then the sources: a parcel that leaves in between is counted off twice for one reading, never not at all.
 */
export const countShelf = async (desk: Desk, shop: Shop, skus: readonly string[], all: number): Promise<Shelf> => {
  if (skus.length === 0) return NOTHING_COUNTED
  const waitedFor = unitsWaitedFor(await readOpenOrders(desk))
  const isShortWay = Math.ceil(skus.length / IDS_AT_ONCE) <= Math.ceil(all / LARGEST_PAGE)
  const sources = await readSourceUnits(desk, shop, isShortWay ? skus : null)
  return {
    holds: (sku) => sources.has(skuKey(sku)),
    free: (sku) => freeUnits(sources.get(skuKey(sku)) ?? 0, waitedFor.get(skuKey(sku)) ?? 0),
  }
}
