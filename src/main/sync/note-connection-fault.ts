import type { Connection } from '../domain/connection.ts'
import { FAULTS, type Fault } from '../domain/fault.ts'
import { PROBLEM_KINDS, type ProblemKind } from '../domain/problem.ts'
import { type Corridor, isoAfter } from './corridor.ts'

interface Needs {
  readonly repositories: Corridor['repositories']
  readonly time: Corridor['time']
  readonly intervalMs: () => number
}

/** The kinds a connection's cycle leaves behind; whatever else stands beside it (stock questions) stays. */
const KINDS: readonly ProblemKind[] = PROBLEM_KINDS.filter((kind) => kind in FAULTS)

/** Keeps the fault that stopped a cycle as the connection's problem; a cycle without one clears what stood there. */
export const noteConnectionFault = (
  { repositories, time, intervalMs }: Needs,
  { id: connectionId }: Pick<Connection, 'id'>,
  fault: Fault | null,
): { readonly kind: ProblemKind; readonly message: string } | null => {
  const kind = fault === null || fault.kind === 'stale' ? null : fault.kind
  repositories.problems.clear({ connectionId }, ...KINDS.filter((known) => known !== kind))
  if (fault === null || kind === null) return null
  const nextTryAt = FAULTS[kind].retry === 'person' ? null : (fault.retryAt ?? isoAfter(time, intervalMs()))
  const { message, side } = fault
  const office = repositories.backOffices.list().find(({ label }) => label === side)
  const detail = { ...fault.detail, side, ...(office && { office: office.label }) }
  repositories.problems.put({ connectionId }, { kind, message, detail, since: time.nowIso(), nextTryAt })
  return { kind, message }
}
