import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inDatabaseThread } from './database-thread.ts'
import type { DatabaseFile } from './open-database.ts'
import { quickCheck } from './quick-check.ts'
import { finishFile } from './whole-file.ts'

export type Backups = ReturnType<typeof createBackups>

const DAYS_KEPT = 7
const UNFINISHED = '.partial'

/**
 * Copies of the database in `folder`, encrypted with its key. Each is written under another name, checked, synced and only then named:
 * what bears a backup's name is a whole one.
 */
export function createBackups(file: DatabaseFile, folder: string) {
  const take = async (name: string): Promise<void> => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    for (const left of names(folder).filter((other) => other.endsWith(UNFINISHED))) remove(left)
    const unfinished = join(folder, name + UNFINISHED)
    try {
      await inDatabaseThread(file, 'VACUUM INTO ?', unfinished)
      const complaints = await quickCheck({ ...file, path: unfinished })
      if (complaints.length > 0) throw new Error(`The backup is not sound: ${complaints.join('; ')}`)
      finishFile(unfinished, join(folder, name))
    } catch (error) {
      rmSync(unfinished, { force: true })
      throw error
    }
  }
  const remove = (name: string): void => rmSync(join(folder, name), { force: true })
  const kept = (): readonly string[] => names(folder).filter((name) => !name.endsWith(UNFINISHED))

  return {
    /** Once a day (UTC), the last seven kept; copies made before a migration go after as many days. True when one was made. */
    daily: async (now: string): Promise<boolean> => {
      const name = dailyName(now)
      if (kept().includes(name)) return false
      await take(name)
      for (const old of kept().filter(isDaily).slice(0, -DAYS_KEPT)) remove(old)
      const oldest = new Date(Date.parse(now) - DAYS_KEPT * 86_400_000).toISOString().slice(0, 10)
      for (const old of kept().filter((other) => !isDaily(other) && dayOf(other) < oldest)) remove(old)
      return true
    },
    beforeMigration: (version: number, now: string): Promise<void> =>
      take(`before-${now.slice(0, 10)}-from-${version}.db`),
    /** After an erasure: a fresh one takes the place of all others, which still hold what was erased. */
    renew: async (now: string): Promise<void> => {
      await take(dailyName(now))
      for (const old of kept().filter((name) => name !== dailyName(now))) remove(old)
    },
    /** File names, oldest first. */
    list: (): readonly string[] => kept().toSorted((one, other) => dayOf(one).localeCompare(dayOf(other))),
  }
}

const dailyName = (now: string): string => `daily-${now.slice(0, 10)}.db`
const isDaily = (name: string): boolean => name.startsWith('daily-')
const dayOf = (name: string): string => /\d{4}-\d\d-\d\d/.exec(name)?.[0] ?? ''

const names = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).toSorted()
  } catch {
    return [] // no folder, no backups
  }
}
