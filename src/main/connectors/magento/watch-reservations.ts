import { isFault } from '../../domain/fault.ts'
import type { BookedLine } from './book-lines.ts'
import { learnHabit, mustLearn, touch } from './reservations.ts'
import { readSalable } from './salable.ts'
import type { Desk } from './settings.ts'
import { skuKey } from './shelf.ts'
import type { Shop } from './shop.ts'

/**
 * Remembers which SKUs an order is about to touch and, while it is not known, sees whether the shop reserves their units (2.5). Resolves with
 * what is to be asked once the order stands; null: nothing.
 */
export const watchReservations = async (desk: Desk, shop: Shop, lines: readonly BookedLine[]) => {
  touch(
    desk,
    lines.map(({ product }) => product.sku),
  )
  if (!mustLearn(desk)) return null
  const ids = [...new Set(lines.map(({ product }) => product.id))]
  const ordered = new Map<string, number>()
  for (const { line, product } of lines)
    ordered.set(skuKey(product.sku), (ordered.get(skuKey(product.sku)) ?? 0) + line.quantity)
  const before = await readSalable(desk, shop, ids)
  return async (): Promise<readonly string[]> => {
    try {
      return learnHabit(desk, ordered, before, await readSalable(desk, shop, ids))
    } catch (error) {
      // The order stands and is whole: what could not be learnt from it will be learnt from the next.
      if (isFault(error)) return []
      throw error
    }
  }
}
