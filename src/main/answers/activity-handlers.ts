import type { activityContract, CycleView } from '../../preload/contract/activity.ts'
import type { Handlers } from '../../preload/contract/endpoint.ts'
import type { Cycle } from '../db/cycles-repository.ts'
import { addDays } from '../domain/paris-time.ts'
import { STEPS } from '../sync/engine.ts'
import type { AnswerNeeds } from './needs.ts'

type Needs = Pick<AnswerNeeds, 'repositories' | 'clock'>

/** The failed ones are looked for among so many: a week of cycles every five minutes. */
const SEARCHED = 2_016

export const createActivityHandlers = ({ repositories, clock }: Needs): Handlers<typeof activityContract> => {
  const { cycles, orders, connections } = repositories
  return {
    cycles: ({ connectionId, show, limit }) => {
      const read = cycles.list(connectionId, show === 'failed' ? SEARCHED : limit, show !== 'all')
      const shown = show === 'failed' ? read.filter(({ problem }) => problem !== null) : read
      return shown.slice(0, limit).map((cycle) => toView(cycle, connections.get(cycle.connectionId)?.label ?? ''))
    },
    ordersPerDay: ({ days }) => {
      const today = clock.nowIso().slice(0, 10)
      const since = addDays(today, 1 - days)
      const counted = new Map(orders.perDay(since, null).map((figures) => [figures.day, figures]))
      return Array.from({ length: days }, (_, index) => {
        const day = addDays(since, index)
        return counted.get(day) ?? { day, imported: 0, shipped: 0 }
      })
    },
  }
}

const toView = (
  { id, connectionId, startedAt, finishedAt, runs, steps, problem }: Cycle,
  connection: string,
): CycleView => ({
  id,
  connectionId,
  connection,
  startedAt,
  finishedAt,
  times: runs,
  // In their order; one that an older version knew and this one does not is left out.
  steps: STEPS.flatMap((step) => {
    const report = steps.find((known) => known.step === step)
    return report === undefined ? [] : [{ ...report, step }]
  }),
  problem,
})
