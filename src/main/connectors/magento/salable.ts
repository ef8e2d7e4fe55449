import { Fault, isFault } from '../../domain/fault.ts'
import { toQuery, where } from './criteria.ts'
import { LARGEST_PAGE } from './facts.ts'
import { NOT_FOUND } from './judge.ts'
import { inGroups } from './products.ts'
import { pageOf, Salable } from './schemas.ts'
import type { Desk } from './settings.ts'
import { skuKey } from './shelf.ts'
import type { Shop } from './shop.ts'

/** What the shop itself would sell of one SKU. */
export interface SalableUnits {
  /** Null: not counted. */
  readonly units: number | null
  readonly isSalable: boolean
}

const FIELDS = 'items[sku,qty,is_salable],total_count'

/**
 * The shop's own salable quantities by SKU key; a product that is not assigned to the website's stock is left out. Null: this shop has no such
 * export (5). Asked by product ids, because the export counts on every page only what that page holds.
 */
export const readSalable = async (
  { calls, ports: { side } }: Desk,
  shop: Shop,
  ids: readonly number[],
): Promise<ReadonlyMap<string, SalableUnits> | null> => {
  const { website } = await shop.store()
  const path = `inventory/export-stock-salable-qty/website/${encodeURIComponent(website)}`
  const salable = new Map<string, SalableUnits>()
  for (const some of inGroups(ids, LARGEST_PAGE)) {
    const groups = [where('entity_id', 'in', some.join(','))]
    const query = toQuery({ groups, pageSize: LARGEST_PAGE, fields: FIELDS })
    const page = await orNull(calls.call({ path, query }, pageOf(Salable)))
    if (page === null) return null
    if (page.items.length !== page.total_count)
      throw new Fault(
        'unreadable',
        `${side} answered the stock of ${page.items.length} products instead of ${page.total_count}.`,
        { side },
      )
    for (const { sku, qty, is_salable: isSalable } of page.items)
      salable.set(skuKey(sku), { units: qty ?? null, isSalable })
  }
  return salable
}

const orNull = async <T>(answer: Promise<T>): Promise<T | null> => {
  try {
    return await answer
  } catch (error) {
    if (isFault(error, 'refused') && error.detail['code'] === NOT_FOUND) return null
    throw error
  }
}
