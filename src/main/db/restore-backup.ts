import { copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseFile } from './open-database.ts'
import { finishFile } from './whole-file.ts'

/** The log and its index: left there, they would be replayed into whatever takes the database's place. */
const BESIDE = ['-wal', '-shm'] as const

/**
 * Puts a sound backup in the place of a damaged database, which is kept as `setAside`, its log with it. A crash in between leaves the
 * damaged file or the restored one, never neither.
 */
export const restoreBackup = (backup: string, { path }: Pick<DatabaseFile, 'path'>, setAside: string): void => {
  const unfinished = `${path}.partial`
  copyFileSync(backup, unfinished)
  keepAs(path, setAside)
  for (const ending of BESIDE) if (existsSync(path + ending)) renameSync(path + ending, setAside + ending)
  finishFile(unfinished, path)
}

/** A second name for the same bytes, which nobody has to read; a copy where the file system knows no second names. */
const keepAs = (path: string, name: string): void => {
  try {
    linkSync(path, name)
  } catch {
    copyFileSync(path, name)
  }
}

const DAMAGED = '-damaged.db'

/** `2026-11-20T10-00-00.000Z-damaged.db` in the folder of the backups, though it is none. */
export const nameOfDamaged = (at: string): string => `${at.replaceAll(':', '-')}${DAMAGED}`

/** Damaged databases hold buyers like any other copy: those set aside before `day` (names begin with it) go. */
export const removeDamaged = (folder: string, names: readonly string[], day: string): void => {
  for (const name of names) if (name.includes(DAMAGED) && name < day) rmSync(join(folder, name), { force: true })
}
