import SQLite from 'better-sqlite3'

export type Database = SQLite.Database

export interface DatabaseFile {
  /** `:memory:` in tests. */
  readonly path: string
  /** 64 hexadecimal digits; null leaves the file plain, which only tests want. */
  readonly key: string | null
}

const BUSY_TIMEOUT_MS = 5_000

/**
 * Opens the file, encrypted as a whole with the key. The first read happens here, so a file that the key does not open throws here
 * ("file is not a database", SQLite's one answer to a wrong key, a missing key and a damaged header: `data-folder.ts` tells them apart).
 */
export function openDatabase({ path, key }: DatabaseFile): Database {
  const db = new SQLite(path, { timeout: BUSY_TIMEOUT_MS })
  try {
    if (key !== null) db.key(rawKey(key))
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    // Temporary files would be plain text beside an encrypted database.
    db.pragma('temp_store = MEMORY')
    // What is erased is overwritten with zeros: encryption protects the file, not what its owner was asked to forget.
    db.pragma('secure_delete = ON')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** The cipher takes the 32 bytes as they are only in this spelling; anything else is a passphrase and derives another key. */
export const rawKey = (key: string): Buffer => {
  if (!isKey(key)) throw new Error('A database key has 64 hexadecimal digits')
  return Buffer.from(`raw:${key}`)
}

export const isKey = (text: string): boolean => /^[0-9a-f]{64}$/i.test(text)
