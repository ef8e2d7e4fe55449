import * as z from 'zod/mini'
import { endpoint, type ViewOf } from './endpoint.ts'
import { Id } from './shapes.ts'
import { ProblemKind, StepName } from './vocabulary.ts'

export const CycleView = z.object({
  id: z.int(),
  connectionId: z.int(),
  connection: z.string(),
  startedAt: z.string(),
  /** Null while it runs, or when it was cut off. */
  finishedAt: z.nullable(z.string()),
  /** More than one: a run of cycles without news, folded. */
  times: z.int(),
  /** It runs right now; without an end otherwise, it was cut off. */
  running: z.boolean(),
  /** Of each, on average; null where nobody timed it. */
  tookMs: z.nullable(z.int()),
  steps: z.array(z.object({ step: StepName, moved: z.int(), problems: z.int(), reached: z.boolean() })),
  problem: z.nullable(z.object({ kind: ProblemKind, message: z.string() })),
})
export type CycleView = ViewOf<typeof CycleView>

/** One UTC day, `YYYY-MM-DD`. */
export const DayView = z.object({
  day: z.string(),
  imported: z.int(),
  shipped: z.int(),
  cycles: z.int(),
  /** Cycles that ended with a problem of their connection. */
  failed: z.int(),
  /** Of a cycle; null when none was timed. */
  averageMs: z.nullable(z.int()),
  longestMs: z.nullable(z.int()),
})
export type DayView = ViewOf<typeof DayView>

export const activityContract = {
  /** Newest first. */
  cycles: endpoint(
    z.object({
      connectionId: z.nullable(Id),
      show: z.enum(['with-news', 'all', 'failed']),
      limit: z.int().check(z.positive(), z.maximum(1_000)),
    }),
    z.array(CycleView),
  ),
  /** Oldest first, up to today, quiet days included. */
  perDay: endpoint(
    z.object({ connectionId: z.nullable(Id), days: z.int().check(z.positive(), z.maximum(366)) }),
    z.array(DayView),
  ),
}
