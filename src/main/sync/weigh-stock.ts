import type { Item } from '../domain/item.ts'

export interface Weighed {
  readonly accept: readonly string[]
  readonly refuse: readonly string[]
  /** Units still to deliver, and how many of them are there. */
  readonly needed: number
  readonly there: number
}

/**
 * Which undecided items the stock covers. Items that were accepted already come first, because they are promised; `available` null is as
 * good as endless.
 */
export const weighStock = (
  items: readonly Item[],
  productOf: (sku: string) => string,
  available: ReadonlyMap<string, number | null>,
  ahead: ReadonlyMap<string, number>,
): Weighed => {
  const room = new Map<string, number>()
  const take = (sku: string): boolean => {
    const product = productOf(sku)
    const stock = available.get(product)
    if (stock === null) return true
    const left = room.get(product) ?? (stock ?? 0) - (ahead.get(product) ?? 0)
    room.set(product, left - 1)
    return left > 0
  }
  const promised = items.filter(({ status }) => status !== 'to-decide').filter(({ sku }) => take(sku)).length
  const undecided = Object.groupBy(
    items.filter(({ status }) => status === 'to-decide'),
    ({ sku }) => (take(sku) ? 'covered' : 'short'),
  )
  const covered = undecided.covered ?? []
  return {
    accept: covered.map(({ itemId }) => itemId),
    refuse: (undecided.short ?? []).map(({ itemId }) => itemId),
    needed: items.length,
    there: promised + covered.length,
  }
}
