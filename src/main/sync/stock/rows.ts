import type { StockFile, StockRow } from '../../db/stock-repository.ts'
import type { Corridor } from '../corridor.ts'

/** Every SKU of the connection. */
export const rowsOf = ({ connection, repositories }: Corridor): readonly StockRow[] =>
  repositories.stock.rows(connection.id)

/** The rows whose last word this file was. */
export const latestRows = (corridor: Corridor, file: StockFile): readonly StockRow[] => {
  const told = quantitiesOf(file)
  return rowsOf(corridor).filter(
    ({ sku, fileId, offered, lastSent }) =>
      offered !== null && fileId === file.fileId && lastSent !== null && lastSent === told.get(sku),
  )
}

/** What a file said, SKU by SKU. */
export const quantitiesOf = ({ lines }: Pick<StockFile, 'lines'>): ReadonlyMap<string, number> =>
  new Map(lines.map(({ sku, quantity }) => [sku, quantity]))
