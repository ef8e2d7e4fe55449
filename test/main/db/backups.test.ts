import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createBackups } from '../../../src/main/db/backups.ts'
import { openDatabase } from '../../../src/main/db/open-database.ts'
import { quickCheck } from '../../../src/main/db/quick-check.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

const KEY = '0f'.repeat(32)

const aDatabase = () => {
  const dir = temporaryFolder()
  const file = { path: join(dir, 'navette.db'), key: KEY }
  const db = openDatabase(file)
  onTestFinished(() => void db.close())
  db.exec("CREATE TABLE words (word TEXT) STRICT; INSERT INTO words VALUES ('Lefebvre')")
  const folder = join(dir, 'backups')
  return { db, file, folder, backups: createBackups(file, folder) }
}

const day = (date: number): string => new Date(Date.UTC(2026, 10, date, 3)).toISOString()

describe('backups', () => {
  it('are whole copies under the same key, made while the database is open', async () => {
    const { folder, backups } = aDatabase()

    await backups.daily(day(20))

    const copy = openDatabase({ path: join(folder, 'daily-2026-11-20.db'), key: KEY })
    expect(copy.prepare('SELECT word FROM words').pluck().all()).toEqual(['Lefebvre'])
    copy.close()
    expect(() => openDatabase({ path: join(folder, 'daily-2026-11-20.db'), key: 'f0'.repeat(32) })).toThrow(
      'not a database',
    )
  })

  it('are made once a day', async () => {
    const { backups } = aDatabase()

    const made = [await backups.daily(day(20)), await backups.daily(day(20)), await backups.daily(day(21))]

    expect(made).toEqual([true, false, true])
  })

  it('are kept for seven days, those made before a migration included', async () => {
    const { backups } = aDatabase()
    await backups.beforeMigration(100, day(1))
    await backups.beforeMigration(110, day(8))
    for (let date = 2; date <= 10; date += 1) await backups.daily(day(date))

    expect(backups.list().toSorted()).toEqual([
      'before-2026-11-08-from-110.db',
      ...[4, 5, 6, 7, 8, 9, 10].map((date) => `daily-2026-11-${String(date).padStart(2, '0')}.db`),
    ])
  })

  it('give way to a fresh one after an erasure', async () => {
    const { db, folder, backups } = aDatabase()
    await backups.beforeMigration(100, day(18))
    await backups.daily(day(19))
    await backups.daily(day(20))
    db.exec("UPDATE words SET word = 'erased'")

    await backups.renew(day(20))

    expect(backups.list()).toEqual(['daily-2026-11-20.db'])
    const copy = openDatabase({ path: join(folder, 'daily-2026-11-20.db'), key: KEY })
    expect(copy.prepare('SELECT word FROM words').pluck().all()).toEqual(['erased'])
    copy.close()
  })

  it('are never half a file: what an earlier run left unfinished is no backup and goes', async () => {
    const { folder, backups } = aDatabase()
    mkdirSync(folder)
    writeFileSync(join(folder, 'daily-2026-11-20.db.partial'), 'half')
    expect(backups.list()).toEqual([])

    await backups.daily(day(20))

    expect(readdirSync(folder)).toEqual(['daily-2026-11-20.db'])
  })

  it('leave the older ones alone when a new one cannot be made', async () => {
    const { folder, backups, file } = aDatabase()
    await backups.daily(day(19))
    const other = createBackups({ ...file, key: 'f0'.repeat(32) }, folder)

    await expect(other.renew(day(20))).rejects.toThrow('not a database')

    expect(readdirSync(folder)).toEqual(['daily-2026-11-19.db'])
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
