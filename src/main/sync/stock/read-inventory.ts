import type { Advert } from '../../connectors/sockets/marketplace.ts'
import type { InventoryEntry, StockRow } from '../../db/stock-repository.ts'
import { formatCents } from '../../domain/money.ts'
import type { Corridor } from '../corridor.ts'
import type { Knowledge } from './knowledge.ts'
import { SEVERAL_ADVERTS } from './weigh-row.ts'

/** Reads what the marketplace shows, all of it, and says where a price is no longer the one that was told along. */
export const readInventory = async (corridor: Corridor, knowledge: Knowledge): Promise<void> => {
  const { connection, marketplace, repositories, time } = corridor
  const { stock } = repositories
  // The moment before the first page: no price is younger than it says.
  const readAt = time.now()
  const inventory = toInventory(await marketplace.readInventory())
  const prices = new Map(
    stock
      .rows(connection.id)
      .filter(wasTold)
      .map(({ sku, priceCents }) => [sku, priceCents]),
  )
  repositories.together(() => {
    stock.replaceInventory(connection.id, inventory, new Date(readAt).toISOString())
    stock.saveRows(stock.rows(connection.id).flatMap((row) => withNewPrice(row, prices.get(row.sku))))
  })
  knowledge.inventoryReadAt = readAt
}

const toInventory = (adverts: readonly Advert[]): readonly InventoryEntry[] => {
  const bySku = new Map<string, InventoryEntry>()
  for (const { sku, advertId, title, ean, priceCents, quantity, unlimited } of adverts) {
    const isAmbiguous = bySku.has(sku)
    const entry = { sku, advertId, title, ean, priceCents, quantity, unlimited }
    bySku.set(sku, isAmbiguous ? { ...entry, advertId: SEVERAL_ADVERTS } : entry)
  }
  return [...bySku.values()]
}

const wasTold = ({ lastSent }: StockRow): boolean => lastSent !== null

const withNewPrice = (row: StockRow, told: number | undefined): readonly StockRow[] => {
  if (told === undefined || told === row.priceCents) return []
  const message = `The price at Rakuten is ${formatCents(row.priceCents)} now; it was ${formatCents(told)} when stock was last told.`
  return [{ ...row, message }]
}
