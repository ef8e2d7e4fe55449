import { fromJson, toJson } from './json-column.ts'
import type { Database } from './open-database.ts'

export type SettingsRepository = ReturnType<typeof createSettingsRepository>

/** What the seller set for the whole application. */
export function createSettingsRepository(db: Database) {
  const select = db.prepare<[string], { value: string }>('SELECT value FROM settings WHERE key = ?')
  const upsert = db.prepare<[string, string]>(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )

  return {
    /** Null when it was never set. */
    read: <T>(key: string, parse: (value: unknown) => T): T | null => {
      const record = select.get(key)
      return record === undefined ? null : parse(fromJson<unknown>(record.value))
    },
    save: (key: string, value: unknown): void => {
      upsert.run(key, toJson(value))
    },
  }
}
