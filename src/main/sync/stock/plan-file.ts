import type { StockLine } from '../../connectors/sockets/marketplace.ts'
import type { StockFile } from '../../db/stock-repository.ts'
import { isSoldOut } from '../../domain/stock.ts'
import { maySendNow, nextSlotAt, type StockFileKind } from '../../domain/stock-pace.ts'
import { type Corridor, minutes } from '../corridor.ts'
import type { Assessment, Travelling } from './assess.ts'
import type { Judged } from './judge-row.ts'
import { hashOf, lastHash } from './last-file.ts'

/** A file that may leave now. */
export interface Plan {
  readonly kind: StockFile['kind']
  readonly told: readonly Travelling[]
  readonly lines: readonly StockLine[]
}

export type Wish = 'regular' | 'zeros' | 'sync-now'

/** Nothing told is told again sooner than this: the pace of ordinary files (product.md section 6). */
export const BETWEEN_FILES = minutes(7)

/** The file that may leave at this moment; null when nothing travels, or everything must wait. */
export const planFile = (corridor: Corridor, assessment: Assessment, wish: Wish): Plan | null => {
  if (wish === 'sync-now') return plan(corridor, 'now', 'sync-now', assessment)
  const soldOut = { ...assessment, travelling: assessment.travelling.filter(isSoldOut) }
  const zeros = (): Plan | null => plan(corridor, 'zeros', 'zeros', soldOut)
  return wish === 'zeros' ? zeros() : (plan(corridor, 'ordinary', 'regular', assessment) ?? zeros())
}

/** When the hour lets a file of *Sync stock now* leave. */
export const nextSlot = (corridor: Corridor): string => nextSlotAt('now', leftAt(corridor), corridor.time.nowIso())

const plan = (
  corridor: Corridor,
  pace: StockFileKind,
  kind: Plan['kind'],
  { travelling, judged }: Assessment,
): Plan | null => {
  if (travelling.length === 0 || !maySendNow(pace, leftAt(corridor), corridor.time.nowIso())) return null
  const lines = travelling.map(({ row, quantity }) => toLine(row, quantity))
  return differing({ kind, told: travelling, lines }, judged, lastHash(corridor))
}

const leftAt = ({ connection, repositories, time }: Corridor): readonly string[] =>
  repositories.stock
    .filesSince(connection.id, new Date(time.now() - minutes(60)).toISOString())
    .map(({ sentAt }) => sentAt)

const toLine = ({ sku, priceCents }: Travelling['row'], quantity: number): StockLine => ({ sku, quantity, priceCents })

/**
 * Rakuten ignores a file that says the same as the one before, as a second try at what it refused would. Then a SKU that has not changed
 * travels along or, when there is none, the last one waits for the file after. Null when that leaves nothing.
 */
const differing = (same: Plan, judged: readonly Judged[], last: string | null): Plan | null => {
  const { kind, told, lines } = same
  if (hashOf(lines) !== last) return same
  const companion = judged.find(
    ({ row, told: shown, travels }) =>
      !travels && row.offered !== null && row.offered === shown && (kind !== 'zeros' || shown === 0),
  )
  if (companion !== undefined) return { ...same, lines: [...lines, toLine(companion.row, companion.told ?? 0)] }
  return lines.length > 1 ? { kind, told: told.slice(0, -1), lines: lines.slice(0, -1) } : null
}
