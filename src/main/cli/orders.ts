import { type Command, Option } from 'commander'
import type { OrderRow } from '../../preload/contract/order-views.ts'
import { OrderStatus } from '../../preload/contract/vocabulary.ts'
import type { Run } from './command-line.ts'
import { allPages, type Questions, unwrap } from './questions.ts'
import { table } from './table.ts'
import { timelineText } from './timeline-text.ts'

const EVERY_ORDER = {
  tab: 'all',
  search: '',
  connectionId: null,
  deliveryMode: null,
  country: null,
  atRisk: false,
  purchasedFrom: null,
  purchasedTo: null,
  sort: 'purchased',
  direction: 'ascending',
} as const

const toDocument = (row: OrderRow) => ({
  reference: row.reference,
  connection: row.connection,
  status: row.status,
  problem: row.problem && { kind: row.problem.kind, message: row.problem.message },
  backOfficeRef: row.backOfficeRef,
  deliveryMode: row.deliveryMode,
  carrier: row.carrier,
  trackingNumber: row.trackingNumber,
  trackingUrl: row.trackingUrl,
  items: row.items.map(({ itemId, sku, status, rakutenStatus, priceCents }) => ({
    itemId,
    sku,
    status,
    rakutenStatus,
    priceCents,
  })),
  importedAt: row.importedAt,
  acceptBy: row.acceptBy,
  shippedAt: row.shippedAt,
  skippedReason: row.skippedReason,
})

const toText = (rows: readonly OrderRow[]): string =>
  rows.length === 0
    ? 'No orders.'
    : table(
        ['Order', 'Connection', 'Status', 'Delivery mode', 'Tracking', 'What stands in the way'],
        rows.map((row) => [
          row.reference,
          row.connection,
          row.status,
          row.deliveryMode,
          row.trackingNumber,
          row.problem?.message ?? row.skippedReason,
        ]),
      )

/** The orders of that number, each with its whole story. */
const withTimelines = async (ask: Questions, reference: string) => {
  const rows = unwrap(await ask.orders.find({ reference, connectionId: null }))
  const details = await Promise.all(rows.map(async ({ id }) => unwrap(await ask.orders.get({ id }))))
  return details.filter((detail) => detail !== null)
}

export const addOrdersCommand = (program: Command, run: Run): void => {
  program
    .command('orders')
    .summary('the orders, as the database has them')
    .description('The orders, as the database has them. With --order, the one order and its timeline.')
    .addOption(new Option('--status <status>', 'only those in this status').choices(OrderStatus.options))
    .option('--order <number>', "Rakuten's purchase id")
    .action((options: { readonly status?: OrderStatus; readonly order?: string }) =>
      run({}, async ({ ask, print }) => {
        const inStatus = ({ status }: OrderRow): boolean => status === (options.status ?? status)
        if (options.order !== undefined) {
          const details = (await withTimelines(ask, options.order)).filter(inStatus)
          const stories = details.map((detail) => `${toText([detail])}\n\n${timelineText(detail.timeline)}`)
          const documents = details.map((detail) => ({ ...toDocument(detail), timeline: detail.timeline }))
          await print(documents, stories.join('\n\n') || `There is no order ${options.order}.`)
          return undefined
        }
        const status = options.status ?? null
        const rows = await allPages((page) => ask.orders.list({ ...EVERY_ORDER, status, ...page }))
        await print(rows.map(toDocument), toText(rows))
        return undefined
      }),
    )
}
