import { FAULTS, type Fault } from '../domain/fault.ts'
import type { Order } from '../domain/order.ts'
import { PROBLEMS, type Problem, type ProblemDetail, type ProblemKind } from '../domain/problem.ts'
import { type Corridor, isoAfter, tell } from './corridor.ts'
import type { StepName } from './engine.ts'

/** Holds an order back: writes the problem beside its status, and into the timeline when it is news. */
export const hold = (
  corridor: Corridor,
  order: Pick<Order, 'id'>,
  kind: ProblemKind,
  message: string,
  detail: ProblemDetail = {},
): 'problem' => {
  const { repositories, time } = corridor
  const standing = repositories.problems.of({ orderId: order.id }).find((known) => known.kind === kind)
  const isNews = standing?.message !== message
  const nextTryAt = PROBLEMS[kind].needsPerson ? null : isoAfter(time, corridor.intervalMs)
  if (!isNews && nextTryAt === null && JSON.stringify(standing?.detail) === JSON.stringify(detail)) return 'problem'
  const problem: Problem = { kind, message, detail, since: time.nowIso(), nextTryAt }
  repositories.together(() => {
    repositories.problems.put({ orderId: order.id }, problem)
    if (isNews) tell(corridor, order.id, 'problem', 'navette', { kind, message })
  })
  return 'problem'
}

/** Takes problems of these kinds away (all kinds when none is named), and says so in the timeline when there were any. */
export const settle = (corridor: Corridor, order: Pick<Order, 'id'>, ...kinds: readonly ProblemKind[]): void => {
  const { repositories } = corridor
  repositories.together(() => {
    const settled = repositories.problems.clear({ orderId: order.id }, ...kinds)
    for (const { kind } of settled) tell(corridor, order.id, 'problem-solved', 'navette', { kind })
  })
}

export const hasProblem = (corridor: Corridor, order: Pick<Order, 'id'>, ...kinds: readonly ProblemKind[]): boolean =>
  corridor.repositories.problems.of({ orderId: order.id }).some(({ kind }) => kinds.includes(kind))

/** A fault that concerns this order alone becomes its problem. */
export const holdForFault = (
  corridor: Corridor,
  order: Pick<Order, 'id'>,
  step: StepName,
  fault: Fault,
): 'problem' | 'stayed' =>
  fault.kind === 'stale'
    ? 'stayed'
    : hold(corridor, order, fault.kind, fault.message, { ...fault.detail, side: fault.side, step })

const FAULTS_OF_TRIES: readonly ProblemKind[] = ['busy', 'quota', 'unreachable', 'unreadable']

/** What a fault of this step left behind goes as soon as a try of the same step gets through. */
export const settleFaultsOf = (corridor: Corridor, order: Pick<Order, 'id'>, step: StepName): void => {
  const standing = corridor.repositories.problems.of({ orderId: order.id })
  const over = standing.filter(({ kind, detail }) => FAULTS_OF_TRIES.includes(kind) && detail['step'] === step)
  if (over.length > 0) settle(corridor, order, ...over.map(({ kind }) => kind))
}

/** What was refused is never asked again alone: the step leaves the order until somebody presses *Retry*. */
export const isRefusedIn = (corridor: Corridor, order: Pick<Order, 'id'>, step: StepName): boolean =>
  corridor.repositories.problems
    .of({ orderId: order.id })
    .some(({ kind, detail }) => kind === 'refused' && detail['step'] === step)

/** True when a fault ends the step instead of the order. */
export const stopsTheStep = (fault: Fault): boolean => FAULTS[fault.kind].concerns === 'connection'
