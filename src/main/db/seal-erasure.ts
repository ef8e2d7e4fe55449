import type { Database } from './open-database.ts'

/**
 * Erased rows are overwritten, but not the copies that SQLite leaves in the free space of pages it has split or merged, nor the pages in
 * the write-ahead log. Only writing the whole file anew is certain; what is still to be done survives a crash.
 */
export function createErasureSeal(db: Database) {
  const note = db.prepare(
    `INSERT INTO settings (key, value) VALUES ('unsealed-erasure', 'true') ON CONFLICT DO NOTHING`,
  )
  const select = db.prepare<[], { value: string }>(`SELECT value FROM settings WHERE key = 'unsealed-erasure'`)
  const forget = db.prepare(`DELETE FROM settings WHERE key = 'unsealed-erasure'`)
  const rebuildSearch = db.prepare(`INSERT INTO order_search (order_search) VALUES ('rebuild')`)

  return {
    /** Within the transaction that erases. */
    noteErasure: (): void => {
      note.run()
    },
    /**
     * Takes what was erased since the last time off the disk: about a second for each 100 MB, nothing when nothing was erased. Never
     * inside `together`. False while a backup reads the file: the next call finishes it.
     */
    sealErasure: (): boolean => {
      if (select.get() === undefined) return true
      rebuildSearch.run()
      db.exec('VACUUM')
      if (!emptyLog(db)) return false
      forget.run()
      return true
    },
  }
}

/** Without waiting for a reader: it may be a backup of many seconds, and the window would stand still meanwhile. */
const emptyLog = (db: Database): boolean => {
  const patience = Number(db.pragma('busy_timeout', { simple: true }))
  db.pragma('busy_timeout = 0')
  try {
    return db.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0
  } finally {
    db.pragma(`busy_timeout = ${patience}`)
  }
}
