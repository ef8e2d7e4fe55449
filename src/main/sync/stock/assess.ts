import type { StockFile, StockRow } from '../../db/stock-repository.ts'
import { aliasedSku } from '../../domain/connection.ts'
import { isSoldOut, type StockChange } from '../../domain/stock.ts'
import { type Corridor, minutes, present } from '../corridor.ts'
import { type Judged, judgeRow, type Standing } from './judge-row.ts'
import type { Knowledge } from './knowledge.ts'
import type { Shelf } from './read-shelf.ts'
import { takenUnits } from './taken-units.ts'
import { weighRow } from './weigh-row.ts'

/** Every SKU of a connection, weighed and judged; nothing is kept yet. */
export interface Assessment {
  /** Those that go with the next file, sold-out ones first. */
  readonly travelling: readonly Travelling[]
  readonly judged: readonly Judged[]
  /** The rows that are no longer what the database says. */
  readonly changed: readonly StockRow[]
}

export interface Travelling extends StockChange {
  readonly row: StockRow
}

export interface View {
  readonly shelf: Shelf | null
  readonly compareWith: Standing['compareWith']
  readonly goneAtOnce?: boolean
}

export const assess = (corridor: Corridor, knowledge: Knowledge, view: View): Assessment => {
  const { connection, repositories, time } = corridor
  const scales = {
    ...view,
    office: present(corridor).label,
    productOf: (sku: string) => aliasedSku(sku, connection.settings),
    goneAtOnce: view.goneAtOnce ?? false,
    taken: takenUnits(corridor, knowledge.reading?.placedBefore ?? null),
    safetyStock: connection.settings.safetyStock,
    at: time.nowIso(),
  }
  const standingOf = createStanding(corridor, view.compareWith)
  const judged: Judged[] = []
  const changed: StockRow[] = []
  for (const before of repositories.stock.rows(connection.id)) {
    const one = judgeRow(before, weighRow(before, scales), standingOf(before))
    judged.push(one)
    if (!isSame(before, one.row)) changed.push(one.row)
  }
  const travelling = judged.filter(({ travels }) => travels).flatMap(toTravelling)
  return {
    judged,
    changed,
    travelling: [...travelling.filter(isSoldOut), ...travelling.filter((one) => !isSoldOut(one))],
  }
}

const toTravelling = ({ row, told }: Judged): readonly Travelling[] =>
  row.offered === null ? [] : [{ row, sku: row.sku, quantity: row.offered, was: told }]

const createStanding = ({ connection, repositories, time }: Corridor, compareWith: Standing['compareWith']) => {
  const { stock } = repositories
  const pending = stock.pendingFiles(connection.id)
  const reported = new Set(pending.map(({ fileId }) => fileId))
  const inDoubt = new Set(pending.filter(isInDoubt).flatMap(({ lines }) => lines.map(({ sku }) => sku)))
  const anHourAgo = new Date(time.now() - minutes(60)).toISOString()
  const lately = new Set(stock.filesSince(connection.id, anHourAgo).map(({ fileId }) => fileId))
  return ({ sku, fileId }: StockRow): Standing => ({
    onItsWay: fileId === null ? inDoubt.has(sku) : reported.has(fileId),
    sentLately: fileId !== null && lately.has(fileId),
    compareWith,
  })
}

/** Nobody knows whether Rakuten received it. */
export const isInDoubt = ({ fileId, state }: StockFile): boolean => fileId === null && state === 'pending'

const COMPARED = ['available', 'offered', 'state', 'message', 'missingReadings', 'goneSince'] as const

const isSame = (one: StockRow, other: StockRow): boolean => COMPARED.every((field) => one[field] === other[field])
