import { z } from 'zod'
import type { Received, Reply } from '../wire.ts'
import { json } from './json.ts'
import { type Order, ordersOf, type Shop, shelve } from './shop.ts'
import { stockTable } from './stock-table.ts'

const Pushed = z.object({
  channable_id: z.string().min(1),
  shipping: z.object({ last_name: z.string(), zip_code: z.string(), city: z.string() }),
  price: z.object({ shipping: z.number() }),
  products: z.array(z.object({ id: z.string(), quantity: z.int().positive(), price: z.number() })).min(1),
})

/** A shop that takes one order pushed as JSON, lists its orders in Dutch, and gives its stock as a table (divide.md 6). */
export const pushService = (shop: Shop, call: Received): Reply => {
  switch (`${call.method} ${call.url.pathname}`) {
    case 'POST /hook/order':
      return takeOrder(shop, call)
    case 'GET /hook/orders':
      return json(200, ordersOf(shop).flatMap(rowsOf))
    case 'GET /hook/stock.csv':
      return { status: 200, headers: { 'content-type': 'text/csv' }, body: stockTable(shop) }
    default:
      return json(404, { error: 'no such address' })
  }
}

/** It says "no" with a 200, and why. */
const takeOrder = (shop: Shop, { body }: Received): Reply => {
  const parsed = Pushed.safeParse(JSON.parse(body.toString('utf8')))
  if (!parsed.success) return json(200, { validated: 'false', errors: 'The order cannot be read.' })
  const { channable_id: external, shipping, price, products } = parsed.data
  const unknown = products.find(({ id }) => !shop.products.some(({ sku }) => sku === id))
  if (unknown !== undefined)
    return json(200, { validated: 'false', errors: `Product ${unknown.id} for ${shipping.last_name} does not exist.` })
  const order: Order = {
    ...{ id: 1001 + shop.orders.size, external, status: 'nieuw', createdAt: shop.now(), relayPoint: '', boxes: [] },
    lines: products.map(({ id, quantity, price: each }) => ({ sku: id, qty: quantity, price: each })),
    ...{ shippingPrice: price.shipping, address: { zip: shipping.zip_code, last_name: shipping.last_name } },
  }
  shop.orders.set(order.id, order)
  shelve(shop, order.lines, -1)
  return json(200, { validated: 'true', order_id: String(order.id) })
}

/** A row for each shipment, or one for an order without any. */
const rowsOf = ({ id, status, boxes }: Order) =>
  (boxes.length === 0 ? [null] : boxes).map((box) => ({
    ...{ bestelling: id, status },
    ...{ vervoerder: box?.carrier ?? null, code: box?.code ?? null },
  }))
