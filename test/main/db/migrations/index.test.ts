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

  it('refuses an order of a connection that does not exist', () => {
    const db = at(Number.POSITIVE_INFINITY)

    expect(() =>
      db.exec("INSERT INTO problems (connection_id, kind, message, detail, since) VALUES (7, 'sku', '', '{}', '')"),
    ).toThrow('FOREIGN KEY')
  })
})
