import { columnsOf } from './columns.ts'
import { fromJson, oneOf, toJson } from './json-column.ts'
import type { Database } from './open-database.ts'

const KINDS = ['regular', 'zeros', 'sync-now'] as const
const STATES = ['pending', 'done', 'failed', 'identical'] as const

/** One upload of quantities; its report comes later. */
export interface StockFile {
  readonly id: number
  readonly connectionId: number
  /** The marketplace's name for it; null until it gave one. */
  readonly fileId: string | null
  readonly sentAt: string
  readonly kind: (typeof KINDS)[number]
  readonly state: (typeof STATES)[number]
  /** When its report is asked for next; null when it is no longer. */
  readonly nextPollAt: string | null
  readonly polls: number
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[]
  /** Tells whether the next file would say the same. */
  readonly hash: string
}

type StockFileRecord = Omit<StockFile, 'kind' | 'state' | 'lines'> & {
  readonly kind: string
  readonly state: string
  readonly lines: string
}

const COLUMNS = columnsOf('connectionId', 'fileId', 'sentAt', 'kind', 'state', 'nextPollAt', 'polls', 'lines', 'hash')

export function createStockFiles(db: Database) {
  const read = `SELECT stock_files.id, ${COLUMNS.read('stock_files')} FROM stock_files`
  const selectSince = db.prepare<[number, string], StockFileRecord>(
    `${read} WHERE connection_id = ? AND sent_at >= ? ORDER BY sent_at, id`,
  )
  const selectPending = db.prepare<[number], StockFileRecord>(
    `${read} WHERE connection_id = ? AND state = 'pending' ORDER BY id`,
  )
  const insert = db.prepare<Omit<StockFileRecord, 'id'>>(`INSERT INTO stock_files ${COLUMNS.insert}`)
  const update = db.prepare<StockFileRecord>(`UPDATE stock_files SET ${COLUMNS.update('connectionId')} WHERE id = @id`)

  const forget = db.prepare<[string]>("DELETE FROM stock_files WHERE sent_at < ? AND state <> 'pending'")

  return {
    addFile: (file: Omit<StockFile, 'id'>): StockFile => {
      const { lastInsertRowid } = insert.run({ ...file, lines: toJson(file.lines) })
      return { ...file, id: Number(lastInsertRowid) }
    },
    saveFile: (file: StockFile): void => {
      update.run({ ...file, lines: toJson(file.lines) })
    },
    /** Oldest first. */
    filesSince: (connectionId: number, at: string): readonly StockFile[] =>
      selectSince.all(connectionId, at).map(toStockFile),
    /** Files whose report is still to come, oldest first. */
    pendingFiles: (connectionId: number): readonly StockFile[] => selectPending.all(connectionId).map(toStockFile),
    /** Files that were settled long ago: their lines are large, and nobody asks for them any more. */
    forgetFilesBefore: (at: string): void => {
      forget.run(at)
    },
  }
}

const toStockFile = (record: StockFileRecord): StockFile => ({
  ...record,
  kind: oneOf(KINDS, record.kind),
  state: oneOf(STATES, record.state),
  lines: fromJson<StockFile['lines']>(record.lines),
})
