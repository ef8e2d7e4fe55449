import type { CsvError, FileView } from '../../preload/contract/shapes.ts'
import type { ConnectionSettings } from '../domain/connection.ts'
import { readTwoColumns, toCsv } from './csv.ts'

const COLUMNS = ['rakuten_sku', 'sku'] as const

type Aliases = ConnectionSettings['skuAliases']

/** The alias table: the marketplace's SKU, and what the back office calls it. */
export const toAliasesCsv = (aliases: Aliases): FileView => toCsv('sku-aliases.csv', COLUMNS, Object.entries(aliases))

type ReadAliases =
  | { readonly ok: true; readonly aliases: Aliases }
  | { readonly ok: false; readonly errors: readonly CsvError[] }

/** All of the file, or what is wrong with it. */
export const readAliases = (bytes: Uint8Array): ReadAliases => {
  const table = readTwoColumns(bytes, COLUMNS)
  if (!table.ok) return table
  const seen = new Set<string>()
  const errors = table.rows.flatMap(({ row, cells: [sku] }) => {
    const isTwice = seen.has(sku)
    seen.add(sku)
    return isTwice ? [{ row, column: COLUMNS[0], message: `${sku} stands here twice.` }] : []
  })
  if (errors.length > 0) return { ok: false, errors }
  return { ok: true, aliases: Object.fromEntries(table.rows.map(({ cells }) => cells)) }
}
