import { createHash } from 'node:crypto'
import type { StockLine } from '../../connectors/sockets/marketplace.ts'
import type { StockFile, StockRow } from '../../db/stock-repository.ts'
import { isSoldOut } from '../../domain/stock.ts'
import { maySendNow, nextSlotAt, type StockFileKind } from '../../domain/stock-pace.ts'
import { type Corridor, minutes } from '../corridor.ts'
import type { Assessment, Travelling } from './assess.ts'
import type { Judged } from './judge-row.ts'

/** A file that may leave now. */
export interface Plan {
  readonly kind: StockFile['kind']
  readonly travelling: readonly Travelling[]
}

export type Wish = 'regular' | 'zeros' | 'sync-now'

/** Nothing told is told again sooner than this: the pace of ordinary files (product.md section 6). */
export const BETWEEN_FILES = minutes(7)

/** The file that may leave at this moment; null when nothing travels or everything must wait. */
export const planFile = (
  corridor: Corridor,
  { travelling }: Pick<Assessment, 'travelling'>,
  wish: Wish,
): Plan | null => {
  const soldOut = travelling.filter(isSoldOut)
  if (wish === 'sync-now') return plan(corridor, 'now', 'sync-now', travelling)
  const zeros = () => plan(corridor, 'zeros', 'zeros', soldOut)
  if (wish === 'zeros') return zeros()
  return plan(corridor, 'ordinary', 'regular', travelling) ?? zeros()
}

const plan = (
  corridor: Corridor,
  pace: StockFileKind,
  kind: Plan['kind'],
  travelling: readonly Travelling[],
): Plan | null =>
  travelling.length > 0 && maySendNow(pace, leftAt(corridor), corridor.time.nowIso()) ? { kind, travelling } : null

/** When the hour lets a file of *Sync stock now* leave. */
export const nextSlot = (corridor: Corridor): string => nextSlotAt('now', leftAt(corridor), corridor.time.nowIso())

const leftAt = ({ connection, repositories, time }: Corridor): readonly string[] =>
  repositories.stock
    .filesSince(connection.id, new Date(time.now() - minutes(60)).toISOString())
    .map(({ sentAt }) => sentAt)

/** A plan as it is uploaded. */
export interface Upload {
  readonly told: readonly Travelling[]
  readonly lines: readonly StockLine[]
}

/**
 * What the file says. Rakuten ignores a file that says the same as the one before, as a second try at what it refused would: then a SKU
 * that has not changed travels along, or, when there is none, the last one waits for the file after. Null when that leaves nothing.
 */
export const toUpload = (
  { kind, travelling }: Plan,
  judged: readonly Judged[],
  lastHash: string | null,
): Upload | null => {
  const lines = travelling.map(({ row, quantity }) => toLine(row, quantity))
  if (hashOf(lines) !== lastHash) return { told: travelling, lines }
  const companion = judged.find(
    ({ row, told, travels }) =>
      !travels && row.offered !== null && row.offered === told && (kind !== 'zeros' || row.offered === 0),
  )
  if (companion !== undefined)
    return { told: travelling, lines: [...lines, toLine(companion.row, companion.told ?? 0)] }
  return lines.length > 1 ? { told: travelling.slice(0, -1), lines: lines.slice(0, -1) } : null
}

const toLine = ({ sku, priceCents }: StockRow, quantity: number): StockLine => ({ sku, quantity, priceCents })

/** Tells whether two files say the same. */
export const hashOf = (lines: readonly StockLine[]): string =>
  createHash('sha256')
    .update(JSON.stringify(lines.map(({ sku, quantity, priceCents }) => [sku, quantity, priceCents])))
    .digest('hex')
