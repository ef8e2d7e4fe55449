/** Rakuten takes no larger quantity ([B], rakuten-france.md section 12.1). */
export const MAX_OFFERED = 999

/** What one SKU may be sold for, in units. */
export interface StockFigures {
  readonly available: number
  readonly safetyStock: number
  /** In open orders of every connection on the same back office that do not exist there yet; held and negotiated ones count. */
  readonly unitsNotYetPlaced: number
}

/** The quantity to show at the marketplace: `clamp(available − safety stock − units not yet placed, 0, 999)`, in whole units. */
export const offeredQuantity = ({ available, safetyStock, unitsNotYetPlaced }: StockFigures): number =>
  Math.min(Math.max(Math.floor(available - safetyStock - unitsNotYetPlaced), 0), MAX_OFFERED)

/** Units per back-office SKU. */
export type Units = ReadonlyMap<string, number>

/** The units of several orders together, across all connections that share a back office. */
export const addUnits = (orders: Iterable<Units>): Units => {
  const sum = new Map<string, number>()
  for (const units of orders) for (const [sku, quantity] of units) sum.set(sku, (sum.get(sku) ?? 0) + quantity)
  return sum
}

/** An open order's claim on the shelf. `key` is the caller's; `purchasedAt` decides who comes first. */
export interface StockClaim<Key> {
  readonly key: Key
  readonly purchasedAt: string
  readonly wanted: Units
}

/**
 * Shares the shelf among open orders, oldest first, whatever connection they came through. An order that cannot be served in full keeps
 * what there is for it. Answers with the missing units of each order; an empty map: everything is there.
 */
export const missingUnits = <Key>(available: Units, claims: readonly StockClaim<Key>[]): ReadonlyMap<Key, Units> => {
  const left = new Map(available)
  const oldestFirst = claims.toSorted((one, other) => Date.parse(one.purchasedAt) - Date.parse(other.purchasedAt))
  return new Map(oldestFirst.map(({ key, wanted }) => [key, takeFrom(left, wanted)]))
}

const takeFrom = (left: Map<string, number>, wanted: Units): Units => {
  const missing = new Map<string, number>()
  for (const [sku, quantity] of wanted) {
    const there = Math.max(left.get(sku) ?? 0, 0)
    const taken = Math.min(there, quantity)
    left.set(sku, there - taken)
    if (taken < quantity) missing.set(sku, quantity - taken)
  }
  return missing
}

/** One quantity to tell the marketplace. */
export interface StockChange {
  readonly sku: string
  readonly quantity: number
  /** What it was last told; null: nothing yet. */
  readonly was: number | null
}

/** What differs from the last word, sold-out SKUs first: they must not wait behind the rest. */
export const stockChanges = (offered: Units, lastTold: Units): readonly StockChange[] => {
  const changes = [...offered]
    .map(([sku, quantity]) => ({ sku, quantity, was: lastTold.get(sku) ?? null }))
    .filter(({ quantity, was }) => quantity !== was)
  return [...changes.filter(isSoldOut), ...changes.filter((change) => !isSoldOut(change))]
}

export const isSoldOut = ({ quantity }: Pick<StockChange, 'quantity'>): boolean => quantity === 0
