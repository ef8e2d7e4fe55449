import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { folderFault } from './folder-trouble.ts'
import { writeWholeFile } from './whole-file.ts'

export interface FolderLock {
  /** The last holder never said goodbye: it crashed, was killed, or the power went. */
  readonly uncleanEnd: boolean
  /** Goodbye: all is written and closed. */
  release(): void
  /** Gives the folder back as it was found, an unclean end included. */
  abandon(): void
}

/**
 * One process at a time in a data folder. The lock is SQLite's own on an empty file, because the operating system takes it back whenever
 * the holder dies, however it dies. Nothing else may open the file `lock` in this process: closing it would give the lock away.
 */
export const lockFolder = (dir: string, holder: string): FolderLock => {
  const card = join(dir, 'lock.json')
  const lock = take(dir, card)
  const uncleanEnd = existsSync(card)
  const abandon = (): void => {
    if (!uncleanEnd) rmSync(card, { force: true })
    lock.close()
  }
  try {
    writeWholeFile(card, `${JSON.stringify({ holder, process: process.pid })}\n`)
  } catch (error) {
    abandon()
    throw folderFault('unusable', 'The data folder cannot be written to.', error)
  }
  return {
    uncleanEnd,
    release: () => {
      rmSync(card, { force: true })
      lock.close()
    },
    abandon,
  }
}

const take = (dir: string, card: string): SQLite.Database => {
  let lock: SQLite.Database | undefined
  try {
    lock = new SQLite(join(dir, 'lock'), { timeout: 0 })
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock?.close()
    if (error instanceof SQLite.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      throw folderFault('in-use', `The data folder is in use by ${holderOn(card)}.`, error)
    throw folderFault('unusable', 'The data folder cannot be written to.', error)
  }
}

const holderOn = (card: string): string => {
  try {
    const { holder, process: id } = JSON.parse(readFileSync(card, 'utf8')) as { holder: unknown; process: unknown } // lockFolder wrote it
    return `${String(holder)} (process ${String(id)})`
  } catch {
    return 'another process'
  }
}
