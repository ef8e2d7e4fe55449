import type { Command } from 'commander'
import type { OfficePreview, PreviewView } from '../../preload/contract/back-offices.ts'
import type { ConnectionView } from '../../preload/contract/connection-views.ts'
import type { Run } from './command-line.ts'
import { EXIT } from './exit-code.ts'
import { unwrap } from './questions.ts'
import { table } from './table.ts'
import { whichConnection } from './which-connection.ts'
import { whichOrder } from './which-order.ts'

interface Options {
  readonly connection?: string
  readonly order?: string
}

const toDocument = ({ label, backOffice }: ConnectionView, { order, previews }: OfficePreview) => ({
  connection: label,
  backOffice,
  order: { reference: order.reference, invented: order.id === null },
  previews,
})

const partText = ({ title, text, rows, problem }: PreviewView): string => {
  const names = [...new Set((rows ?? []).flatMap((row) => Object.keys(row)))]
  return [
    `== ${title}`,
    ...(problem === null ? [] : [`FAILED ${problem}`]),
    ...(text === null ? (problem === null ? ['Nothing came in yet.'] : []) : [text.trimEnd()]),
    ...(names.length === 0
      ? []
      : [
          '',
          table(
            names,
            (rows ?? []).map((row) => names.map((name) => row[name] ?? null)),
          ),
        ]),
  ].join('\n')
}

const toText = ({ backOffice }: ConnectionView, { order, previews }: OfficePreview): string =>
  [
    order.id === null
      ? `What ${backOffice} would be told of an invented order, since there is none yet. Nothing is sent.`
      : `What ${backOffice} would be told of ${order.reference}. Nothing is sent.`,
    ...previews.map(partText),
  ].join('\n\n')

/** What would go out for an order: a template is tried without a window, and without sending. */
export const addPreviewCommand = (connections: Command, run: Run): void => {
  connections
    .command('preview')
    .summary('what a custom back office would be told of an order; nothing is sent')
    .description(
      'What a custom back office would be told of an order, and how what came in last was read; nothing is sent. Shows the latest order ' +
        'unless one is named, an invented one where there is none. It names its buyer. Exit 1 when something does not fit.',
    )
    .option('--connection <label>', 'whose back office, where there are several')
    .option('--order <number>', "Rakuten's purchase id")
    .action((options: Options) =>
      run({}, async ({ ask, print, world }) => {
        const connection = await whichConnection(ask, options.connection ?? null)
        const order =
          options.order === undefined || typeof connection === 'string'
            ? null
            : await whichOrder(ask, options.order, connection.label)
        const unknown = [connection, order].find((one) => typeof one === 'string')
        if (typeof connection === 'string' || typeof order === 'string') {
          world.writeError(`${unknown}\n`)
          return EXIT.usage
        }
        const preview = unwrap(
          await ask.backOffices.preview({ id: connection.backOfficeId, orderId: order?.id ?? null, following: false }),
        )
        await print(toDocument(connection, preview), toText(connection, preview))
        return preview.previews.every(({ problem }) => problem === null) ? undefined : EXIT.problems
      }),
    )
}
