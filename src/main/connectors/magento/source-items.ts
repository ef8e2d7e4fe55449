import { type Filter, inAddresses, oneOf, where } from './criteria.ts'
import { LARGEST_PAGE } from './facts.ts'
import { SourceItem } from './schemas.ts'
import type { Desk } from './settings.ts'
import { skuKey } from './shelf.ts'
import type { Shop } from './shop.ts'

const FIELDS = 'items[sku,source_code,quantity,status],total_count'

/**
 * Units that lie in the sources, by SKU key: of these SKUs, or of all that there are. A SKU that no source holds is left out; one that is
 * marked out of stock in a source has none there.
 */
export const readSourceUnits = async (
  desk: Desk,
  shop: Shop,
  skus: readonly string[] | null,
): Promise<ReadonlyMap<string, number>> => {
  const units = new Map<string, number>()
  // One source at a time, sorted by SKU: an order of the pages that does not change between two of them.
  for (const source of await shop.sources())
    for (const group of skuGroups(skus))
      for (const { sku, quantity, status } of await readOf(desk, source, group))
        units.set(skuKey(sku), (units.get(skuKey(sku)) ?? 0) + (status === 0 ? 0 : quantity))
  return units
}

const skuGroups = (skus: readonly string[] | null): readonly (readonly (readonly Filter[])[])[] =>
  skus === null ? [[]] : inAddresses(skus).map((some) => [oneOf('sku', some)])

const readOf = ({ lists }: Desk, source: string, groups: readonly (readonly Filter[])[]) =>
  lists.all(
    'inventory/source-items',
    SourceItem,
    {
      groups: [where('source_code', 'eq', source), ...groups],
      sort: { field: 'sku', direction: 'ASC' },
      pageSize: LARGEST_PAGE,
      fields: FIELDS,
    },
    ({ sku }) => sku,
  )
