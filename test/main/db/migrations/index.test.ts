import { describe, expect, it } from 'vitest'
import { migrate, versionOf } from '../../../../src/main/db/migrate.ts'
import { MIGRATIONS } from '../../../../src/main/db/migrations/index.ts'
import { type Database, openDatabase } from '../../../../src/main/db/open-database.ts'

const at = (version: number): Database => {
  const db = openDatabase({ path: ':memory:', key: null })
  migrate(
    db,
    MIGRATIONS.filter((migration) => migration.version <= version),
  )
  return db
}

const schemaOf = (db: Database): unknown =>
  db.prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name").all()

const versions = MIGRATIONS.map(({ version }) => version)

describe('the schema', () => {
  it.each(versions)('is the same whether it grew from version %i or was made at once', (version) => {
    const grown = at(version)
    expect(versionOf(grown)).toBe(version)

    migrate(grown)

    expect(schemaOf(grown)).toEqual(schemaOf(at(Number.POSITIVE_INFINITY)))
  })

  it('holds strict tables only, so that a column never holds another kind of value', () => {
    const tables = at(Number.POSITIVE_INFINITY).pragma('table_list') as readonly {
      name: string
      type: string
      strict: number
    }[]

    const loose = tables.filter(
      ({ name, type, strict }) => type === 'table' && strict === 0 && !name.startsWith('sqlite_'),
    )

    expect(loose.map(({ name }) => name)).toEqual([])
  })

  it('keeps the rows of every version it passes', () => {
    const db = at(20)
    db.exec(`
      INSERT INTO back_offices (id, label, kind, settings) VALUES (1, 'This PC', 'this-pc', '{}');
      INSERT INTO connections (id, label, marketplace, login, account, back_office_id, reference_prefix, settings, paused, created_at)
      VALUES (1, 'Rakuten', 'rakuten-france', 'maboutique', '{}', 1, 'RKT', '{}', 0, '2026-01-01T00:00:00.000Z');
      INSERT INTO orders (id, revision, connection_id, reference, status, purchased_at, imported_at, accept_by, changed_at, delivery_mode, decisions)
      VALUES (1, 1, 1, '214001', 'imported', '', '', '', '', 'Normal', '{}')`)
    const rows = () =>
      ['back_offices', 'connections', 'orders'].map((table) => db.prepare(`SELECT * FROM ${table}`).all())
    const before = rows()

    migrate(db)

    expect(rows()).toMatchObject(before)
  })

  it('times the cycles that stand alone in their row, from their ends', () => {
    const db = at(120)
    db.exec(`
      INSERT INTO back_offices (id, label, kind, settings) VALUES (1, 'This PC', 'this-pc', '{}');
      INSERT INTO connections (id, label, marketplace, login, account, back_office_id, reference_prefix, settings, paused, created_at)
      VALUES (1, 'Rakuten', 'rakuten-france', 'maboutique', '{}', 1, 'RKT', '{}', 0, '2026-01-01T00:00:00.000Z');
      INSERT INTO cycles (connection_id, started_at, finished_at, runs, has_news, steps)
      VALUES (1, '2026-11-20T10:00:00.000Z', '2026-11-20T10:00:04.125Z', 1, 1, '[]'),
        (1, '2026-11-20T10:05:00.000Z', '2026-11-20T12:00:02.000Z', 24, 0, '[]'),
        (1, '2026-11-20T12:05:00.000Z', NULL, 1, 1, '[]')`)

    migrate(db)

    expect(db.prepare('SELECT took_ms, longest_ms FROM cycles ORDER BY id').raw().all()).toEqual([
      [4125, 4125],
      [null, null],
      [null, null],
    ])
  })

  it('refuses an order of a connection that does not exist', () => {
    const db = at(Number.POSITIVE_INFINITY)

    expect(() =>
      db.exec("INSERT INTO problems (connection_id, kind, message, detail, since) VALUES (7, 'sku', '', '{}', '')"),
    ).toThrow('FOREIGN KEY')
  })
})
