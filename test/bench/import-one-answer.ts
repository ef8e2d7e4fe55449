import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { migrate } from '../../src/main/db/migrate.ts'
import { type Database, openDatabase } from '../../src/main/db/open-database.ts'
import { importOrders } from '../../src/main/sync/import-orders.ts'
import { benchCorridor, KEY, openCorridor } from './bench-corridor.ts'
import { manySales } from './many-sales.ts'
import { compare, type Measure, median, timed } from './measure.ts'

const SALES = 10_000
const RUNS = 5

/** One answer with 10,000 new sales, from bytes to the database, against strictly parsing the same bytes plus bare inserts of the same rows. */
export const importOneAnswer = async (): Promise<Measure> => {
  const bytes = manySales(SALES)
  const ours: number[] = []
  const floor: number[] = []
  for (let run = 0; run <= RUNS; run += 1) {
    const corridor = await benchCorridor({ getnewsales: bytes })
    const opened = await openCorridor(corridor)
    const took = await timed(() => importOrders(opened))
    const path = join(corridor.dataDir, 'navette.db')
    const parse = await timed(() => parseStrictly(bytes))
    const insert = await insertBarely(path)
    // The first run warms both sides up.
    if (run > 0) {
      ours.push(took)
      floor.push(parse + insert)
    }
    await corridor.close()
  }
  return compare({
    group: 'import',
    name: `one answer with ${SALES} new sales`,
    ours: median(ours),
    floor: median(floor),
    unit: 'ms',
    goal: 2,
  })
}

const parseStrictly = (bytes: Uint8Array): void => {
  const parser = new SaxesParser()
  for (const event of ['opentag', 'closetag', 'text', 'cdata'] as const) parser.on(event, () => {})
  parser.write(new TextDecoder('windows-1252').decode(bytes)).close()
}

/** The rows the import wrote, inserted by one statement a table into an equally encrypted database. */
const insertBarely = async (path: string): Promise<number> => {
  const source = openDatabase({ path, key: KEY })
  const folder = mkdtempSync(join(tmpdir(), 'navette-floor-'))
  const target = openDatabase({ path: join(folder, 'floor.db'), key: KEY })
  migrate(target)
  try {
    const tables = tablesOf(source).map((table) => ({
      table,
      rows: source.prepare<[], Row>(`SELECT ${table === 'order_search' ? 'rowid, *' : '*'} FROM ${table}`).all(),
    }))
    const insertTables = (): void => {
      for (const { table, rows } of tables) insertAll(target, table, rows)
    }
    return await timed(() => target.transaction(insertTables).immediate())
  } finally {
    source.close()
    target.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Row = Readonly<Record<string, unknown>>

/** What an import writes. The connection is there before it. */
const TABLES = ['back_offices', 'connections', 'orders', 'order_sources', 'timeline', 'order_search']
const WITHOUT_ROWID = ['items']

const tablesOf = (db: Database): readonly string[] => {
  const known = db
    .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
    .all()
    .map(({ name }) => name)
  return [...TABLES, ...WITHOUT_ROWID].filter((table) => known.includes(table))
}

const insertAll = (db: Database, table: string, rows: readonly Row[]): void => {
  const [first] = rows
  if (first === undefined) return
  const columns = Object.keys(first)
  const insert = db.prepare<unknown[]>(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  for (const row of rows) insert.run(...columns.map((column) => row[column]))
}
