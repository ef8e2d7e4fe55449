import { z } from 'zod'
import type { BookedLine } from './book-lines.ts'
import { canBeInPath, readLegacyItem } from './legacy-stock.ts'
import type { LegacyStock } from './schemas.ts'
import type { Desk } from './settings.ts'

/** What we set the stock of a SKU to for one order, written down before it is done. */
const Lowering = z.object({ from: z.number(), to: z.number(), done: z.boolean() })

/**
 * Without MSI nothing lowers the stock for an order that comes through the service (2.5): we do, once per order and SKU, however often this is
 * asked. Says what was done, for the timeline. Cancelling gives the units back by itself there.
 */
export const lowerLegacyStock = async (
  desk: Desk,
  ref: string,
  lines: readonly BookedLine[],
): Promise<readonly string[]> => {
  const notes: string[] = []
  for (const [sku, some] of Map.groupBy(lines, ({ product }) => product.sku)) {
    const units = some.reduce((sum, { line }) => sum + line.quantity, 0)
    const note = canBeInPath(sku)
      ? await lowerOnce(desk, `lowered:${ref}:${sku}`, sku, units)
      : `Magento lowers no stock for such orders, and Navette cannot for a SKU like ${sku}: lower it by ${units} yourself.`
    if (note !== null) notes.push(note)
  }
  return notes
}

const lowerOnce = async (desk: Desk, key: string, sku: string, units: number): Promise<string | null> => {
  const { records } = desk.ports
  const before = records.read(key, Lowering)
  const note = ({ from, to }: z.infer<typeof Lowering>): string =>
    `Magento lowers no stock for such orders: Navette set ${sku} from ${from} to ${to}.`
  if (before?.done) return note(before)
  const item = await readLegacyItem(desk, sku)
  if (!item.manage_stock) return null
  // What stands at our figure or below it was lowered by the try that was cut short.
  const isDone = before !== null && item.qty <= before.to
  const plan = isDone ? before : { from: item.qty, to: item.qty - units, done: false }
  if (!isDone) {
    records.save(key, plan)
    await setQuantity(desk, sku, item, plan.to)
  }
  records.save(key, { ...plan, done: true })
  return note(plan)
}

const setQuantity = ({ calls, settings }: Desk, sku: string, item: LegacyStock, qty: number): Promise<number> =>
  calls.call(
    {
      path: `products/${encodeURIComponent(sku)}/stockItems/${item.item_id}`,
      ...{ method: 'PUT', scope: settings.storeCode },
      body: { stockItem: { qty, is_in_stock: item.is_in_stock && qty > 0 } },
    },
    z.number(),
  )
