import type { CycleView, DayView } from '../../preload/contract/activity.ts'
import type { Api } from '../../preload/contract/index.ts'
import type { ReplyFault } from '../../preload/contract/reply.ts'
import type { Slice } from './app-store.ts'

export type CycleFilter = Parameters<Api['activity']['cycles']>[0]['show']

export interface ActivitySlice {
  readonly cycles: readonly CycleView[] | null
  readonly days: readonly DayView[]
  readonly cycleFilter: CycleFilter
  /** Null: all of them. */
  readonly cyclesOf: number | null
  readonly activityProblem: ReplyFault | null
  loadActivity(change?: { readonly show?: CycleFilter; readonly connectionId?: number | null }): Promise<void>
}

const SHOWN = 200
const DAYS = 14

export const createActivitySlice =
  (api: Api): Slice<ActivitySlice> =>
  (set, get) => ({
    cycles: null,
    days: [],
    cycleFilter: 'with-news',
    cyclesOf: null,
    activityProblem: null,
    async loadActivity(change = {}) {
      const show = change.show ?? get().cycleFilter
      const connectionId = change.connectionId === undefined ? get().cyclesOf : change.connectionId
      set({ cycleFilter: show, cyclesOf: connectionId })
      const [cycles, days] = await Promise.all([
        api.activity.cycles({ connectionId, show, limit: SHOWN }),
        api.activity.ordersPerDay({ days: DAYS }),
      ])
      if (get().cycleFilter !== show || get().cyclesOf !== connectionId) return
      set({
        activityProblem: cycles.ok ? null : cycles.fault,
        ...(cycles.ok && { cycles: cycles.value }),
        ...(days.ok && { days: days.value }),
      })
    },
  })
