import type { Api } from '../../preload/contract/index.ts'
import type { OrderRow } from '../../preload/contract/order-views.ts'
import type { OrderCounts, OrderSelection, OrderTab } from '../../preload/contract/orders.ts'
import type { ReplyFault } from '../../preload/contract/reply.ts'
import type { FileView } from '../../preload/contract/shapes.ts'
import type { Slice } from './app-store.ts'
import { byDueGroup } from './due-group.ts'
import { newestAnswer } from './newest-answer.ts'

export interface OrdersSlice {
  readonly orderCounts: OrderCounts | null
  readonly selection: OrderSelection
  /** The pages read so far, by number: a list of 100,000 is never read whole. */
  readonly orderPages: ReadonlyMap<number, readonly OrderRow[]>
  /** Null until the list has answered once. */
  readonly ordersTotal: number | null
  readonly ordersLoading: boolean
  readonly ordersProblem: ReplyFault | null
  /** Where the list stands: the row that Enter opens. */
  readonly cursor: number
  keepCounts(counts: OrderCounts): void
  loadCounts(): Promise<void>
  select(change: Partial<OrderSelection>): Promise<void>
  /** Says which rows are on screen; pages that lack are read. */
  showOrders(first: number, last: number): Promise<void>
  reloadOrders(): Promise<void>
  moveCursor(to: number): void
  ordersCsv(): Promise<FileView | null>
}

const PAGE = 100
/** *To do* is grouped by deadline, so it is read in one piece, as far as one answer goes. */
const WHOLE = 500

export const NO_FILTER = {
  connectionId: null,
  status: null,
  deliveryMode: null,
  country: null,
  atRisk: false,
  purchasedFrom: null,
  purchasedTo: null,
} as const

/** Something narrows the tab further. */
export const isNarrowed = (selection: OrderSelection): boolean => filtersOf(selection).length > 0

type Filter = keyof typeof NO_FILTER

/** The filters that are set. */
export const filtersOf = (selection: OrderSelection): readonly Filter[] =>
  // Object.keys forgets the names it just listed.
  (Object.keys(NO_FILTER) as Filter[]).filter((filter) => selection[filter] !== NO_FILTER[filter])

/** How a tab is shown at first. */
export const selectionOf = (tab: OrderTab): OrderSelection => ({
  tab,
  search: '',
  ...NO_FILTER,
  sort: tab === 'todo' || tab === 'to-accept' ? 'deadline' : 'changed',
  direction: tab === 'todo' || tab === 'to-accept' ? 'ascending' : 'descending',
})

export const pageSizeOf = ({ tab }: Pick<OrderSelection, 'tab'>): number => (tab === 'todo' ? WHOLE : PAGE)

type Pages = Pick<OrdersSlice, 'orderPages' | 'selection'>

export const orderAt = ({ orderPages, selection }: Pages, index: number): OrderRow | undefined => {
  const size = pageSizeOf(selection)
  return orderPages.get(Math.floor(index / size))?.[index % size]
}

/** The rows read so far, with their place in the list. */
export const loadedOrders = ({ orderPages, selection }: Pages): readonly (readonly [number, OrderRow])[] =>
  [...orderPages].flatMap(([page, rows]) =>
    rows.map((row, index) => [page * pageSizeOf(selection) + index, row] as const),
  )

export const createOrdersSlice =
  (api: Api): Slice<OrdersSlice> =>
  (set, get) => {
    const shown = { first: 0, last: 0 }
    const asked = new Set<number>()
    const loadCounts = newestAnswer(
      () => api.orders.counts(),
      (reply) => {
        if (reply.ok) set({ orderCounts: reply.value })
      },
    )

    const read = async (pages: readonly number[], anew: boolean): Promise<void> => {
      const { selection } = get()
      const limit = pageSizeOf(selection)
      for (const page of pages) asked.add(page)
      set({ ordersLoading: true })
      const replies = await Promise.all(
        pages.map((page) => api.orders.list({ ...selection, offset: page * limit, limit })),
      )
      for (const page of pages) asked.delete(page)
      if (get().selection !== selection) return
      const refused = replies.find((reply) => !reply.ok)
      if (refused !== undefined && !refused.ok) return set({ ordersLoading: false, ordersProblem: refused.fault })
      const answered = replies.flatMap((reply, index) =>
        reply.ok ? [[pages[index] ?? 0, arranged(selection, reply.value.rows)] as const] : [],
      )
      const last = replies.at(-1)
      set(({ orderPages, cursor }) => {
        const stoodOn = orderAt(get(), cursor)?.id
        // Read anew, pages that are on screen by now stay as they are until they answer.
        const onScreen = new Set(pagesShown())
        const known = [...orderPages].filter(([page]) => !anew || onScreen.has(page))
        const kept = new Map([...known, ...answered])
        const place = loadedOrders({ orderPages: kept, selection }).find(([, { id }]) => id === stoodOn)?.[0]
        const total = last?.ok ? last.value.total : 0
        return {
          orderPages: kept,
          ordersTotal: total,
          ordersLoading: false,
          ordersProblem: null,
          cursor: place ?? Math.max(0, Math.min(cursor, total - 1)),
          ...(last?.ok && { orderCounts: last.value.counts }),
        }
      })
    }

    const pagesShown = (): readonly number[] => {
      const size = pageSizeOf(get().selection)
      const first = Math.floor(shown.first / size)
      return Array.from({ length: Math.floor(shown.last / size) - first + 1 }, (_, index) => first + index)
    }

    return {
      orderCounts: null,
      selection: selectionOf('todo'),
      orderPages: new Map(),
      ordersTotal: null,
      ordersLoading: false,
      ordersProblem: null,
      cursor: 0,
      keepCounts: (orderCounts) => {
        loadCounts.outdate()
        set({ orderCounts })
      },
      loadCounts,
      async select(change) {
        const { selection } = get()
        const isOther = change.tab !== undefined && change.tab !== selection.tab
        const start = isOther ? { ...selectionOf(change.tab), search: selection.search } : selection
        Object.assign(shown, { first: 0, last: 0 })
        set({
          selection: { ...start, ...change },
          orderPages: new Map(),
          ordersTotal: null,
          cursor: 0,
          ticked: new Set(),
        })
        await read([0], true)
      },
      async showOrders(first, last) {
        Object.assign(shown, { first, last: Math.max(first, last) })
        const missing = pagesShown().filter((page) => !get().orderPages.has(page) && !asked.has(page))
        if (missing.length > 0) await read(missing, false)
      },
      reloadOrders: async () => {
        await Promise.all([read(pagesShown(), true), get().loadViewCounts()])
      },
      moveCursor: (to) => set(({ ordersTotal }) => ({ cursor: Math.max(0, Math.min(to, (ordersTotal ?? 1) - 1)) })),
      async ordersCsv() {
        const reply = await api.orders.csv(get().selection)
        if (reply.ok) return reply.value
        get().notify('problem', reply.fault.message)
        return null
      },
    }
  }

const arranged = ({ tab }: OrderSelection, rows: readonly OrderRow[]): readonly OrderRow[] =>
  tab === 'todo' ? byDueGroup(rows, Date.now()) : rows
