import { z } from 'zod'
import { Fault, isFault } from '../../domain/fault.ts'
import { inDoubt } from '../http/in-doubt.ts'
import { AN_HOUR_MS } from './facts.ts'
import { oneOf } from './filters.ts'
import type { Office } from './office.ts'
import { listOrders, meaningsOf, type OrderRow } from './office-orders.ts'
import { listDetails, skuOf } from './order-lines.ts'
import { listParts } from './paging.ts'
import { Flag, Whole } from './shapes.ts'
import { articleKey } from './sku-sources.ts'
import { listStock } from './stock.ts'

/** A figure of the shop's stock that is still to be lowered; `from` is what it was when we first wrote, null before. */
const Withheld = z.object({ id: z.int(), sku: z.string(), units: z.int(), from: z.int().nullable() })
type Withheld = z.infer<typeof Withheld>

/** A cancellation of ours whose units shall not go back to the shelf; `rows` is null until the shop has put them there. */
const Withholding = z.object({ begunAt: z.number(), rows: z.array(Withheld).nullable() })

const PREFIX = 'withhold:'
const keyOf = (orderId: number): string => `${PREFIX}${orderId}`

/** Cancels, having written down that it is us: people's own cancellations are left as they left them. */
export const beginWithholding = async (
  { records, clock }: Office,
  orderId: number,
  cancel: () => Promise<void>,
): Promise<void> => {
  records.save(keyOf(orderId), { begunAt: clock.now(), rows: null })
  try {
    await cancel()
  } catch (error) {
    if (isFault(error) && error.outcome === 'not-done') records.remove(keyOf(orderId))
    throw error
  }
}

/**
 * Takes the units of an order that we cancelled out of the stock again, where PrestaShop put them by itself (prestashop.md 2.3). What is written
 * down is read anew after each call, so that it goes on where it was cut short, and never beside itself.
 */
export const endWithholding = async (
  office: Office,
  { id: orderId, reference }: Pick<OrderRow, 'id' | 'reference'>,
): Promise<void> => {
  const key = keyOf(orderId)
  const { records, api, settings } = office
  const begun = () => records.read(key, Withholding)
  const rowsLeft = (): readonly Withheld[] => begun()?.rows ?? []
  const keep = (rows: readonly Withheld[]): void => {
    const known = begun()
    if (known !== null) records.save(key, { ...known, rows })
  }
  if (settings.restocks || begun() === null) return

  await inDoubt(async () => {
    if (begun()?.rows === null) {
      const rows = await rowsOf(office, orderId)
      if (begun()?.rows === null) keep(rows)
    }
    const moved: Withheld[] = []
    for (const { id } of rowsLeft()) {
      const figure = await figureOf(office, id)
      const row = rowsLeft().find((one) => one.id === id)
      if (row === undefined) continue
      const from = row.from ?? figure
      if (from !== null && figure === from) {
        keep(rowsLeft().map((one) => (one.id === id ? { ...one, from } : one)))
        await api.change('stock_availables', id, { quantity: from - row.units })
      } else if (from !== null && figure !== null && figure !== from - row.units) moved.push(row)
      keep(rowsLeft().filter((one) => one.id !== id))
    }
    records.remove(key)
    if (moved.length > 0) throw movedFault(office, reference, moved)
  })
}

/** Cancellations that were cut short and that nobody asks for again, because the order is read as cancelled. */
export const endAllWithholding = async (office: Office): Promise<void> => {
  const { records, clock, settings } = office
  const begun = records.list(PREFIX, Withholding)
  if (begun.length === 0) return
  const ids = begun.map(({ key }) => Number(key.slice(PREFIX.length)))
  const orders = await listParts(ids, (part) => listOrders(office, { id: oneOf(part) }))
  const meanings = await meaningsOf(office, orders)
  for (const { key, value } of begun) {
    const order = orders.find(({ id }) => keyOf(id) === key)
    const meaning = order === undefined ? 'gone' : meanings.of(order.current_state)
    // Still open: the request may yet arrive, and later than that it is somebody else's.
    const isOver = meaning === 'open' ? clock.now() - value.begunAt > AN_HOUR_MS : meaning !== 'cancelled'
    if (isOver || settings.restocks) records.remove(key)
    else if (order !== undefined && meaning === 'cancelled') await endWithholding(office, order)
  }
}

const Product = z.object({ id: Whole, cache_is_pack: Flag })

/**
 * What PrestaShop put back: the lines as they were ordered, whatever was refunded of them. Of a combination only its own figure is ours to lower:
 * its product's follows. Packs it does not put back.
 */
const rowsOf = async (office: Office, orderId: number): Promise<readonly Withheld[]> => {
  const { api, shop, source } = office
  const details = await listDetails(api, [orderId])
  const productIds = details.map(({ product_id }) => product_id)
  const products = await listParts(productIds, (part) =>
    api.list('products', { display: Object.keys(Product.shape), filter: { id: oneOf(part) } }, Product),
  )
  const packs = new Set(products.filter(({ cache_is_pack }) => cache_is_pack).map(({ id }) => id))
  const stock = await listStock(api, shop, productIds)
  const ofArticles = Map.groupBy(
    details.filter(({ product_id }) => !packs.has(product_id)),
    ({ product_id, product_attribute_id }) =>
      articleKey({ productId: product_id, combinationId: product_attribute_id }),
  )
  return Array.from(ofArticles).flatMap(([article, its]) => {
    const [first] = its
    const row = stock.get(article)
    if (first === undefined || row === undefined) return []
    const units = its.reduce((sum, { product_quantity }) => sum + product_quantity, 0)
    return [{ id: row.id, sku: skuOf(first, source), units, from: null }]
  })
}

const Figure = z.object({ id: Whole, quantity: Whole })

/** Null: no longer there. */
const figureOf = async ({ api }: Office, id: number): Promise<number | null> => {
  const display = Object.keys(Figure.shape)
  const [row] = await api.list('stock_availables', { display, filter: { id: oneOf([id]) } }, Figure)
  return row?.quantity ?? null
}

const movedFault = ({ api: { side } }: Office, order: string, rows: readonly Withheld[]): Fault => {
  const units = rows.map(({ sku, units }) => `${units} × ${sku}`).join(', ')
  return new Fault(
    'refused',
    `${side} cancelled order ${order} and put its units back. While Navette took them out again, the stock changed there, so that nobody can tell whether these are out: ${units}. Set their stock in the shop, then try again here: Navette goes on with the cancellation and leaves the stock as you set it.`,
    { side },
  )
}
