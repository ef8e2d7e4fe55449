import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import type { DatabaseFile } from './open-database.ts'
import { quickCheck } from './quick-check.ts'

/** SQLite met bytes that are not what it wrote. */
export const isDamage = (error: unknown): boolean =>
  error instanceof SQLite.SqliteError && (error.code === 'SQLITE_NOTADB' || error.code.startsWith('SQLITE_CORRUPT'))

/** What keeps a sound file from being read. */
const ELSEWHERE = /^SQLITE_(BUSY|LOCKED|FULL|NOMEM|CANTOPEN|IOERR|READONLY)/

/** Reads the whole file; what is wrong with it, nothing when it is sound. A page whose seal is broken ends the reading. */
export const readThrough = (file: DatabaseFile): Promise<readonly string[]> =>
  quickCheck(file).catch((error: unknown) => {
    if (error instanceof SQLite.SqliteError && !ELSEWHERE.test(error.code)) return [error.message]
    throw error
  })

/** Remembers, beyond the end of this run, that the database may be damaged somewhere: the next start reads all of it before using it. */
export const createSuspicion = (dir: string) => {
  const mark = join(dir, 'suspect')
  return {
    stands: (): boolean => existsSync(mark),
    raise(): void {
      try {
        writeFileSync(mark, '', { mode: 0o600 })
      } catch {
        // A disk that takes no mark is told about by whatever writes next.
      }
    },
    drop: (): void => rmSync(mark, { force: true }),
  }
}
