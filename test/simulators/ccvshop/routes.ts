import type { Received, Reply } from '../wire.ts'
import { authenticate, authorise, count } from './access.ts'
import { invalid, json, NO_CONTENT, noResource, notAllowed, notFound } from './errors.ts'
import { collection, expands, refuseUnknown } from './lists.ts'
import { fieldsOf, parseBody } from './order-body.ts'
import { changeOrder, createOrder } from './orders.ts'
import { combinationsOf, renderCombination, renderOrder, renderProduct, renderRow } from './render.ts'
import { answerSettings } from './settings.ts'
import type { Combination, Order, Product, Shop } from './state.ts'

const RESOURCES = ['orders', 'products', 'attributecombinations', 'productqueries', 'packages', 'webshops']

/** The API below `/api/rest/v1/`, with a slash at its end or without. */
export const answerApi = (shop: Shop, call: Received, path: string): Reply => {
  authenticate(shop, call)
  const [first = '', second, third, ...rest] = path.replace(/\/$/, '').split('/')
  if (!RESOURCES.includes(first) || rest.length > 0) throw noResource()
  const resource = third ?? first
  authorise(shop, resource, call.method)
  count(shop, resource, call.method)
  if (second !== undefined && !/^\d+$/.test(second)) throw noResource()
  const id = second === undefined ? null : Number(second)
  switch (first) {
    case 'orders':
      return answerOrders(shop, call, id, third)
    case 'products':
      return answerProducts(shop, call, id, third)
    case 'attributecombinations':
      return answerCombination(shop, call, id)
    case 'productqueries':
      return answerQueries(shop, call)
    case 'packages':
      return readOnly(call, () => collection(shop, call, shop.packages, (one) => ({ id: one, name: 'Doos' })))
    default:
      return readOnly(call, () => answerSettings(shop, call, id, third))
  }
}

const readOnly = ({ method }: Received, answer: () => Reply): Reply => {
  if (method !== 'GET') throw notAllowed()
  return answer()
}

const ORDER_FILTERS = ['ordernumber', 'status', 'is_paid', 'min_create_date', 'max_create_date', 'is_completed']

const answerOrders = (shop: Shop, call: Received, id: number | null, below: string | undefined): Reply => {
  if (id === null)
    return call.method === 'POST' ? createOrder(shop, call) : readOnly(call, () => listOrders(shop, call))
  const order = shop.orders.get(id)
  if (order === undefined) throw notFound('The order')
  if (below === 'orderrows')
    return readOnly(call, () => collection(shop, call, order.rows, (row) => renderRow(order, row)))
  if (below !== undefined) throw noResource()
  if (call.method === 'PATCH') return changeOrder(shop, order, call)
  return readOnly(call, () => json(200, renderOrder(shop, call, order, expands(shop, call, 'orderrows'))))
}

const listOrders = (shop: Shop, call: Received): Reply => {
  refuseUnknown(call, ORDER_FILTERS)
  const from = call.url.searchParams.get('min_create_date')
  if (from !== null && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(from)) throw invalid('min_create_date is no date.')
  const rows = [...shop.orders.values()].filter(({ createdAt }) => from === null || createdAt >= Date.parse(from))
  const render = (order: Order) => renderOrder(shop, call, order, expands(shop, call, 'orderrows'))
  return collection(shop, call, rows, render, { id: ({ id }) => id, create_date: ({ createdAt }) => createdAt })
}

const answerProducts = (shop: Shop, call: Received, id: number | null, below: string | undefined): Reply => {
  const render = (product: Product) => renderProduct(shop, call, product)
  if (id === null) {
    return readOnly(call, () => {
      refuseUnknown(call, ['productnumber', 'eannumber', 'mpnnumber', 'minstock', 'maxstock', 'active'])
      return collection(shop, call, [...shop.products.values()], render, { id: (product) => product.id })
    })
  }
  const product = shop.products.get(id)
  if (product === undefined) throw notFound('The product')
  if (below === 'attributecombinations')
    return readOnly(call, () =>
      collection(shop, call, combinationsOf(shop, id), (one) => renderCombination(shop, call, one)),
    )
  if (below !== undefined) throw noResource()
  return call.method === 'PATCH' ? setStock(product, call) : readOnly(call, () => json(200, render(product)))
}

const answerCombination = (shop: Shop, call: Received, id: number | null): Reply => {
  const one = id === null ? undefined : shop.combinations.get(id)
  if (one === undefined) throw notFound('The attribute combination')
  return call.method === 'PATCH'
    ? setStock(one, call)
    : readOnly(call, () => json(200, renderCombination(shop, call, one)))
}

const setStock = (shelf: Product | Combination, call: Received): Reply => {
  shelf.stock = Number(fieldsOf(parseBody(call.body), 'stock')['stock'])
  return NO_CONTENT
}

/** Products and combinations under one number, whatever its case: MySQL compares so. */
const answerQueries = (shop: Shop, call: Received): Reply =>
  readOnly(call, () => {
    const filters = ['productnumber', 'eannumber', 'mpnnumber', 'skunumber']
    refuseUnknown(call, filters)
    const [name, wanted] = [...call.url.searchParams].find(([one]) => filters.includes(one)) ?? []
    const isWanted = (value: string): boolean => value.toLowerCase() === wanted?.toLowerCase()
    const products = [...shop.products.values()].filter(({ number, ean, mpn }) =>
      isWanted({ productnumber: number, eannumber: ean, mpnnumber: mpn }[name ?? ''] ?? '\0'),
    )
    const combinations = [...shop.combinations.values()].filter(({ productNumber, eanNumber, skuNumber }) =>
      isWanted({ productnumber: productNumber, eannumber: eanNumber, skunumber: skuNumber }[name ?? ''] ?? '\0'),
    )
    return collection(shop, call, [...products, ...combinations], (one) =>
      'productId' in one ? renderCombination(shop, call, one) : renderProduct(shop, call, one),
    )
  })
