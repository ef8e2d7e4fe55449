import type { StockReport } from '../../connectors/sockets/marketplace.ts'
import type { StockFile, StockRow } from '../../db/stock-repository.ts'
import { isFault } from '../../domain/fault.ts'
import type { Corridor } from '../corridor.ts'
import { stopsTheStep } from '../order-problems.ts'
import type { Knowledge } from './knowledge.ts'
import { asRefused, asShown, asTaken } from './outcomes.ts'
import { nextPollAt } from './poll-times.ts'
import { readInventory } from './read-inventory.ts'
import { latestRows, quantitiesOf, rowsOf } from './rows.ts'

/** Asks for the reports that are due and settles every SKU they speak of. */
export const settleReports = async (corridor: Corridor, knowledge: Knowledge): Promise<void> => {
  const { connection, repositories, time } = corridor
  for (const file of repositories.stock.pendingFiles(connection.id)) {
    if (file.fileId === null || (file.nextPollAt ?? '') > time.nowIso()) continue
    const report = await readReport(corridor, knowledge, file.fileId)
    const polls = file.polls + 1
    if (report.state === 'pending') {
      repositories.stock.saveFile({ ...file, polls, nextPollAt: nextPollAt(file.sentAt, time.now()) })
      continue
    }
    repositories.together(() => {
      repositories.stock.saveFile({ ...file, polls, state: report.state, nextPollAt: null })
      repositories.stock.saveRows(settledRows(corridor, file, report))
    })
  }
}

/** A report that cannot be had says nothing yet, and keeps no other file from being sent. */
const readReport = async (corridor: Corridor, knowledge: Knowledge, fileId: string): Promise<StockReport> => {
  try {
    const report = await corridor.marketplace.readStockReport(fileId)
    // Rakuten had just had the same and ignored it: what became of that one, only its inventory shows.
    if (report.state === 'identical') await readInventory(corridor, knowledge)
    return report
  } catch (error) {
    if (!isFault(error) || stopsTheStep(error)) throw error
    corridor.log.warn(`The report of stock file ${fileId} could not be read`, { error: error.message })
    return { state: 'pending', message: error.message, lines: [] }
  }
}

const settledRows = (corridor: Corridor, file: StockFile, report: StockReport): readonly StockRow[] => {
  if (report.state === 'identical') return latestRows(corridor, file).map(asShown)
  const told = quantitiesOf(file)
  const refusals = refusalsIn(report, told)
  return rowsOf(corridor).flatMap((row) => {
    const quantity = told.get(row.sku)
    if (quantity === undefined) return []
    const refusal = refusals.get(row.sku)
    const isLatest = row.fileId === file.fileId && row.offered !== null
    if (refusal !== undefined) return isLatest ? [asRefused(row, quantity, refusal)] : []
    const known = { ...row, rakutenQuantity: quantity, unlimited: false }
    return [isLatest ? asTaken(known, quantity) : known]
  })
}

/** What Rakuten says against each SKU that it did not take. */
const refusalsIn = (
  { state, message, lines }: StockReport,
  told: ReadonlyMap<string, number>,
): ReadonlyMap<string, string> => {
  if (state === 'failed')
    return new Map([...told.keys()].map((sku) => [sku, `Rakuten took none of the file: ${message}`]))
  const named = new Set(lines.map(({ sku }) => sku))
  const silent = [...told.keys()].filter((sku) => !named.has(sku))
  return new Map([
    ...silent.map((sku) => [sku, 'Rakuten’s report does not name this SKU.'] as const),
    ...lines.filter(({ ok }) => !ok).map(({ sku, message: text }) => [sku, text || 'Rakuten gave no reason.'] as const),
  ])
}
