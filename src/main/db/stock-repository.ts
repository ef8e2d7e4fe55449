import { columnsOf } from './columns.ts'
import { oneOf, toJson } from './json-column.ts'
import type { Database } from './open-database.ts'
import { createStockFiles } from './stock-files.ts'

export const STOCK_STATES = ['unchanged', 'pending', 'sent', 'superseded', 'skipped', 'error'] as const
export type StockState = (typeof STOCK_STATES)[number]

/** One SKU of a connection: what the marketplace shows, what the back office has, what was last told. */
export interface StockRow {
  readonly connectionId: number
  readonly sku: string
  readonly advertId: string
  readonly title: string
  readonly ean: string
  readonly priceCents: number
  readonly rakutenQuantity: number
  readonly unlimited: boolean
  /** When the marketplace's inventory last showed it. */
  readonly readAt: string
  readonly available: number | null
  readonly offered: number | null
  /** What the marketplace was last told; null before. */
  readonly lastSent: number | null
  readonly state: StockState
  readonly message: string
  readonly fileId: string | null
  /** Complete readings of the back office in a row that did not have it. */
  readonly missingReadings: number
  readonly goneSince: string | null
}

/** What an inventory reading says of one SKU. */
export interface InventoryEntry {
  readonly sku: string
  readonly advertId: string
  readonly title: string
  readonly ean: string
  readonly priceCents: number
  readonly quantity: number
  readonly unlimited: boolean
}

export type { StockFile } from './stock-files.ts'
export type StockRepository = ReturnType<typeof createStockRepository>

type StockRecord = Omit<StockRow, 'unlimited' | 'state'> & { readonly unlimited: number; readonly state: string }

const COLUMNS = columnsOf(
  'connectionId',
  'sku',
  'advertId',
  'title',
  'ean',
  'priceCents',
  'rakutenQuantity',
  'unlimited',
  'readAt',
  'available',
  'offered',
  'lastSent',
  'state',
  'message',
  'fileId',
  'missingReadings',
  'goneSince',
)

export function createStockRepository(db: Database) {
  const select = db.prepare<[number], StockRecord>(
    `SELECT ${COLUMNS.read('stock')} FROM stock WHERE connection_id = ? ORDER BY sku`,
  )
  const upsertReading = db.prepare<
    Omit<InventoryEntry, 'unlimited'> & { connectionId: number; unlimited: number; at: string }
  >(`
    INSERT INTO stock (connection_id, sku, advert_id, title, ean, price_cents, rakuten_quantity, unlimited, read_at,
      state, message, missing_readings)
    VALUES (@connectionId, @sku, @advertId, @title, @ean, @priceCents, @quantity, @unlimited, @at, 'unchanged', '', 0)
    ON CONFLICT (connection_id, sku) DO UPDATE SET
      advert_id = excluded.advert_id, title = excluded.title, ean = excluded.ean, price_cents = excluded.price_cents,
      rakuten_quantity = excluded.rakuten_quantity, unlimited = excluded.unlimited, read_at = excluded.read_at`)
  const removeOthers = db.prepare<[number, string]>(
    'DELETE FROM stock WHERE connection_id = ? AND sku NOT IN (SELECT value FROM json_each(?))',
  )
  const upsert = db.prepare<StockRecord>(`
    INSERT INTO stock ${COLUMNS.insert}
    ON CONFLICT (connection_id, sku) DO UPDATE SET ${COLUMNS.update('connectionId', 'sku')}`)

  const replaceAll = db.transaction((connectionId: number, inventory: readonly InventoryEntry[], at: string) => {
    removeOthers.run(connectionId, toJson(inventory.map(({ sku }) => sku)))
    for (const { sku, advertId, title, ean, priceCents, quantity, unlimited } of inventory)
      upsertReading.run({
        connectionId,
        sku,
        advertId,
        title,
        ean,
        priceCents,
        quantity,
        unlimited: Number(unlimited),
        at,
      })
  })
  const saveAll = db.transaction((rows: readonly StockRow[]) => {
    for (const row of rows) upsert.run({ ...row, unlimited: Number(row.unlimited) })
  })

  return {
    /** A complete reading of the marketplace's inventory: what it shows is renewed, what it no longer shows goes. */
    replaceInventory: (connectionId: number, inventory: readonly InventoryEntry[], at: string): void =>
      replaceAll.immediate(connectionId, inventory, at),
    /** In SKU order. */
    rows: (connectionId: number): readonly StockRow[] => select.all(connectionId).map(toStockRow),
    saveRows: (rows: readonly StockRow[]): void => saveAll.immediate(rows),
    ...createStockFiles(db),
  }
}

const toStockRow = (record: StockRecord): StockRow => ({
  ...record,
  unlimited: record.unlimited === 1,
  state: oneOf(STOCK_STATES, record.state),
})
