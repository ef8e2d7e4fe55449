import * as z from 'zod/mini'
import { endpoint, type ViewOf } from './endpoint.ts'
import { Id, Moment } from './shapes.ts'
import { StepName } from './vocabulary.ts'

/** What the thread in the rail, and the tray, show. */
export const SyncState = z.object({
  state: z.enum(['idle', 'syncing', 'paused', 'offline']),
  running: z.array(z.object({ connectionId: z.int(), connection: z.string(), step: z.nullable(StepName) })),
  lastAt: z.nullable(z.string()),
  nextAt: z.nullable(z.string()),
  /** While paused; null: until resumed. */
  pausedUntil: z.nullable(z.string()),
  offlineSince: z.nullable(z.string()),
  /** Orders and connections that need a person. */
  needsPerson: z.int(),
  nearestAcceptBy: z.nullable(z.string()),
})
export type SyncState = ViewOf<typeof SyncState>

export const StepReportView = z.object({ step: StepName, moved: z.int(), problems: z.int() })

export const SyncReportView = z.object({
  startedAt: z.string(),
  finishedAt: z.string(),
  connections: z.array(
    z.object({
      connectionId: z.int(),
      label: z.string(),
      problem: z.nullable(z.object({ kind: z.string(), message: z.string() })),
      steps: z.array(StepReportView),
    }),
  ),
})
export type SyncReportView = ViewOf<typeof SyncReportView>

export const syncContract = {
  state: endpoint(z.void(), SyncState),
  /** One cycle over one connection, or all. */
  now: endpoint(z.object({ connectionId: z.nullable(Id) }), SyncReportView),
  pause: endpoint(z.object({ until: z.nullable(Moment) }), SyncState),
  resume: endpoint(z.void(), SyncState),
}
