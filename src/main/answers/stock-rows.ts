import type { StockFilter, StockRow } from '../../preload/contract/stock.ts'
import type { Repositories } from '../db/repositories.ts'
import { aliasedSku, type Connection } from '../domain/connection.ts'

/** How far back a quantity's file is looked for. */
const FILES_SINCE = 7 * 24 * 3_600_000

/** What the marketplace lists, SKU by SKU, beside what the back office has. */
export const toStockRows = (connection: Connection, repositories: Repositories, now: number): readonly StockRow[] => {
  const { id, label, backOfficeId, settings } = connection
  const sentAt = new Map(
    repositories.stock
      .filesSince(id, new Date(now - FILES_SINCE).toISOString())
      .map((file) => [file.fileId, file.sentAt] as const),
  )
  const held = unitsHeld(backOfficeId, repositories)
  return repositories.stock.rows(id).map((row) => ({
    connectionId: id,
    connection: label,
    sku: row.sku,
    title: row.title,
    ean: row.ean,
    available: row.available,
    inOrders: held.get(aliasedSku(row.sku, settings)) ?? 0,
    offered: row.offered,
    lastSent: row.lastSent,
    atRakuten: row.unlimited ? null : row.rakutenQuantity,
    state: row.state,
    message: row.message,
    sentAt: row.fileId === null ? null : (sentAt.get(row.fileId) ?? null),
  }))
}

export const matches = (row: StockRow, filter: StockFilter): boolean =>
  filter === 'all' || (filter === 'different' ? isDifferent(row) : row.state === filter)

/** What Rakuten should show is not what it was told, or never told, what it shows. */
export const isDifferent = ({
  offered,
  lastSent,
  atRakuten,
}: Pick<StockRow, 'offered' | 'lastSent' | 'atRakuten'>): boolean =>
  offered !== null && offered !== (lastSent ?? atRakuten)

/** Units per back-office SKU in orders not placed yet, of every connection that shares the shelf. */
const unitsHeld = (backOfficeId: number, { orders, connections }: Repositories): ReadonlyMap<string, number> => {
  const held = new Map<string, number>()
  for (const { connectionId, sku, units } of orders.unitsHeld(backOfficeId)) {
    const settings = connections.get(connectionId)?.settings
    const product = settings === undefined ? sku : aliasedSku(sku, settings)
    held.set(product, (held.get(product) ?? 0) + units)
  }
  return held
}
