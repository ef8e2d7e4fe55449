import type { Item, OpenOrder } from './schemas.ts'

/**
 * How many units the shelf really has free (2.5). The salable quantity is what lies in the sources plus the shop's reservations, and for an
 * order that came through the service those are wrong: none is written when it is made, yet shipping and cancelling write one that gives
 * units back, so that the figure stays too high by all its units for good, or until the server's compensation cron has put it right. Nobody
 * tells which of the two it is. So nothing is taken off the salable quantity. The shelf is counted instead:
 *
 *     free = units in the sources − units that open orders still wait for
 *
 * Neither side knows reservations, so it holds before and after every shipment, cancellation, refund and cron. Where everybody reserves it
 * equals the salable quantity; the smaller of the two is reported, because a shop can also keep units back (a threshold).
 */
export const freeUnits = (inSources: number, waitedFor: number): number => inSources - waitedFor

/** Units of each SKU that open orders still wait for, whoever made them. */
export const unitsWaitedFor = (orders: readonly OpenOrder[]): ReadonlyMap<string, number> => {
  const units = new Map<string, number>()
  for (const { items } of orders)
    for (const item of withoutBoxes(items)) {
      const sku = skuKey(item.sku)
      units.set(sku, (units.get(sku) ?? 0) + unitsToShip(item, items))
    }
  return units
}

/** The shop tells SKUs apart without regard to case. */
export const skuKey = (sku: string): string => sku.toLowerCase()

/** Rows that stand for goods: a configurable product or a bundle has a row of its own around those of its parts (3.2). */
export const withoutBoxes = (items: readonly Item[]): readonly Item[] => {
  const boxes = new Set(items.map(({ parent_item_id }) => parent_item_id))
  return items.filter(({ item_id }) => !boxes.has(item_id))
}

/** What became of a row of goods: what is booked on the box around it counts for what is inside. */
export const fateOf = (item: Item, items: readonly Item[]): Pick<Item, (typeof FATES)[number]> => {
  const box = boxOf(item, items)
  const fate = (name: (typeof FATES)[number]): number =>
    Math.max(item[name], unitsPerBox(item, items) * (box?.[name] ?? 0))
  return {
    qty_invoiced: fate('qty_invoiced'),
    qty_shipped: fate('qty_shipped'),
    qty_canceled: fate('qty_canceled'),
    qty_refunded: fate('qty_refunded'),
  }
}

/** 0 for goods that lie in no box. */
export const unitsPerBox = (item: Item, items: readonly Item[]): number => {
  const ordered = boxOf(item, items)?.qty_ordered ?? 0
  return ordered === 0 ? 0 : item.qty_ordered / ordered
}

const boxOf = (item: Item, items: readonly Item[]): Item | undefined =>
  items.find(({ item_id }) => item_id === item.parent_item_id)

const FATES = ['qty_invoiced', 'qty_shipped', 'qty_canceled', 'qty_refunded'] as const

export const unitsToShip = (item: Item, items: readonly Item[]): number => {
  const { qty_shipped, qty_canceled, qty_refunded } = fateOf(item, items)
  return Math.max(0, item.qty_ordered - qty_shipped - qty_canceled - qty_refunded)
}
