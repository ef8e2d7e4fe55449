import { inDatabaseThread } from './database-thread.ts'
import type { DatabaseFile } from './open-database.ts'

/** Reads the whole file in a thread of its own; what SQLite finds wrong with it, nothing when it is sound. */
export const quickCheck = async (file: DatabaseFile): Promise<readonly string[]> => {
  const rows = (await inDatabaseThread(file, 'PRAGMA quick_check')) as readonly { readonly quick_check: string }[] // SQLite's own shape
  return rows.map(({ quick_check }) => quick_check).filter((line) => line !== 'ok')
}
