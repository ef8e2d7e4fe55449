import type { OfficeProgress, OrderKey } from '../sockets/back-office.ts'
import { LOOK_BACK_MARGIN_MS } from './facts.ts'
import { knownSince } from './find-orders.ts'
import { linesOf, parcelsOf } from './mapping.ts'
import { isId, readOrder } from './orders.ts'
import { pages } from './pages.ts'
import { Order } from './schemas.ts'
import type { Shop } from './shop.ts'
import { toDate } from './signature.ts'

const GONE: OfficeProgress = { state: 'gone', parcels: [], lines: null }

/**
 * How many orders get on. There is no "changed since" (ccvshop.md 3): the shop's orders are read from the newest back to our oldest, until a
 * page more would cost as much as asking for those that are missing one by one. Only an order asked for by itself can be told to be gone.
 */
export const readShipments = async (
  shop: Shop,
  keys: readonly OrderKey[],
): Promise<ReadonlyMap<string, OfficeProgress>> => {
  const progress = new Map<string, OfficeProgress>()
  const wanted = new Map(keys.map((key) => [key.backOfficeRef, key]))
  for (const order of await listed(shop, [...wanted.values()])) {
    progress.set(String(order.id), progressOf(shop, order))
    wanted.delete(String(order.id))
  }
  for (const ref of wanted.keys()) {
    const order = await readOrder(shop, ref)
    progress.set(ref, order === null ? GONE : progressOf(shop, order))
  }
  return progress
}

/** Those of the wanted orders that lists bring at less cost than asking one by one. */
const listed = async (shop: Shop, keys: readonly OrderKey[]): Promise<readonly Order[]> => {
  const dated = keys.flatMap(({ backOfficeRef, reference }) => {
    const since = isId(backOfficeRef) ? knownSince(shop, reference, Number(backOfficeRef)) : null
    return since === null ? [] : [{ id: Number(backOfficeRef), since }]
  })
  if (dated.length < 2) return []
  const missing = new Set(dated.map(({ id }) => id))
  const oldest = Math.min(...dated.map(({ since }) => since)) - LOOK_BACK_MARGIN_MS
  const found: Order[] = []
  const query = { min_create_date: toDate(oldest), orderby: 'id_desc', expand: 'orderrows' }
  let read = 0
  for await (const page of pages(shop.api, 'orders/', query, Order)) {
    read += 1
    for (const order of page) if (missing.delete(order.id)) found.push(order)
    if (missing.size <= read) break
  }
  return found
}

const progressOf = ({ stateOf }: Shop, order: Order): OfficeProgress => ({
  state: stateOf(order.status),
  parcels: parcelsOf(order),
  lines: order.orderrows === null ? null : linesOf(order.orderrows),
})
