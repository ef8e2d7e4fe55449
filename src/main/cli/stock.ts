import type { Command } from 'commander'
import type { StockRow } from '../../preload/contract/stock.ts'
import type { Run } from './command-line.ts'
import { allPages } from './questions.ts'
import { table } from './table.ts'

const toDocument = ({ connection, sku, available, offered, lastSent, state, message }: StockRow) => ({
  connection,
  sku,
  available,
  offered,
  lastSent,
  state,
  message,
})

const toText = (rows: readonly StockRow[]): string =>
  rows.length === 0
    ? "No stock yet: Rakuten's inventory is read with the first cycle."
    : table(
        ['Connection', 'SKU', 'Available', 'Offered', 'Last sent', 'State', 'Message'],
        rows.map((row) => [
          row.connection,
          row.sku,
          row.available,
          row.offered,
          row.lastSent,
          row.state,
          row.message || ' ',
        ]),
      )

export const addStockCommand = (program: Command, run: Run): void => {
  program
    .command('stock')
    .summary('what is available, offered and told, SKU by SKU')
    .action(() =>
      run({}, async ({ ask, print }) => {
        const rows = await allPages((page) =>
          ask.stock.list({ connectionId: null, filter: 'all', search: '', ...page }),
        )
        await print(rows.map(toDocument), toText(rows))
        return undefined
      }),
    )
}
