import type { Api } from '../../preload/contract/index.ts'
import type { Reply, ReplyFault } from '../../preload/contract/reply.ts'
import type { ActResultView, FileView } from '../../preload/contract/shapes.ts'
import type { StockDifference, StockFilter, StockOverview, StockRow } from '../../preload/contract/stock.ts'
import type { Slice } from './app-store.ts'

export interface StockSlice {
  readonly stockOverview: StockOverview | null
  readonly stockFilter: StockFilter
  readonly stockSearch: string
  readonly stockPages: ReadonlyMap<number, readonly StockRow[]>
  /** Null until the table has answered once. */
  readonly stockTotal: number | null
  readonly stockProblem: ReplyFault | null
  /** The dry run that is shown; null when none is. */
  readonly difference: StockDifference | null
  readonly differenceRunning: boolean
  /** The job of *Sync stock now*, while it runs. */
  readonly stockJob: string | null
  loadStock(connectionId: number): Promise<void>
  selectStock(connectionId: number, change: { readonly filter?: StockFilter; readonly search?: string }): Promise<void>
  showStock(connectionId: number, first: number, last: number): Promise<void>
  dryRun(connectionId: number): Promise<void>
  closeDifference(): void
  syncStock(connectionId: number): Promise<Reply<{ readonly sent: number; readonly message: string }>>
  /** The seller's word on a difference that waits for it. */
  answerStock(connectionId: number, answer: 'confirm' | 'discard'): Promise<Reply<ActResultView>>
  stockCsv(connectionId: number): Promise<FileView | null>
}

const PAGE = 200

export const stockAt = ({ stockPages }: Pick<StockSlice, 'stockPages'>, index: number): StockRow | undefined =>
  stockPages.get(Math.floor(index / PAGE))?.[index % PAGE]

export const createStockSlice =
  (api: Api): Slice<StockSlice> =>
  (set, get) => {
    const asked = new Set<number>()
    let shownPage = 0

    const read = async (connectionId: number, page: number, anew: boolean): Promise<void> => {
      const { stockFilter: filter, stockSearch: search } = get()
      asked.add(page)
      const reply = await api.stock.list({ connectionId, filter, search, offset: page * PAGE, limit: PAGE })
      asked.delete(page)
      const { stockFilter, stockSearch } = get()
      if (filter !== stockFilter || search !== stockSearch) return
      if (!reply.ok) return set({ stockProblem: reply.fault })
      set(({ stockPages }) => ({
        stockPages: new Map([...(anew ? [] : stockPages), [page, reply.value.rows]]),
        stockTotal: reply.value.total,
        stockProblem: null,
      }))
    }
    const overview = async (connectionId: number): Promise<void> => {
      const reply = await api.stock.overview({ connectionId })
      set(reply.ok ? { stockOverview: reply.value } : { stockProblem: reply.fault })
    }

    return {
      stockOverview: null,
      stockFilter: 'all',
      stockSearch: '',
      stockPages: new Map(),
      stockTotal: null,
      stockProblem: null,
      difference: null,
      differenceRunning: false,
      stockJob: null,
      loadStock: async (connectionId) => {
        await Promise.all([overview(connectionId), read(connectionId, shownPage, true)])
      },
      async selectStock(connectionId, { filter, search }) {
        shownPage = 0
        set(({ stockFilter, stockSearch }) => ({
          stockFilter: filter ?? stockFilter,
          stockSearch: search ?? stockSearch,
          stockPages: new Map(),
          stockTotal: null,
        }))
        await read(connectionId, 0, true)
      },
      async showStock(connectionId, first, last) {
        shownPage = Math.floor(first / PAGE)
        const pages = [shownPage, Math.floor(last / PAGE)]
        const missing = [...new Set(pages)].filter((page) => !get().stockPages.has(page) && !asked.has(page))
        await Promise.all(missing.map((page) => read(connectionId, page, false)))
      },
      async dryRun(connectionId) {
        set({ differenceRunning: true })
        const reply = await api.stock.preview({ connectionId })
        set({ differenceRunning: false, ...(reply.ok && { difference: reply.value }) })
        if (!reply.ok) get().notify('problem', reply.fault.message)
      },
      closeDifference: () => set({ difference: null }),
      async syncStock(connectionId) {
        const job = get().startJob(null)
        set({ stockJob: job })
        const reply = await api.stock.syncNow({ connectionId, job })
        get().endJob(job)
        set({ stockJob: null })
        await get().loadStock(connectionId)
        return reply
      },
      async answerStock(connectionId, answer) {
        const reply = await api.stock[answer]({ connectionId })
        await Promise.all([get().loadStock(connectionId), get().loadProblems(), get().loadConnections()])
        return reply
      },
      async stockCsv(connectionId) {
        const { stockFilter: filter, stockSearch: search } = get()
        const reply = await api.stock.csv({ connectionId, filter, search })
        if (reply.ok) return reply.value
        get().notify('problem', reply.fault.message)
        return null
      },
    }
  }
