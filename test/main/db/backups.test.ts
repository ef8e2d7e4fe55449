import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createBackups } from '../../../src/main/db/backups.ts'
import { openDatabase } from '../../../src/main/db/open-database.ts'
import { quickCheck } from '../../../src/main/db/quick-check.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

const KEY = '0f'.repeat(32)

const aDatabase = (now = day(20)) => {
  const dir = temporaryFolder()
  const file = { path: join(dir, 'navette.db'), key: KEY }
  const db = openDatabase(file)
  onTestFinished(() => void db.close())
  db.exec("CREATE TABLE words (word TEXT) STRICT; INSERT INTO words VALUES ('Lefebvre')")
  const folder = join(dir, 'backups')
  return { db, file, folder, backups: createBackups(file, folder, () => now) }
}

const day = (date: number): string => new Date(Date.UTC(2026, 10, date, 3)).toISOString()

const named = (date: number, reason: string): string => `${day(date).replaceAll(':', '-')}-${reason}.db`

const wordsIn = (path: string, key = KEY): unknown => {
  const db = openDatabase({ path, key })
  try {
    return db.prepare('SELECT word FROM words').pluck().all()
  } finally {
    db.close()
  }
}

/** Backups of earlier days; what is in them does not matter here. */
const earlier = (folder: string, ...names: readonly string[]): void => {
  mkdirSync(folder)
  for (const name of names) writeFileSync(join(folder, name), '')
}

describe('backups', () => {
  it('are whole copies under the same key, made while the database is open', async () => {
    const { folder, backups } = aDatabase()

    const made = await backups.make()

    expect(made).toEqual({
      name: named(20, 'by-hand'),
      madeAt: day(20),
      reason: 'by-hand',
      bytes: statSync(join(folder, made.name)).size,
    })
    expect(wordsIn(join(folder, made.name))).toEqual(['Lefebvre'])
    expect(() => wordsIn(join(folder, made.name), 'f0'.repeat(32))).toThrow('not a database')
  })

  it('are made once a day', async () => {
    const { backups } = aDatabase()

    const made = [await backups.daily(day(20)), await backups.daily(day(20)), await backups.daily(day(21))]

    expect(made).toEqual([true, false, true])
    expect((await backups.list()).map(({ madeAt, reason }) => [madeAt, reason])).toEqual([
      [day(21), 'daily'],
      [day(20), 'daily'],
    ])
  })

  it('are kept to seven of each reason', async () => {
    const { folder, backups } = aDatabase()
    const dailies = [2, 3, 4, 5, 6, 7, 8, 9].map((date) => named(date, 'daily'))
    earlier(folder, ...dailies, named(3, 'before-update'), named(4, 'by-hand'))

    await backups.daily(day(10))

    expect(readdirSync(folder).toSorted()).toEqual(
      [...dailies.slice(2), named(10, 'daily'), named(3, 'before-update'), named(4, 'by-hand')].toSorted(),
    )
  })

  it('go after thirty days when no later one replaces them, dailies excepted', async () => {
    const { folder, backups } = aDatabase()
    earlier(folder, named(1, 'daily'), named(1, 'before-update'), named(1, 'by-hand'), named(2, 'by-hand'))

    await backups.daily('2026-12-01T12:00:00.000Z')

    expect((await backups.list()).map(({ name }) => name)).toEqual([
      '2026-12-01T12-00-00.000Z-daily.db',
      named(2, 'by-hand'),
      named(1, 'daily'),
    ])
  })

  it('give way to a fresh one after an erasure', async () => {
    const { db, folder, backups } = aDatabase()
    await backups.beforeMigration()
    await backups.daily(day(19))
    db.exec("UPDATE words SET word = 'erased'")

    await backups.replaceAll()

    expect(readdirSync(folder)).toEqual([named(20, 'after-erasure')])
    expect(wordsIn(join(folder, named(20, 'after-erasure')))).toEqual(['erased'])
  })

  it('are never half a file: what an earlier run left unfinished is no backup and goes', async () => {
    const { folder, backups } = aDatabase()
    earlier(folder, `${named(19, 'daily')}.partial`)
    expect(await backups.list()).toEqual([])

    await backups.daily(day(20))

    expect(readdirSync(folder)).toEqual([named(20, 'daily')])
  })

  it('are made one after the other, even when asked for at once', async () => {
    const { folder, backups } = aDatabase()

    await Promise.all([backups.make(), backups.daily(day(20)), backups.daily(day(20))])

    expect(readdirSync(folder).toSorted()).toEqual([named(20, 'by-hand'), named(20, 'daily')])
  })

  it('leave the older ones alone when a new one cannot be made', async () => {
    const { folder, backups, file } = aDatabase()
    await backups.daily(day(19))
    const other = createBackups({ ...file, key: 'f0'.repeat(32) }, folder, () => day(20))

    await expect(other.replaceAll()).rejects.toThrow('not a database')

    expect(readdirSync(folder)).toEqual([named(19, 'daily')])
    expect(await backups.daily(day(20))).toBe(true)
  })
})

describe('the quick check', () => {
  it('says what is wrong with a file', async () => {
    const { db, file } = aDatabase()
    db.exec('CREATE INDEX by_word ON words (word); PRAGMA wal_checkpoint(TRUNCATE)')
    expect(await quickCheck(file)).toEqual([])

    db.unsafeMode(true)
    db.exec("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 2 WHERE name = 'by_word'")
    db.close()

    expect((await quickCheck(file)).length).toBeGreaterThan(0)
  })
})
