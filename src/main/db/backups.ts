import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inDatabaseThread } from './database-thread.ts'
import type { DatabaseFile } from './open-database.ts'
import { quickCheck } from './quick-check.ts'
import { nameOfDamaged, removeDamaged, restoreBackup } from './restore-backup.ts'
import { finishFile } from './whole-file.ts'

const REASONS = ['daily', 'by-hand', 'before-update', 'after-erasure'] as const
export type BackupReason = (typeof REASONS)[number]

export interface Backup {
  /** Its file's name. */
  readonly name: string
  readonly madeAt: string
  readonly reason: BackupReason
  readonly bytes: number
}

export type Backups = ReturnType<typeof createBackups>

/** Of each reason. */
const KEPT = 7
/** Those that no later one replaces go all the same: they hold buyers whose time has come. */
const DAYS_KEPT = 30
const UNFINISHED = '.partial'

/**
 * Copies of the database in `folder`, encrypted with its key. Each is written under another name, checked, synced and only then named:
 * what bears a backup's name is a whole one.
 */
export function createBackups(file: DatabaseFile, folder: string, nowIso: () => string) {
  let before: Promise<unknown> = Promise.resolve()

  const take = async (reason: BackupReason, now: string): Promise<Backup> => {
    const name = nameOf(reason, now)
    const unfinished = join(folder, name + UNFINISHED)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    for (const left of filesIn(folder).filter((other) => other.endsWith(UNFINISHED))) remove(left)
    try {
      await inDatabaseThread(file, 'VACUUM INTO ?', unfinished)
      const complaints = await quickCheck({ ...file, path: unfinished })
      if (complaints.length > 0) throw new Error(`The backup is not sound: ${complaints.join('; ')}`)
      finishFile(unfinished, join(folder, name))
    } catch (error) {
      rmSync(unfinished, { force: true })
      throw error
    }
    return { name, madeAt: now, reason, bytes: bytesOf(folder, name) }
  }
  const remove = (name: string): void => rmSync(join(folder, name), { force: true })
  const list = (): readonly Backup[] =>
    filesIn(folder).flatMap((name) => {
      const backup = parse(name)
      return backup === null ? [] : [{ name, ...backup, bytes: bytesOf(folder, name) }]
    })
  const removeOld = (now: string): void => {
    const oldest = new Date(Date.parse(now) - DAYS_KEPT * 86_400_000).toISOString()
    for (const reason of REASONS) {
      const alike = list().filter((backup) => backup.reason === reason)
      const isOld = ({ madeAt }: Backup, index: number) => index >= KEPT || (reason !== 'daily' && madeAt < oldest)
      for (const { name } of alike.filter(isOld)) remove(name)
    }
    removeDamaged(folder, filesIn(folder), oldest)
  }
  const isSound = (name: string): Promise<boolean> =>
    quickCheck({ ...file, path: join(folder, name) }).then(
      (complaints) => complaints.length === 0,
      () => false,
    )
  /** One after the other: each clears away what it finds unfinished. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = before.then(work, work)
    before = mine.catch(() => {})
    return mine
  }

  return {
    /** Once a day (UTC), seven of them kept. True when one was made. */
    daily: (now: string): Promise<boolean> =>
      inTurn(async () => {
        const isDone = list().some(
          ({ reason, madeAt }) => reason === 'daily' && madeAt.slice(0, 10) === now.slice(0, 10),
        )
        if (!isDone) await take('daily', now)
        removeOld(now)
        return !isDone
      }),
    /** Because the seller asked for it. */
    make: (): Promise<Backup> => inTurn(() => take('by-hand', nowIso())),
    beforeMigration: (): Promise<Backup> => inTurn(() => take('before-update', nowIso())),
    /** After an erasure on request: a fresh one takes the place of all others, which still hold what was erased. */
    replaceAll: (): Promise<void> =>
      inTurn(async () => {
        const fresh = await take('after-erasure', nowIso())
        for (const { name } of list()) if (name !== fresh.name) remove(name)
        removeDamaged(folder, filesIn(folder), fresh.madeAt)
      }),
    /** In the place of a damaged database, which is kept beside the backups: the newest sound one. Null: there is none, nothing was touched. */
    restoreNewest: async (): Promise<Backup | null> => {
      for (const backup of list()) {
        if (!(await isSound(backup.name))) continue
        restoreBackup(join(folder, backup.name), file, join(folder, nameOfDamaged(nowIso())))
        return backup
      }
      return null
    },
    /** Newest first. */
    list: async (): Promise<readonly Backup[]> => list(),
  }
}

/** `2026-11-20T03-00-00.000Z-daily.db`: no colon, which Windows forbids in names. */
const nameOf = (reason: BackupReason, at: string): string => `${at.replaceAll(':', '-')}-${reason}.db`

const parse = (name: string): Pick<Backup, 'madeAt' | 'reason'> | null => {
  const [, day, hours, minutes, seconds, word] =
    /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-([\d.]+)Z-([a-z-]+)\.db$/.exec(name) ?? []
  const reason = REASONS.find((known) => known === word)
  return reason === undefined ? null : { madeAt: `${day}T${hours}:${minutes}:${seconds}Z`, reason }
}

const bytesOf = (folder: string, name: string): number => statSync(join(folder, name)).size

/** Newest first, since names begin with their time. */
const filesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).toSorted().toReversed()
  } catch {
    return [] // no folder, no backups
  }
}
