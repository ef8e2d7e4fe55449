import type { Command } from 'commander'
import type { SyncReportView } from '../../preload/contract/sync.ts'
import type { Run } from './command-line.ts'
import { nowOption } from './now-option.ts'

type ConnectionReport = SyncReportView['connections'][number]

const toDocument = ({ startedAt, finishedAt, connections }: SyncReportView) => ({
  startedAt,
  finishedAt,
  connections: connections.map(({ label, problem, steps }) => ({ label, problem, steps })),
})

const stepsText = ({ steps }: ConnectionReport): string => {
  const busy = steps.filter(({ moved, problems }) => moved > 0 || problems > 0)
  const words = busy.map(({ step, moved, problems }) =>
    problems === 0 ? `${step} ${moved}` : `${step} ${moved} (${problems} with a problem)`,
  )
  return words.join(', ') || 'nothing new'
}

const toText = ({ connections }: SyncReportView): string =>
  connections
    .flatMap((connection) => [
      `${connection.label}: ${stepsText(connection)}.`,
      ...(connection.problem ? [`  ${connection.problem.message}`] : []),
    ])
    .join('\n') || 'There is no connection yet.'

export const addSyncCommand = (program: Command, run: Run): void => {
  program
    .command('sync')
    .summary('one cycle over every connection')
    .description('One cycle over every connection, then it ends. Waits for nothing: the next run goes on.')
    .option('--stock', 'also read both sides and send every stock difference at once')
    .addOption(nowOption())
    .action((options: { readonly stock?: true; readonly now?: string }) =>
      run({ now: options.now ?? null }, async ({ navette, print }) => {
        const report = await navette.sync({ stockNow: options.stock === true })
        await print(toDocument(report), toText(report))
        return undefined
      }),
    )
}
