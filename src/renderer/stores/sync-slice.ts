import type { ConnectionView } from '../../preload/contract/connection-views.ts'
import type { Api } from '../../preload/contract/index.ts'
import type { StandingProblem } from '../../preload/contract/problems.ts'
import type { ProblemView } from '../../preload/contract/shapes.ts'
import type { SyncReportView, SyncState } from '../../preload/contract/sync.ts'
import type { Slice } from './app-store.ts'
import { newestAnswer } from './newest-answer.ts'

export interface SyncSlice {
  readonly sync: SyncState | null
  /** Everything that goes no further, the most urgent first. */
  readonly problems: readonly StandingProblem[]
  loadSync(): Promise<void>
  loadProblems(): Promise<void>
  keepSync(sync: SyncState): void
  /** Null when it could not be asked for; the reason has been said then. */
  syncNow(connectionId: number | null): Promise<SyncReportView | null>
  pauseSync(until: string | null): Promise<void>
  resumeSync(): Promise<void>
  /** A connection's own problem, by one of its choices. True when it is solved. */
  fixConnection(problem: Pick<StandingProblem, 'connectionId' | 'kind'>, choice: string): Promise<boolean>
}

export const createSyncSlice =
  (api: Api): Slice<SyncSlice> =>
  (set, get) => {
    const loadSync = newestAnswer(
      () => api.sync.state(),
      (reply) => {
        if (reply.ok) set({ sync: reply.value })
      },
    )
    const keepSync = (sync: SyncState): void => {
      loadSync.outdate()
      set({ sync })
    }
    return {
      sync: null,
      problems: [],
      loadSync,
      loadProblems: newestAnswer(
        () => api.problems.list(),
        (reply) => {
          if (reply.ok) set({ problems: reply.value })
        },
      ),
      keepSync,
      async syncNow(connectionId) {
        const reply = await api.sync.now({ connectionId })
        if (reply.ok) return reply.value
        get().notify('problem', reply.fault.message)
        return null
      },
      async pauseSync(until) {
        const reply = await api.sync.pause({ until })
        if (reply.ok) keepSync(reply.value)
        else get().notify('problem', reply.fault.message)
      },
      async resumeSync() {
        const reply = await api.sync.resume()
        if (reply.ok) keepSync(reply.value)
        else get().notify('problem', reply.fault.message)
      },
      async fixConnection({ connectionId, kind }, choice) {
        const reply = await api.problems.fixConnection({ connectionId, kind, choice })
        const done = reply.ok && reply.value.done
        get().notify(done ? 'done' : 'problem', reply.ok ? reply.value.message : reply.fault.message)
        if (reply.ok) await Promise.all([get().loadProblems(), get().loadConnections()])
        return done
      },
    }
  }

/** Everything that a connection itself has, the most urgent first: an outage must not hide behind a question. */
export const problemsOf = (
  { id, problem }: Pick<ConnectionView, 'id' | 'problem'>,
  standing: readonly StandingProblem[],
): readonly ProblemView[] => {
  if (problem === null) return []
  const own = standing.filter(({ connectionId, orderId }) => connectionId === id && orderId === null)
  return [problem, ...own.filter(({ kind }) => kind !== problem.kind)]
}
