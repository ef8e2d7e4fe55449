import { unitsOf } from './amounts.ts'
import { type Item, neededOf, oneValueOf, type Source } from './item.ts'
import type { StockMap } from './maps.ts'
import type { StockThere } from './operations.ts'

/** One for each item; a SKU that comes twice stays two, which the engine takes for two products. */
export const toStock = (items: readonly Item[], map: StockMap, source: Source): readonly StockThere[] =>
  items.map((item) => ({
    sku: neededOf(item, map.sku, 'sku', source),
    quantity: unitsOf(neededOf(item, map.quantity, 'quantity', source), item, source),
    title: oneValueOf(item, map.title, 'title', source) ?? '',
  }))
