import type { Received, Reply } from '../wire.ts'
import { grantToken, refuseCall } from './access.ts'
import { createOrder } from './create-order.ts'
import { json } from './json.ts'
import { paged } from './pages.ts'
import { pushService } from './push.ts'
import { type Order, ordersOf, type Shop, shelve, totalOf } from './shop.ts'
import { stockTable } from './stock-table.ts'

/** Ids that one question may name. */
const MOST_IDS = 50

export const createService =
  (shop: Shop) =>
  (call: Received): Reply => {
    const { method, url } = call
    if (url.pathname === '/api/token') return grantToken(shop, call)
    const refusal = refuseCall(shop, call)
    if (refusal !== null) return refusal
    if (url.pathname.startsWith('/hook/')) return pushService(shop, call)
    const [, id, act] = /^\/api\/orders\/([^/]+)(\/cancel)?$/.exec(url.pathname) ?? []
    if (id !== undefined && act === undefined && method === 'GET') return showOrder(orderOf(shop, id))
    if (id !== undefined && act !== undefined && method === 'POST') return cancelOrder(shop, orderOf(shop, id))
    switch (`${method} ${url.pathname}`) {
      case 'POST /api/orders':
        return createOrder(shop, call)
      case 'GET /api/orders':
        return listOrders(shop, call)
      case 'GET /api/stock':
        return paged(shop, call, stockOf(shop))
      case 'GET /api/voorraad':
        return { status: 301, headers: { location: '/api/stock.csv' }, body: '' }
      case 'GET /api/stock.csv':
        return { status: 200, headers: { 'content-type': 'text/csv; charset=utf-8' }, body: stockTable(shop) }
      default:
        return json(404, { error: 'no such address' })
    }
  }

/** Its search finds what begins alike, too, and whatever case it is written in. */
const listOrders = (shop: Shop, call: Received): Reply => {
  const { searchParams } = call.url
  const [external, ids, externals, since] = ['external', 'ids', 'externals', 'since'].map((name) =>
    searchParams.get(name),
  )
  const orders = ordersOf(shop)
  if (external != null && shop.setup.searches) {
    const begun = external.trim().toLowerCase()
    return json(200, { items: orders.filter((one) => one.external.toLowerCase().startsWith(begun)).map(view) })
  }
  const wanted = (ids ?? externals)?.split(',')
  if (wanted !== undefined) {
    if (wanted.length > MOST_IDS) return json(400, { error: 'too many ids' })
    const named = (order: Order): string => (ids == null ? order.external : String(order.id))
    return json(200, { items: orders.filter((order) => wanted.includes(named(order))).map(view) })
  }
  if (since == null || Number.isNaN(Date.parse(since))) return json(400, { error: 'say since when' })
  return paged(shop, call, orders.filter(({ createdAt }) => createdAt >= Date.parse(since)).map(view))
}

/** By its own number, or by the one it has elsewhere. */
const orderOf = (shop: Shop, id: string): Order | undefined =>
  shop.orders.get(Number(id)) ?? ordersOf(shop).find(({ external }) => external === decodeURIComponent(id))

const showOrder = (order: Order | undefined): Reply =>
  order === undefined ? json(404, { error: 'no such order' }) : json(200, view(order))

const cancelOrder = (shop: Shop, order: Order | undefined): Reply => {
  if (order === undefined) return json(404, { error: 'no such order' })
  if (order.status !== 'nieuw') return json(409, { error: `De bestelling is ${order.status}.` })
  order.status = 'geannuleerd'
  shelve(shop, order.lines, 1)
  return json(200, { status: order.status })
}

const view = (order: Order) => ({
  ...{ id: order.id, external_number: order.external, number: `B-${order.id}`, status: order.status },
  ...{ total: totalOf(order), zip: order.address['zip'], href: `https://shop.example/admin/${order.id}` },
  lines: order.lines.map(({ sku, qty }) => ({ sku, qty })),
  parcels: order.boxes,
})

const stockOf = ({ products, breaksStock }: Shop) =>
  products.map(({ sku, title, stock }, at) => ({
    id: at + 1,
    sku,
    title,
    ...(breaksStock && at === 0 ? {} : { free: stock }),
  }))
