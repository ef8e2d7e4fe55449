import type { StockFilter, StockOverview } from '../../preload/contract/stock.ts'
import type { Clock } from '../connectors/sockets/ports.ts'
import type { Repositories } from '../db/repositories.ts'
import type { Connection } from '../domain/connection.ts'
import { FILES_AN_HOUR, nextSlotAt } from '../domain/stock-pace.ts'
import { toFirstProblem } from './problem-view.ts'
import { matches, toStockRows } from './stock-rows.ts'

const HOUR = 3_600_000
const FILTERS = ['all', 'different', 'unchanged', 'pending', 'sent', 'superseded', 'skipped', 'error'] as const

/** The head of the stock screen: what was sent, what waits, and when the next file may leave. */
export const toStockOverview = (
  connection: Connection,
  repositories: Repositories,
  clock: Pick<Clock, 'now' | 'nowIso'>,
): StockOverview => {
  const { id, settings } = connection
  const rows = toStockRows(connection, repositories, clock.now())
  const files = repositories.stock.filesSince(id, new Date(clock.now() - 24 * HOUR).toISOString())
  const sentAt = files.map((file) => file.sentAt)
  const last = files.at(-1)
  const own = repositories.problems.of({ connectionId: id }).filter(({ kind }) => kind === 'stock-confirmation')
  const waiting = rows.filter((row) => matches(row, 'different'))
  return {
    stockUpdates: settings.stockUpdates,
    problem: toFirstProblem(own),
    lastFile: last === undefined ? null : { sentAt: last.sentAt, skus: last.lines.length, state: last.state },
    waitingSkus: waiting.length,
    nextFileAt: nextSlotAt(waiting.some(({ offered }) => offered === 0) ? 'zeros' : 'ordinary', sentAt, clock.nowIso()),
    nextSlotAt: nextSlotAt('now', sentAt, clock.nowIso()),
    filesThisHour: sentAt.filter((at) => Date.parse(at) > clock.now() - HOUR).length,
    filesPerHour: FILES_AN_HOUR,
    counts: Object.fromEntries(
      FILTERS.map((filter) => [filter, rows.filter((row) => matches(row, filter)).length]),
      // Object.fromEntries forgets the names it was given.
    ) as Record<StockFilter, number>,
  }
}
