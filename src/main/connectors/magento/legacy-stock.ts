import { LEGACY_PAGE, MORE_THAN_ANY_STOCK } from './facts.ts'
import { LegacyStock, pageOf } from './schemas.ts'
import type { Desk } from './settings.ts'

/** The stock of a shop without MSI: one figure per product, already less what the shop itself has sold (5). */
export const readLegacyStock = ({ lists, calls }: Desk): Promise<readonly LegacyStock[]> =>
  lists.counted(
    (page) =>
      calls.call(
        {
          path: 'stockItems/lowStock/',
          query: `scopeId=0&qty=${MORE_THAN_ANY_STOCK}&pageSize=${LEGACY_PAGE}&currentPage=${page}`,
        },
        pageOf(LegacyStock),
      ),
    ({ item_id }) => String(item_id),
  )

/** Many servers refuse a slash inside a part of a path, however it is encoded (5). */
export const canBeInPath = (sku: string): boolean => !/[/\\]/.test(sku)

export const readLegacyItem = ({ calls }: Desk, sku: string): Promise<LegacyStock> =>
  calls.call({ path: `stockItems/${encodeURIComponent(sku)}` }, LegacyStock)

/** Units that may be sold; null: the shop does not count this product. */
export const legacyUnits = ({ qty, manage_stock, is_in_stock }: LegacyStock): number | null =>
  manage_stock ? (is_in_stock ? Math.max(0, Math.floor(qty)) : 0) : null
