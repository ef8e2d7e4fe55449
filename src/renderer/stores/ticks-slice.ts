import type { Slice } from './app-store.ts'
import { loadedOrders } from './orders-slice.ts'

export interface TicksSlice {
  /** Orders ticked for a bulk act, by id. */
  readonly ticked: ReadonlySet<number>
  toggleTick(id: number): void
  /** Ticks every row between two places of the list. */
  tickRange(from: number, to: number): void
  /** Every order read so far; nothing when all of them are ticked already. */
  tickShown(): void
  untickAll(): void
}

export const createTicksSlice: Slice<TicksSlice> = (set, get) => ({
  ticked: new Set(),
  toggleTick: (id) =>
    set(({ ticked }) => ({
      ticked: ticked.has(id) ? new Set([...ticked].filter((one) => one !== id)) : new Set([...ticked, id]),
    })),
  tickRange: (from, to) => {
    const [first, last] = from < to ? [from, to] : [to, from]
    const within = loadedOrders(get()).flatMap(([index, { id }]) => (index >= first && index <= last ? [id] : []))
    set(({ ticked }) => ({ ticked: new Set([...ticked, ...within]) }))
  },
  tickShown: () => {
    const ids = loadedOrders(get()).map(([, { id }]) => id)
    set(({ ticked }) => ({ ticked: ids.every((id) => ticked.has(id)) ? new Set() : new Set(ids) }))
  },
  untickAll: () => set({ ticked: new Set() }),
})
