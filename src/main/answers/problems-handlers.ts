import type { Handlers } from '../../preload/contract/endpoint.ts'
import type { problemsContract, StandingProblem } from '../../preload/contract/problems.ts'
import type { StandingProblem as Stored } from '../db/problems-repository.ts'
import { PROBLEM_KINDS } from '../domain/problem.ts'
import type { AnswerNeeds } from './needs.ts'
import type { News } from './news.ts'
import { toProblemView } from './problem-view.ts'

type Needs = Pick<AnswerNeeds, 'repositories' | 'engine'> & { readonly news: News }

export const createProblemsHandlers = ({ repositories, engine, news }: Needs): Handlers<typeof problemsContract> => {
  const toView = ({ connectionId, orderId, reference, problem }: Stored): StandingProblem => ({
    ...toProblemView(problem),
    connectionId,
    connection: repositories.connections.get(connectionId)?.label ?? '',
    orderId,
    reference,
  })
  return {
    list: () =>
      repositories.problems
        .all()
        .toSorted((one, other) => urgency(one) - urgency(other))
        .map(toView),
    fixConnection: async ({ connectionId, kind, choice }) => {
      const result = await engine.fixConnection(connectionId, kind, choice)
      news.connectionsChanged([connectionId])
      return result
    },
  }
}

const urgency = ({ problem }: Stored): number => PROBLEM_KINDS.indexOf(problem.kind)
