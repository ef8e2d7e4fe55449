import type { Api } from '../../preload/contract/index.ts'
import type { OrderChoices, OrderSelection, OrderTab } from '../../preload/contract/orders.ts'
import type { AppSettings } from '../../preload/contract/settings.ts'
import type { AppState, Slice } from './app-store.ts'
import { newestAnswer } from './newest-answer.ts'
import { selectionOf } from './orders-slice.ts'

export type SavedView = AppSettings['savedViews'][number]

export interface OrderViewsSlice {
  /** What there is to filter by; null until it was read. */
  readonly orderChoices: OrderChoices | null
  /** How many orders each saved view holds, by its name. */
  readonly viewCounts: Readonly<Record<string, number>>
  loadOrderChoices(): Promise<void>
  loadViewCounts(): Promise<void>
  /** A tab as it is at first; what was typed to search for stays, unless it was a view's. */
  openTab(tab: OrderTab): Promise<void>
  openView(view: SavedView): Promise<void>
  /** Keeps a selection as a tab of one's own. */
  saveView(view: SavedView): Promise<void>
  removeView(name: string): Promise<void>
}

const isSame = (one: OrderSelection, other: OrderSelection): boolean =>
  // Object.keys forgets the names it just listed.
  (Object.keys(one) as (keyof OrderSelection)[]).every((key) => one[key] === other[key])

const NONE: readonly SavedView[] = []

export const savedViews = ({ settings }: Pick<AppState, 'settings'>): readonly SavedView[] =>
  settings?.savedViews ?? NONE

/** The saved view that shows just what the list shows now. */
export const chosenView = (state: Pick<AppState, 'settings' | 'selection'>): SavedView | null =>
  savedViews(state).find(({ selection }) => isSame(selection, state.selection)) ?? null

export const createOrderViewsSlice =
  (api: Api): Slice<OrderViewsSlice> =>
  (set, get) => {
    const readCounts = newestAnswer(
      async () => {
        const views = savedViews(get())
        return { views, reply: await api.orders.countEach({ selections: views.map(({ selection }) => selection) }) }
      },
      ({ views, reply }) => {
        if (!reply.ok) return
        set({ viewCounts: Object.fromEntries(views.map(({ name }, index) => [name, reply.value[index] ?? 0])) })
      },
    )
    return {
      orderChoices: null,
      viewCounts: {},
      async loadOrderChoices() {
        const reply = await api.orders.choices()
        if (reply.ok) set({ orderChoices: reply.value })
      },
      async loadViewCounts() {
        if (savedViews(get()).length > 0) await readCounts()
      },
      openTab: (tab) => {
        const { selection, select } = get()
        return select({ ...selectionOf(tab), search: chosenView(get()) === null ? selection.search : '' })
      },
      openView: ({ selection }) => get().select(selection),
      async saveView(view) {
        await get().changeSettings({ savedViews: [...savedViews(get()), view] })
        await get().loadViewCounts()
      },
      removeView: (name) =>
        get().changeSettings({ savedViews: savedViews(get()).filter((view) => view.name !== name) }),
    }
  }
