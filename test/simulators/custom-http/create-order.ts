import { z } from 'zod'
import type { Received, Reply } from '../wire.ts'
import { json } from './json.ts'
import { type Order, ordersOf, type Shop, shelve, totalOf } from './shop.ts'

const text = z.string()
const money = z.number().nonnegative().multipleOf(0.01)

/** What the shop takes, and nothing beside it. */
const NewOrder = z.strictObject({
  external_number: text.regex(/^\S{1,64}$/),
  paid: z.literal(true),
  email: text,
  shipping: z.strictObject({
    ...{ first_name: text, last_name: text, line1: text, line2: text, zip: text.min(1), city: text },
    ...{ country: text.length(2), relay_point: text, method: text, price: money },
  }),
  lines: z.array(z.strictObject({ sku: text.min(1), title: text, qty: z.int().positive(), price: money })).min(1),
  total: money,
})

export const createOrder = (shop: Shop, call: Received): Reply => {
  const parsed = NewOrder.safeParse(parse(call))
  if (!parsed.success) return json(422, { error: z.prettifyError(parsed.error) })
  const { external_number: external, shipping, lines, total } = parsed.data
  const known = ordersOf(shop).find((order) => order.external === external)
  if (known !== undefined && shop.setup.refusesDuplicates)
    return json(409, { error: `order ${external} exists`, id: known.id })
  const unknown = lines.find(({ sku }) => !shop.products.some((product) => product.sku === sku))
  if (unknown !== undefined) return json(422, { error: `unknown sku ${unknown.sku}` })
  const { relay_point: relayPoint, price: shippingPrice, ...address } = shipping
  const order: Order = {
    ...{ id: 1001 + shop.orders.size, external, status: 'nieuw', createdAt: shop.now() },
    lines: lines.map(({ sku, qty, price }) => ({ sku, qty, price })),
    ...{ shippingPrice, address, relayPoint, boxes: [] },
  }
  if (totalOf(order) !== total) return json(422, { error: `total is ${totalOf(order)}, not ${total}` })
  shop.orders.set(order.id, order)
  shelve(shop, order.lines, -1)
  return json(201, { id: order.id, number: `B-${order.id}` })
}

const parse = ({ headers, body }: Received): unknown => {
  if (headers['content-type'] !== 'application/json') return null
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return null
  }
}
