import type { Command } from 'commander'
import type { StandingProblem } from '../../preload/contract/problems.ts'
import type { Run } from './command-line.ts'
import { unwrap } from './questions.ts'
import { localTime } from './table.ts'

const toDocument = (problem: StandingProblem) => {
  const { connection, reference, kind, message, since, nextTryAt, choices } = problem
  return { connection, reference, kind, message, since, nextTryAt, choices }
}

const whatNext = ({ nextTryAt, choices }: StandingProblem): string =>
  nextTryAt === null ? `You can: ${choices.join(', ')}.` : `Navette tries again at ${localTime(nextTryAt)}.`

const toText = (problems: readonly StandingProblem[]): string =>
  problems
    .map((problem) => {
      const whose = problem.reference === null ? problem.connection : `${problem.connection} ${problem.reference}`
      return `${whose}: ${problem.message} [${problem.kind}, since ${localTime(problem.since)}]\n  ${whatNext(problem)}`
    })
    .join('\n') || 'No problems.'

export const addProblemsCommand = (program: Command, run: Run): void => {
  program
    .command('problems')
    .summary('what goes no further, why, and the ways out')
    .action(() =>
      run({}, async ({ ask, print }) => {
        const problems = unwrap(await ask.problems.list())
        await print(problems.map(toDocument), toText(problems))
        return undefined
      }),
    )
}
