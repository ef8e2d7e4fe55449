import type { Api } from '../../preload/contract/index.ts'
import type { OrderAction } from '../../preload/contract/order-views.ts'
import type { Act } from '../../preload/contract/orders.ts'
import type { AppState, Slice } from './app-store.ts'
import { loadedOrders } from './orders-slice.ts'

export interface TicksSlice {
  /** Orders ticked for a bulk act, by id. */
  readonly ticked: ReadonlySet<number>
  toggleTick(id: number): void
  /** Ticks every row between two places of the list. */
  tickRange(from: number, to: number): void
  /** Every order read so far; nothing when all of them are ticked already. */
  tickShown(): void
  /** Every order of the list, read or not, as far as one bulk act goes. */
  tickAll(): Promise<void>
  untickAll(): void
}

/** The ticked orders an act can be done with. Of those that are not read just now, the engine knows. */
export const tickedFor = (
  state: Pick<AppState, 'ticked' | 'orderPages' | 'selection'>,
  action: Act['action'],
): readonly number[] => {
  const known = new Map(loadedOrders(state).map(([, { id, actions }]) => [id, actions] as const))
  return [...state.ticked].filter((id) => known.get(id)?.some((one: OrderAction) => one === action) ?? true)
}

export const createTicksSlice =
  (api: Api): Slice<TicksSlice> =>
  (set, get) => ({
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
    async tickAll() {
      const { selection } = get()
      const reply = await api.orders.ids(selection)
      if (!reply.ok) return get().notify('problem', reply.fault.message)
      if (get().selection === selection) set({ ticked: new Set(reply.value) })
    },
    untickAll: () => set({ ticked: new Set() }),
  })
