import type { ProblemView } from '../../preload/contract/shapes.ts'
import { choicesFor, mostUrgent, needsPerson, type Problem } from '../domain/problem.ts'

export const toProblemView = (problem: Problem): ProblemView => ({
  kind: problem.kind,
  message: problem.message,
  detail: problem.detail,
  since: problem.since,
  nextTryAt: problem.nextTryAt,
  needsPerson: needsPerson(problem),
  choices: choicesFor(problem),
})

/** The one to show first. */
export const toFirstProblem = (problems: readonly Problem[]): ProblemView | null => {
  const first = mostUrgent(problems)
  return first === null ? null : toProblemView(first)
}
