import { PROBLEM_KINDS, type Problem, type ProblemDetail, type ProblemKind } from '../domain/problem.ts'
import { fromJson, oneOf, toJson } from './json-column.ts'
import type { Database } from './open-database.ts'

/** Whose problem it is: an order's, or the connection's own. */
export type ProblemOwner = { readonly orderId: number } | { readonly connectionId: number }

/** A problem with what it stands beside; `orderId` and `reference` are null for the connection's own. */
export interface StandingProblem {
  readonly connectionId: number
  readonly orderId: number | null
  readonly reference: string | null
  readonly problem: Problem
}

export type ProblemsRepository = ReturnType<typeof createProblemsRepository>

interface ProblemRecord {
  readonly kind: string
  readonly message: string
  readonly detail: string
  readonly since: string
  readonly nextTryAt: string | null
}

const COLUMNS = 'problems.kind, problems.message, problems.detail, problems.since, problems.next_try_at AS nextTryAt'
const RETURNED = 'kind, message, detail, since, next_try_at AS nextTryAt'

const OF_ORDER = 'order_id = @owner'
const OF_CONNECTION = 'connection_id = @owner AND order_id IS NULL'

export function createProblemsRepository(db: Database) {
  const kept = `
    since = CASE WHEN message = excluded.message THEN since ELSE excluded.since END,
    message = excluded.message, detail = excluded.detail, next_try_at = excluded.next_try_at`
  type Put = ProblemRecord & { owner: number }
  const putOfOrder = db.prepare<Put>(`
    INSERT INTO problems (connection_id, order_id, kind, message, detail, since, next_try_at)
    VALUES ((SELECT connection_id FROM orders WHERE id = @owner), @owner, @kind, @message, @detail, @since, @nextTryAt)
    ON CONFLICT (order_id, kind) WHERE order_id IS NOT NULL DO UPDATE SET ${kept}`)
  const putOfConnection = db.prepare<Put>(`
    INSERT INTO problems (connection_id, kind, message, detail, since, next_try_at)
    VALUES (@owner, @kind, @message, @detail, @since, @nextTryAt)
    ON CONFLICT (connection_id, kind) WHERE order_id IS NULL DO UPDATE SET ${kept}`)

  const statementsOf = (owner: string) => ({
    select: db.prepare<{ owner: number }, ProblemRecord>(`SELECT ${COLUMNS} FROM problems WHERE ${owner} ORDER BY id`),
    clearAll: db.prepare<{ owner: number }, ProblemRecord>(`DELETE FROM problems WHERE ${owner} RETURNING ${RETURNED}`),
    clear: db.prepare<{ owner: number; kind: string }, ProblemRecord>(
      `DELETE FROM problems WHERE ${owner} AND kind = @kind RETURNING ${RETURNED}`,
    ),
  })
  const ofOrder = { put: putOfOrder, ...statementsOf(OF_ORDER) }
  const ofConnection = { put: putOfConnection, ...statementsOf(OF_CONNECTION) }

  const selectAll = db.prepare<[], ProblemRecord & Omit<StandingProblem, 'problem'>>(`
    SELECT problems.connection_id AS connectionId, problems.order_id AS orderId, orders.reference, ${COLUMNS}
    FROM problems LEFT JOIN orders ON orders.id = problems.order_id ORDER BY problems.since, problems.id`)
  const selectOrders = db.prepare<[number, ProblemKind], { orderId: number }>(`
    SELECT order_id AS orderId FROM problems
    WHERE connection_id = ? AND kind = ? AND order_id IS NOT NULL ORDER BY order_id`)

  const clearOf = db.transaction((owner: ProblemOwner, kinds: readonly ProblemKind[]): readonly Problem[] => {
    const { statements, id } = resolve(owner)
    if (kinds.length === 0) return statements.clearAll.all({ owner: id }).map(toProblem)
    return kinds.flatMap((kind) => statements.clear.all({ owner: id, kind }).map(toProblem))
  })
  const resolve = (owner: ProblemOwner) =>
    'orderId' in owner
      ? { statements: ofOrder, id: owner.orderId }
      : { statements: ofConnection, id: owner.connectionId }

  return {
    /** One problem of a kind stands at a time; the same one said again keeps its `since`. */
    put: (owner: ProblemOwner, problem: Problem): void => {
      const { statements, id } = resolve(owner)
      statements.put.run({ ...problem, detail: toJson(problem.detail), owner: id })
    },
    /** Takes problems of these kinds away, or all of them when no kind is named, and returns what stood there. */
    clear: (owner: ProblemOwner, ...kinds: readonly ProblemKind[]): readonly Problem[] => clearOf(owner, kinds),
    of: (owner: ProblemOwner): readonly Problem[] => {
      const { statements, id } = resolve(owner)
      return statements.select.all({ owner: id }).map(toProblem)
    },
    /** Every problem that stands, oldest first. */
    all: (): readonly StandingProblem[] =>
      selectAll.all().map(({ connectionId, orderId, reference, ...record }) => ({
        connectionId,
        orderId,
        reference,
        problem: toProblem(record),
      })),
    /** Ids of the connection's orders that have a problem of this kind. */
    ordersWith: (connectionId: number, kind: ProblemKind): readonly number[] =>
      selectOrders.all(connectionId, kind).map(({ orderId }) => orderId),
  }
}

const toProblem = (record: ProblemRecord): Problem => ({
  ...record,
  kind: oneOf(PROBLEM_KINDS, record.kind),
  detail: fromJson<ProblemDetail>(record.detail),
})
