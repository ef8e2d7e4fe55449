import type { StockFile, StockRow } from '../../db/stock-repository.ts'
import { type Corridor, minutes } from '../corridor.ts'
import { lastTaken } from './judge-row.ts'
import type { Knowledge } from './knowledge.ts'
import { BETWEEN_FILES } from './plan-file.ts'
import { keepInDoubt } from './send-file.ts'
import { asTaken } from './settle-reports.ts'

/** A report that is not there after a day will not come. */
const LONGEST_REPORT = minutes(24 * 60)

/** Files that a crash left between asking and answering: perhaps received, so nothing is told twice at once. */
export const adoptLost = (corridor: Corridor): void => {
  const { connection, repositories } = corridor
  for (const intent of repositories.intents.unsettled(connection.id, 'stock-file'))
    if (intent.state === 'open') keepInDoubt(corridor, intent)
}

/** Files of which only the inventory can tell what became, and whose time for that has come. */
export const overdueFiles = ({ connection, repositories, time }: Corridor): readonly StockFile[] =>
  repositories.stock
    .pendingFiles(connection.id)
    .filter(
      ({ fileId, sentAt }) => time.now() >= Date.parse(sentAt) + (fileId === null ? BETWEEN_FILES : LONGEST_REPORT),
    )

/** Compares what such files told with what the inventory shows by now; what did not arrive differs again and travels. */
export const settleDoubts = (corridor: Corridor, { inventoryReadAt }: Knowledge): void => {
  const { connection, repositories, time } = corridor
  for (const file of overdueFiles(corridor)) {
    if (inventoryReadAt === null || inventoryReadAt < Date.parse(file.sentAt) + BETWEEN_FILES) continue
    const rows = rowsOf(corridor, file)
    const arrived = rows.every(showsWhatWasTold)
    const target = file.sentAt
    repositories.together(() => {
      repositories.stock.saveFile({ ...file, state: arrived ? 'done' : 'failed', nextPollAt: null })
      repositories.stock.saveRows(
        rows.map((row) => (showsWhatWasTold(row) ? asTaken(row, row.rakutenQuantity) : asLost(row))),
      )
      for (const intent of repositories.intents.unsettled(connection.id, 'stock-file'))
        if (intent.target === target)
          repositories.intents.close(intent.id, arrived ? 'done' : 'not-done', time.nowIso())
    })
  }
}

/** The rows whose last word was this file. */
const rowsOf = ({ connection, repositories }: Corridor, { fileId, lines }: StockFile): readonly StockRow[] => {
  const told = new Map(lines.map(({ sku, quantity }) => [sku, quantity]))
  return repositories.stock
    .rows(connection.id)
    .filter(
      (row) =>
        row.offered !== null && row.fileId === fileId && row.lastSent !== null && row.lastSent === told.get(row.sku),
    )
}

const showsWhatWasTold = ({ unlimited, rakutenQuantity, lastSent }: StockRow): boolean =>
  !unlimited && rakutenQuantity === lastSent

const asLost = (row: StockRow): StockRow => ({
  ...row,
  lastSent: lastTaken(row),
  state: 'pending',
  message: 'Rakuten does not show what it was told: it is told again.',
})
