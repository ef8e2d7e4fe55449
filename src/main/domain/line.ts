import { type Item, keptItems } from './item.ts'

/** The items of one order that share SKU and price, as a back office counts them. */
export interface Line {
  readonly sku: string
  readonly title: string
  readonly priceCents: number
  readonly currency: string
  readonly itemIds: readonly string[]
  readonly quantity: number
}

/** Groups items into lines, in the order the items came. */
export const toLines = (items: readonly Item[]): readonly Line[] => {
  const groups = Map.groupBy(items, ({ sku, priceCents, advertId }) => JSON.stringify([sku || advertId, priceCents]))
  return [...groups.values()].flatMap((units) => {
    const [first] = units
    if (first === undefined) return []
    const { sku, title, priceCents, currency } = first
    return [{ sku, title, priceCents, currency, itemIds: units.map(({ itemId }) => itemId), quantity: units.length }]
  })
}

/** The lines that are still to be delivered. */
export const keptLines = (items: readonly Item[]): readonly Line[] => toLines(keptItems(items))
