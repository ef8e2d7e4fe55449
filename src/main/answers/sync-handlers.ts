import type { Handlers } from '../../preload/contract/endpoint.ts'
import type { SyncState, syncContract } from '../../preload/contract/sync.ts'
import { needsPerson } from '../domain/problem.ts'
import type { AnswerNeeds } from './needs.ts'
import type { News } from './news.ts'

type Needs = Pick<AnswerNeeds, 'repositories' | 'scheduler'> & { readonly news: News }

export const createSyncHandlers = (needs: Needs): Handlers<typeof syncContract> => {
  const { scheduler, news } = needs
  return {
    state: () => toSyncState(needs),
    now: async ({ connectionId }) => {
      const report = await scheduler.syncNow(connectionId === null ? {} : { connectionId })
      news.ordersChanged(null)
      return report
    },
    pause: ({ until }) => {
      scheduler.pause(until)
      news.syncState()
      return toSyncState(needs)
    },
    resume: () => {
      scheduler.resume()
      news.syncState()
      return toSyncState(needs)
    },
  }
}

/** What the thread in the rail and the tray show: what runs outranks the seller's pause, and that a missing network. */
export const toSyncState = ({
  repositories,
  scheduler,
}: Pick<AnswerNeeds, 'repositories' | 'scheduler'>): SyncState => {
  const { syncing, running, lastFinishedAt, nextAt, pause, offlineSince } = scheduler.state
  const { connections, orders, problems, cycles } = repositories
  const known = connections.list()
  const lastCycles = known.map(({ id }) => cycles.last(id)?.finishedAt ?? null)
  const deadlines = known.map(({ id }) => orders.deadlines(id, 1)[0]?.acceptBy ?? null)
  const ofConnections = problems.all().filter(({ orderId, problem }) => orderId === null && needsPerson(problem))
  return {
    state: syncing ? 'syncing' : pause !== null ? 'paused' : offlineSince !== null ? 'offline' : 'idle',
    running: running.map(({ connectionId, step }) => ({
      connectionId,
      connection: known.find(({ id }) => id === connectionId)?.label ?? '',
      step,
    })),
    lastAt: lastFinishedAt ?? latest(lastCycles),
    nextAt,
    pausedUntil: pause?.until ?? null,
    offlineSince,
    needsPerson: orders.counts()['to-do'] + ofConnections.length,
    nearestAcceptBy: soonest(deadlines),
  }
}

const sorted = (moments: readonly (string | null)[]): readonly string[] =>
  moments.filter((moment) => moment !== null).toSorted()

const latest = (moments: readonly (string | null)[]): string | null => sorted(moments).at(-1) ?? null
const soonest = (moments: readonly (string | null)[]): string | null => sorted(moments)[0] ?? null
