import { fromJson, toJson } from './json-column.ts'
import type { Database } from './open-database.ts'

/** Whatever reads a stored value and refuses one of another shape; every zod schema is one. */
export interface RecordShape<T> {
  parse(value: unknown): T
}

/** A small store under one name, as connectors see it through their ports. */
export interface ScopedRecords {
  read<T>(key: string, shape: RecordShape<T>): T | null
  save(key: string, value: unknown): void
  remove(key: string): void
  /** Entries whose key starts with the prefix, in key order. */
  list<T>(prefix: string, shape: RecordShape<T>): readonly { readonly key: string; readonly value: T }[]
  /** All or nothing. */
  together<T>(work: () => T): T
}

export type RecordsRepository = ReturnType<typeof createRecordsRepository>

/** No key goes so far: the end of every range of keys that share a beginning. */
const LAST_CHARACTER = '\u{10FFFF}'

export function createRecordsRepository(db: Database, together: ScopedRecords['together']) {
  const select = db.prepare<[string, string], { value: string }>(
    'SELECT value FROM records WHERE scope = ? AND key = ?',
  )
  const selectRange = db.prepare<[string, string, string], { key: string; value: string }>(
    'SELECT key, value FROM records WHERE scope = ? AND key >= ? AND key < ? ORDER BY key',
  )
  const upsert = db.prepare<[string, string, string]>(`
    INSERT INTO records (scope, key, value) VALUES (?, ?, ?)
    ON CONFLICT (scope, key) DO UPDATE SET value = excluded.value`)
  const remove = db.prepare<[string, string]>('DELETE FROM records WHERE scope = ? AND key = ?')

  return {
    scope: (scope: string): ScopedRecords => ({
      read: (key, shape) => {
        const record = select.get(scope, key)
        return record === undefined ? null : shape.parse(fromJson<unknown>(record.value))
      },
      save: (key, value) => {
        upsert.run(scope, key, toJson(value))
      },
      remove: (key) => {
        remove.run(scope, key)
      },
      list: (prefix, shape) =>
        selectRange
          .all(scope, prefix, prefix + LAST_CHARACTER)
          .map(({ key, value }) => ({ key, value: shape.parse(fromJson<unknown>(value)) })),
      together,
    }),
  }
}
