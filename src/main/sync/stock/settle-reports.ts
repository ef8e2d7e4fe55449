import type { StockReport } from '../../connectors/sockets/marketplace.ts'
import type { StockFile, StockRow } from '../../db/stock-repository.ts'
import { isFault } from '../../domain/fault.ts'
import type { Corridor } from '../corridor.ts'
import { stopsTheStep } from '../order-problems.ts'
import { lastTaken } from './judge-row.ts'
import type { Knowledge } from './knowledge.ts'
import { nextPollAt } from './poll-times.ts'

/** Asks for the reports that are due and settles every SKU they speak of. */
export const settleReports = async (corridor: Corridor, knowledge: Knowledge): Promise<void> => {
  const { connection, repositories, time } = corridor
  for (const file of repositories.stock.pendingFiles(connection.id)) {
    if (file.fileId === null || (file.nextPollAt ?? '') > time.nowIso()) continue
    const report = await readReport(corridor, file.fileId)
    const polls = file.polls + 1
    if (report.state === 'pending') {
      repositories.stock.saveFile({ ...file, polls, nextPollAt: nextPollAt(file.sentAt, time.now()) })
      continue
    }
    repositories.together(() => {
      repositories.stock.saveFile({ ...file, polls, state: report.state, nextPollAt: null })
      repositories.stock.saveRows(settledRows(corridor, file, report))
    })
    // Rakuten had the same from somebody we know nothing of: its inventory shows what became of it.
    if (report.state === 'identical') knowledge.inventoryReadAt = null
  }
}

/** A report that cannot be had says nothing yet, and keeps no other file from being sent. */
const readReport = async ({ marketplace, log }: Corridor, fileId: string): Promise<StockReport> => {
  try {
    return await marketplace.readStockReport(fileId)
  } catch (error) {
    if (!isFault(error) || stopsTheStep(error)) throw error
    log.warn(`The report of stock file ${fileId} could not be read`, { error: error.message })
    return { state: 'pending', message: error.message, lines: [] }
  }
}

const settledRows = ({ connection, repositories }: Corridor, file: StockFile, report: StockReport) => {
  const told = new Map(file.lines.map(({ sku, quantity }) => [sku, quantity]))
  const refusals = refusalsIn(report, told)
  return repositories.stock.rows(connection.id).flatMap((row) => {
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
  if (state === 'identical') return new Map()
  if (state === 'failed')
    return new Map([...told.keys()].map((sku) => [sku, `Rakuten took none of the file: ${message}`]))
  const named = new Set(lines.map(({ sku }) => sku))
  const silent = [...told.keys()].filter((sku) => !named.has(sku))
  return new Map([
    ...silent.map((sku) => [sku, 'Rakuten’s report does not name this SKU.'] as const),
    ...lines.filter(({ ok }) => !ok).map(({ sku, message: text }) => [sku, text || 'Rakuten gave no reason.'] as const),
  ])
}

export const asTaken = (row: StockRow, quantity: number): StockRow => {
  if (row.offered !== quantity)
    return {
      ...row,
      state: 'superseded',
      message: `Rakuten took ${quantity}; ${row.offered} follows with the next file.`,
    }
  return { ...row, state: 'sent', message: row.goneSince === null ? '' : row.message }
}

/** Rakuten still holds what it took before. A newer quantity that waits already is not held back by the refusal of the older one. */
const asRefused = (row: StockRow, quantity: number, text: string): StockRow => {
  const refused = { ...row, lastSent: lastTaken(row) }
  if (row.offered === quantity) return { ...refused, state: 'error', message: text }
  return { ...refused, state: 'pending', message: `Rakuten refused ${quantity}: ${text}` }
}
