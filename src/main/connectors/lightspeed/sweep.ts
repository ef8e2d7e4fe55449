import type { Desk } from './desk.ts'
import { readPage, readWhole } from './lists.ts'
import { readOrder } from './orders.ts'
import { OrderState, Shipment } from './schemas.ts'
import { toFilter } from './times.ts'

/** An order and its shipments, as the shop has them now. */
export interface Standing {
  readonly order: OrderState
  readonly shipments: readonly Shipment[]
}

const A_MINUTE = 60_000

/**
 * Orders by going through all that were made since the oldest of them, 250 a page: there is no reading of several by their ids. Not by what
 * changed since last time: nothing says that a code added to a shipment, or a credit, dates the order anew, and one change missed would be
 * missed for good. An order that the pages do not show is asked for by itself, so that none is taken for gone because a page was short.
 */
export const sweep = async (
  desk: Desk,
  ids: ReadonlySet<number>,
  since: number,
): Promise<ReadonlyMap<number, Standing>> => {
  const query = { created_at_min: toFilter(since - A_MINUTE) }
  const orders = await sweepOrders(desk, ids, query)
  for (const id of ids) {
    if (orders.has(id)) continue
    const order = await readOrder(desk, id)
    if (order !== null) orders.set(id, order)
  }
  if (orders.size === 0) return new Map()
  const list = { path: 'shipments', key: 'shipments', fields: Object.keys(Shipment.shape), row: Shipment, query }
  const shipments = Map.groupBy(await readWhole(desk.api, list), ({ order }) => order)
  return new Map(Array.from(orders, ([id, order]) => [id, { order, shipments: shipments.get(id) ?? [] }]))
}

const sweepOrders = async (
  { api }: Desk,
  ids: ReadonlySet<number>,
  query: Readonly<Record<string, string>>,
): Promise<Map<number, OrderState>> => {
  const list = { path: 'orders', key: 'orders', fields: Object.keys(OrderState.shape), row: OrderState, query }
  const found = new Map<number, OrderState>()
  let size = 0
  for (let page = 1; found.size < ids.size; page += 1) {
    const rows = await readPage(api, list, page)
    for (const row of rows) if (ids.has(row.id)) found.set(row.id, row)
    // As long as the first one, however many rows a shop gives at most.
    if (rows.length === 0 || rows.length < size) break
    size = rows.length
  }
  return found
}

/** One order by itself; null when it is gone. */
export const readStanding = async (desk: Desk, id: number): Promise<Standing | null> => {
  const order = await readOrder(desk, id)
  if (order === null) return null
  return { order, shipments: await shipmentsOf(desk, id) }
}

export const shipmentsOf = ({ api }: Desk, orderId: number): Promise<readonly Shipment[]> =>
  readPage(api, { path: 'shipments', key: 'shipments', query: { order: String(orderId) }, row: Shipment }, 1)
