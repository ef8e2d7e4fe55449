import { type OrderThere, stateOf } from './order-there.ts'
import type { StateWord, Template } from './template.ts'

/** How far an order is with each word; a cancelled line does not hold the others back. */
const RANKS: Readonly<Record<StateWord, number>> = {
  ...{ open: 0, processing: 1, partially_shipped: 2, shipped: 3, completed: 4, returned: 5 },
  ...{ cancelled: 6, ignore: 7 },
}

/** Their word of the row that is furthest behind; one that nobody mapped counts as open. */
export const leastAdvanced = (rows: readonly Pick<OrderThere, 'state'>[], words: Pick<Template, 'states'>): string => {
  const ranked = rows.map(({ state }) => ({ state, rank: RANKS[stateOf(words, state) ?? 'open'] }))
  const [behind] = ranked.toSorted((one, other) => one.rank - other.rank)
  return behind?.state ?? ''
}
