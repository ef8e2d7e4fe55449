import { describe, expect, it } from 'vitest'
import { type Migration, migrate, pendingMigrations, versionOf } from '../../../src/main/db/migrate.ts'
import { MIGRATIONS } from '../../../src/main/db/migrations/index.ts'
import { openDatabase } from '../../../src/main/db/open-database.ts'

const inMemory = () => openDatabase({ path: ':memory:', key: null })

const creating = (version: number): Migration => ({
  version,
  up: (db) => db.exec(`CREATE TABLE t${version} (id INTEGER) STRICT`),
})

describe('migrating', () => {
  it('brings a new database to the newest version', () => {
    const db = inMemory()

    migrate(db)

    expect(versionOf(db)).toBe(MIGRATIONS.at(-1)?.version)
    expect(pendingMigrations(db)).toEqual([])
  })

  it('does only what the database has not seen', () => {
    const db = inMemory()
    migrate(db, [creating(10)])

    migrate(db, [creating(10), creating(20)])

    expect(versionOf(db)).toBe(20)
  })

  it('leaves the last whole version behind when one fails', () => {
    const db = inMemory()
    const failing: Migration = {
      version: 20,
      up: () => {
        db.exec('CREATE TABLE half (id INTEGER) STRICT')
        throw new Error('disk full')
      },
    }

    expect(() => migrate(db, [creating(10), failing])).toThrow('disk full')

    expect(versionOf(db)).toBe(10)
    expect(() => db.exec('SELECT * FROM half')).toThrow('no such table')
  })

  it('refuses a database that a newer Navette has used, in words for the seller', () => {
    const db = inMemory()
    db.pragma('user_version = 990')

    expect(() => migrate(db)).toThrow(
      expect.objectContaining({
        kind: 'settings',
        message: expect.stringContaining('newer version'),
        detail: expect.objectContaining({ reason: 'newer-database' }),
      }),
    )
    expect(versionOf(db)).toBe(990)
  })

  it('refuses a version that no migration leaves behind', () => {
    const db = inMemory()
    db.pragma('user_version = 15')

    expect(() => migrate(db)).toThrow('no migration leaves behind')
  })

  it.each([
    ['twice the same', [10, 10]],
    ['out of order', [20, 10]],
    ['between the tens', [10, 15]],
    ['beginning at nothing', [0, 10]],
  ])('refuses a list that is wrong: %s', (_what, versions) => {
    const db = inMemory()

    expect(() => migrate(db, versions.map(creating))).toThrow('does not follow')
    expect(versionOf(db)).toBe(0)
  })
})
