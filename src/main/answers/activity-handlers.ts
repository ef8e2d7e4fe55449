import type { activityContract, CycleView } from '../../preload/contract/activity.ts'
import type { Handlers } from '../../preload/contract/endpoint.ts'
import type { Cycle } from '../db/cycles-repository.ts'
import { addDays } from '../domain/paris-time.ts'
import { STEPS } from '../sync/engine.ts'
import type { AnswerNeeds } from './needs.ts'

type Needs = Pick<AnswerNeeds, 'repositories' | 'engine' | 'clock'>

/** The failed ones are looked for among so many: a week of cycles every five minutes. */
const SEARCHED = 2_016

export const createActivityHandlers = ({ repositories, engine, clock }: Needs): Handlers<typeof activityContract> => {
  const { cycles, orders, connections } = repositories
  return {
    cycles: ({ connectionId, show, limit }) => {
      const read = cycles.list(connectionId, show === 'failed' ? SEARCHED : limit, show !== 'all')
      const shown = show === 'failed' ? read.filter(({ problem }) => problem !== null) : read
      const newest = new Map(read.toReversed().map((cycle) => [cycle.connectionId, cycle.id]))
      const isRunning = ({ id, connectionId: of, finishedAt }: Cycle): boolean =>
        finishedAt === null && newest.get(of) === id && engine.isBusy(of)
      return shown.slice(0, limit).map((cycle) => ({
        ...toView(cycle, connections.get(cycle.connectionId)?.label ?? ''),
        running: isRunning(cycle),
      }))
    },
    perDay: ({ connectionId, days }) => {
      const today = clock.nowIso().slice(0, 10)
      const since = addDays(today, 1 - days)
      const ofOrders = new Map(orders.perDay(since, connectionId).map((figures) => [figures.day, figures]))
      const ofCycles = new Map(cycles.perDay(since, connectionId).map((figures) => [figures.day, figures]))
      return Array.from({ length: days }, (_, index) => {
        const day = addDays(since, index)
        return { ...QUIET, ...ofOrders.get(day), ...ofCycles.get(day), day }
      })
    },
  }
}

const QUIET = { imported: 0, shipped: 0, cycles: 0, failed: 0, averageMs: null, longestMs: null }

const toView = (
  { id, connectionId, startedAt, finishedAt, runs, tookMs, steps, problem }: Cycle,
  connection: string,
): Omit<CycleView, 'running'> => ({
  id,
  connectionId,
  connection,
  startedAt,
  finishedAt,
  times: runs,
  tookMs: tookMs === null ? null : Math.round(tookMs / runs),
  // In their order; one that an older version knew and this one does not is left out.
  steps: STEPS.flatMap((step) => {
    const report = steps.find((known) => known.step === step)
    return report === undefined ? [] : [{ ...report, step }]
  }),
  problem,
})
