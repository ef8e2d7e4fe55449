import type { Command } from 'commander'
import type { ConnectionView } from '../../preload/contract/connection-views.ts'
import type { CheckView } from '../../preload/contract/shapes.ts'
import type { Run } from './command-line.ts'
import { addPreviewCommand } from './connections-preview.ts'
import { EXIT } from './exit-code.ts'
import { type Questions, unwrap } from './questions.ts'
import { localTime, table } from './table.ts'

interface Tested {
  readonly label: string
  readonly checks: readonly CheckView[]
}

const toDocument = ({
  label,
  marketplace,
  backOffice,
  paused,
  stockUpdates,
  lastCycleAt,
  problem,
}: ConnectionView) => ({
  label,
  marketplace,
  backOffice,
  paused,
  stockUpdates,
  lastCycleAt,
  problem: problem && { kind: problem.kind, message: problem.message },
})

const toText = (connections: readonly ConnectionView[]): string =>
  connections.length === 0
    ? 'There is no connection yet.'
    : table(
        ['Connection', 'Account', 'Back office', 'State', 'Stock', 'Last cycle', 'Problem'],
        connections.map((connection) => [
          connection.label,
          `${connection.marketplaceTitle}: ${connection.login}`,
          connection.backOffice,
          connection.state,
          connection.stockUpdates ? 'on' : 'off',
          localTime(connection.lastCycleAt),
          connection.problem?.message ?? null,
        ]),
      )

/** To the letter what product.md section 11 promises: a check may know more. */
const testedDocument = ({ label, checks }: Tested) => ({
  label,
  checks: checks.map(({ name, ok, message }) => ({ name, ok, message })),
})

const testedText = ({ label, checks }: Tested): string =>
  [label, ...checks.map(({ name, ok, message }) => `  ${ok ? 'ok    ' : 'FAILED'} ${name}: ${message}`)].join('\n')

/** One after the other, since two connections may speak to one host. */
const testAll = async (ask: Questions, connections: readonly ConnectionView[]): Promise<readonly Tested[]> => {
  const tested: Tested[] = []
  for (const { id, label } of connections) tested.push({ label, checks: unwrap(await ask.connections.test({ id })) })
  return tested
}

export const addConnectionsCommand = (program: Command, run: Run): void => {
  const connections = program
    .command('connections')
    .summary('the connections; `test` runs their named checks, `preview` shows what would go out')

  connections.action(() =>
    run({}, async ({ ask, print }) => {
      const known = unwrap(await ask.connections.list())
      await print(known.map(toDocument), toText(known))
      return undefined
    }),
  )

  connections
    .command('test')
    .summary('run the named checks of every connection')
    .action(() =>
      run({}, async ({ ask, print }) => {
        const tested = await testAll(ask, unwrap(await ask.connections.list()))
        await print(tested.map(testedDocument), tested.map(testedText).join('\n') || 'There is no connection yet.')
        return tested.every(({ checks }) => checks.every(({ ok }) => ok)) ? undefined : EXIT.problems
      }),
    )

  addPreviewCommand(connections, run)
}
