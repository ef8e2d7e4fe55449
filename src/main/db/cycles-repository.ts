import type { Problem } from '../domain/problem.ts'
import { fromJson, fromJsonOrNull, toJson } from './json-column.ts'
import type { Database } from './open-database.ts'

export interface CycleStep {
  readonly step: string
  readonly moved: number
  readonly problems: number
  /** False when the cycle gave way before it. */
  readonly reached: boolean
}

/** The cycles that began on one UTC day, `YYYY-MM-DD`. */
export interface CycleFigures {
  readonly day: string
  readonly cycles: number
  /** Those that ended with a problem of the connection. */
  readonly failed: number
  readonly averageMs: number | null
  readonly longestMs: number | null
}

export type CycleProblem = Pick<Problem, 'kind' | 'message'>

/** One pass over a connection, or a run of passes of one day that ended alike and moved nothing. */
export interface Cycle {
  readonly id: number
  readonly connectionId: number
  /** Of the first pass of the run. */
  readonly startedAt: string
  /** Of the last one; null while it runs, or when it was cut off. */
  readonly finishedAt: string | null
  readonly runs: number
  /** Of all its passes together; null while it runs, and where nobody timed it. */
  readonly tookMs: number | null
  readonly steps: readonly CycleStep[]
  readonly problem: CycleProblem | null
}

export type CyclesRepository = ReturnType<typeof createCyclesRepository>

type Timed = { at: string; tookMs: number }

type CycleRecord = Omit<Cycle, 'steps' | 'problem'> & { readonly steps: string; readonly problem: string | null }

const READ = `
  SELECT id, connection_id AS connectionId, started_at AS startedAt, finished_at AS finishedAt, runs, took_ms AS tookMs, steps, problem
  FROM cycles`

export function createCyclesRepository(db: Database) {
  const insert = db.prepare<[number, string]>(`
    INSERT INTO cycles (connection_id, started_at, runs, has_news, steps) VALUES (?, ?, 1, 1, '[]')`)
  const finishOne = db.prepare<Timed & { id: number; hasNews: number; steps: string; problem: string | null }>(`
    UPDATE cycles SET finished_at = @at, took_ms = @tookMs, longest_ms = @tookMs,
      has_news = @hasNews, steps = @steps, problem = @problem
    WHERE id = @id`)
  const selectById = db.prepare<[number], CycleRecord>(`${READ} WHERE id = ?`)
  const selectBefore = db.prepare<[number, number], CycleRecord & { hasNews: number }>(
    `${READ.replace('problem\n', 'problem, has_news AS hasNews\n')} WHERE connection_id = ? AND id < ? ORDER BY id DESC LIMIT 1`,
  )
  const fold = db.prepare<Timed & { id: number }>(`
    UPDATE cycles SET finished_at = @at, runs = runs + 1,
      took_ms = took_ms + @tookMs, longest_ms = max(longest_ms, @tookMs)
    WHERE id = @id`)
  const remove = db.prepare<[number]>('DELETE FROM cycles WHERE id = ?')
  const select = (where: string) =>
    db.prepare<{ connectionId?: number; limit: number }, CycleRecord>(`${READ} ${where} ORDER BY id DESC LIMIT @limit`)
  const selectAll = select('')
  const selectNews = select('WHERE has_news = 1')
  const selectOfOne = select('WHERE connection_id = @connectionId')
  const selectNewsOfOne = select('WHERE connection_id = @connectionId AND has_news = 1')
  const selectLast = db.prepare<[number], CycleRecord>(
    `${READ} WHERE connection_id = ? AND finished_at IS NOT NULL ORDER BY id DESC LIMIT 1`,
  )
  const selectPerDay = db.prepare<{ since: string; connectionId: number | null }, CycleFigures>(`
    SELECT substr(started_at, 1, 10) AS day, sum(runs) AS cycles, sum(iif(problem IS NULL, 0, runs)) AS failed,
      CAST(round(1.0 * sum(took_ms) / sum(iif(took_ms IS NULL, 0, runs))) AS INTEGER) AS averageMs,
      max(longest_ms) AS longestMs
    FROM cycles
    WHERE started_at >= @since AND finished_at IS NOT NULL AND (@connectionId IS NULL OR connection_id = @connectionId)
    GROUP BY day ORDER BY day`)

  const finish = db.transaction((id: number, at: string, steps: readonly CycleStep[], problem: CycleProblem | null) => {
    const started = selectById.get(id)
    if (started === undefined) throw new Error(`There is no cycle ${id}`)
    const tookMs = Math.max(0, Date.parse(at) - Date.parse(started.startedAt))
    const moved = steps.some((step) => step.moved > 0)
    const outcome = { steps: toJson(steps), problem: problem === null ? null : toJson(summary(problem)) }
    const before = selectBefore.get(started.connectionId, id)
    if (before !== undefined && !moved && goesOn(before, started, outcome)) {
      fold.run({ id: before.id, at, tookMs })
      remove.run(id)
      return
    }
    const isQuiet = !moved && problem === null && steps.every((step) => step.problems === 0)
    finishOne.run({ id, at, tookMs, hasNews: Number(!isQuiet), ...outcome })
  })

  return {
    /** Returns the cycle's number; numbers only grow. */
    start: (connectionId: number, at: string): number => Number(insert.run(connectionId, at).lastInsertRowid),
    /** A cycle that moved nothing and ended like the one before it joins that one's row. */
    finish: (id: number, at: string, steps: readonly CycleStep[], problem: CycleProblem | null): void =>
      finish.immediate(id, at, steps, problem),
    /** Newest first; of every connection, or of one. */
    list: (connectionId: number | null, limit: number, withNewsOnly: boolean): readonly Cycle[] => {
      const all = withNewsOnly ? selectNews : selectAll
      const ofOne = withNewsOnly ? selectNewsOfOne : selectOfOne
      return (connectionId === null ? all.all({ limit }) : ofOne.all({ connectionId, limit })).map(toCycle)
    },
    /** The newest one that ended. */
    last: (connectionId: number): Cycle | null => {
      const record = selectLast.get(connectionId)
      return record === undefined ? null : toCycle(record)
    },
    /** From that day on, oldest first, of every connection or of one; a day without any is left out. */
    perDay: (since: string, connectionId: number | null): readonly CycleFigures[] =>
      selectPerDay.all({ since, connectionId }),
  }
}

const goesOn = (
  before: CycleRecord & { hasNews: number },
  started: CycleRecord,
  outcome: Pick<CycleRecord, 'steps' | 'problem'>,
): boolean =>
  before.finishedAt !== null &&
  before.startedAt.slice(0, 10) === started.startedAt.slice(0, 10) &&
  before.steps === outcome.steps &&
  before.problem === outcome.problem

const summary = ({ kind, message }: CycleProblem): CycleProblem => ({ kind, message })

const toCycle = (record: CycleRecord): Cycle => ({
  ...record,
  steps: fromJson<readonly CycleStep[]>(record.steps),
  problem: fromJsonOrNull<CycleProblem>(record.problem),
})
