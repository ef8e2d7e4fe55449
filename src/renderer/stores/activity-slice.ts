import type { CycleView, DayView } from '../../preload/contract/activity.ts'
import type { Api } from '../../preload/contract/index.ts'
import type { ReplyFault } from '../../preload/contract/reply.ts'
import type { Slice } from './app-store.ts'

export type CycleFilter = Parameters<Api['activity']['cycles']>[0]['show']

export const DAYS_SHOWN = [14, 90] as const
export type DaysShown = (typeof DAYS_SHOWN)[number]

interface ActivityChange {
  readonly show?: CycleFilter
  readonly connectionId?: number | null
  readonly days?: DaysShown
}

export interface ActivitySlice {
  readonly cycles: readonly CycleView[] | null
  /** Oldest first. */
  readonly days: readonly DayView[]
  /** How far the charts go back. */
  readonly daysShown: DaysShown
  readonly cycleFilter: CycleFilter
  /** Null: all of them. */
  readonly cyclesOf: number | null
  readonly activityProblem: ReplyFault | null
  loadActivity(change?: ActivityChange): Promise<void>
}

const SHOWN = 200

export const createActivitySlice =
  (api: Api): Slice<ActivitySlice> =>
  (set, get) => ({
    cycles: null,
    days: [],
    daysShown: 14,
    cycleFilter: 'with-news',
    cyclesOf: null,
    activityProblem: null,
    async loadActivity(change = {}) {
      const show = change.show ?? get().cycleFilter
      const connectionId = change.connectionId === undefined ? get().cyclesOf : change.connectionId
      const daysShown = change.days ?? get().daysShown
      set({ cycleFilter: show, cyclesOf: connectionId, daysShown })
      const [cycles, days] = await Promise.all([
        api.activity.cycles({ connectionId, show, limit: SHOWN }),
        api.activity.perDay({ connectionId, days: daysShown }),
      ])
      const { cycleFilter, cyclesOf, daysShown: stillShown } = get()
      if (cycleFilter !== show || cyclesOf !== connectionId || stillShown !== daysShown) return
      set({
        activityProblem: cycles.ok ? null : cycles.fault,
        ...(cycles.ok && { cycles: cycles.value }),
        ...(days.ok && { days: days.value }),
      })
    },
  })
