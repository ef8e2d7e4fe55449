import type { Received, Reply } from '../wire.ts'
import { json, noRoute, RestError } from './errors.ts'
import { listReply, trimmed } from './lists.ts'
import { listOrders } from './order-list.ts'
import { changeOrder, createOrder, deleteOrder } from './orders.ts'
import { listProducts, listVariations, renderProduct } from './products.ts'
import { readBody } from './read-body.ts'
import { createRefund } from './refunds.ts'
import { renderOrder, renderRefund } from './render-order.ts'
import { type Order, type Shop, setting, TAX_CLASSES } from './shop.ts'

/** `wc/v3` behind the key. `path` is what follows `wc/v3/`. */
export const answerRoute = (shop: Shop, method: string, path: string, call: Received): Reply => {
  const query = call.url.searchParams
  const [first = '', second, third] = path.split('/')
  const isWrite = method !== 'GET'
  const states = shop.options.listsStates ? 'orders/statuses' : 'reports/orders/totals'
  if (path === states && !isWrite) {
    return json(
      200,
      Array.from(shop.statuses, ([slug, name]) => ({ slug, name })),
    )
  }
  if (first === 'orders') return answerOrders(shop, method, second, third, call)
  if (isWrite) throw noRoute()
  if (first === 'products') return answerProducts(shop, second, third, query)
  if (path === 'variations' && shop.options.version !== '9.8.1') return listVariations(shop, query, null)
  if (first === 'settings' && second !== undefined && third === undefined) return answerSettings(shop, second, query)
  if (path === 'taxes/classes') return json(200, TAX_CLASSES)
  if (path === 'taxes') return listReply(shop, query, shop.taxRates, renderRate, ['id', 'order', 'priority'])
  if (path === 'shipping/zones')
    return json(
      200,
      shop.zones.map(({ id, name }) => ({ id, name, order: 0 })),
    )
  if (first === 'shipping' && second === 'zones') return answerMethods(shop, path)
  if (path === 'system_status') return answerStatus(shop, query)
  throw noRoute()
}

const answerOrders = (
  shop: Shop,
  method: string,
  id: string | undefined,
  below: string | undefined,
  call: Received,
): Reply => {
  const query = call.url.searchParams
  if (id === undefined) {
    if (method === 'GET') return listOrders(shop, query)
    if (method !== 'POST') throw noRoute()
    return json(201, renderOrder(shop, createOrder(shop, readBody(call.body))))
  }
  if (!/^\d+$/.test(id)) throw noRoute()
  const order = shop.orders.get(Number(id))
  const isChange = method === 'POST' || method === 'PUT' || method === 'PATCH'
  if (order === undefined) {
    throw new RestError(
      isChange && below === undefined ? 400 : 404,
      'woocommerce_rest_shop_order_invalid_id',
      'Invalid ID.',
    )
  }
  if (below === 'refunds') return answerRefunds(shop, method, order, call)
  if (below === 'notes' && method === 'POST') return addNote(order, readBody(call.body))
  if (below !== undefined) throw noRoute()
  if (method === 'DELETE') {
    const before = renderOrder(shop, order)
    deleteOrder(shop, order, query.get('force') === 'true')
    return json(200, before)
  }
  if (isChange) changeOrder(shop, order, readBody(call.body))
  return json(200, trimmed(query, renderOrder(shop, order)))
}

const answerRefunds = (shop: Shop, method: string, order: Order, { url, body }: Received): Reply =>
  method === 'POST'
    ? json(201, renderRefund(shop, createRefund(shop, order, readBody(body))))
    : listReply(shop, url.searchParams, order.refunds, (refund) => renderRefund(shop, refund), [
        'date',
        'id',
        'include',
      ])

const addNote = (order: Order, body: Readonly<Record<string, unknown>>): Reply => {
  order.notes.push(String(body['note']))
  return json(201, { id: order.notes.length, note: body['note'] })
}

/** The feature has its own idea of who may read: orders of guests are everybody's (woocommerce.md 1.1). */
export const answerFulfillments = (shop: Shop, id: number, role: string | null): Reply => {
  if (!shop.options.fulfillments || shop.options.version === '9.8.1') throw noRoute()
  const order = shop.orders.get(id)
  if (order === undefined) throw new RestError(404, '0', 'Invalid order ID.', { status: '404' })
  if (role !== 'manager' && order.billing['email']) throw new RestError(401, 'woocommerce_rest_cannot_view', 'Sorry.')
  return json(
    200,
    order.fulfillments.map(({ id: fulfillmentId, isFulfilled, meta }) => ({
      id: fulfillmentId,
      entity_type: 'WC_Order',
      entity_id: String(order.id),
      status: isFulfilled ? 'fulfilled' : 'unfulfilled',
      is_fulfilled: isFulfilled,
      date_updated: '2026-01-12 10:00:00',
      meta_data: meta,
    })),
  )
}

const answerProducts = (
  shop: Shop,
  id: string | undefined,
  below: string | undefined,
  query: URLSearchParams,
): Reply => {
  if (id === undefined) return listProducts(shop, query)
  const product = shop.products.get(Number(id))
  if (product === undefined) throw new RestError(404, 'woocommerce_rest_product_invalid_id', 'Invalid ID.')
  if (below === 'variations') return listVariations(shop, query, product.id)
  if (below !== undefined) throw noRoute()
  return json(200, trimmed(query, renderProduct(shop, product)))
}

const answerSettings = (shop: Shop, group: string, query: URLSearchParams): Reply => {
  const inGroup = [...shop.settings].filter(([, one]) => one.group === group)
  if (inGroup.length === 0) throw new RestError(404, 'rest_setting_setting_group_invalid', 'Invalid setting group.')
  const heading = trimmed(query, { id: `${group}_options`, type: 'title', label: 'Options' })
  const ofPlugin = trimmed(query, { type: 'title', label: 'A section without an id' })
  const rows = inGroup.map(([id, { value }]) => trimmed(query, { id, label: id, type: 'text', value }))
  return json(200, [heading, ...rows, ofPlugin])
}

const renderRate = (rate: Shop['taxRates'][number]): Readonly<Record<string, unknown>> => ({
  ...{ id: rate.id, country: rate.country, state: '', postcode: '', city: '', postcodes: [], cities: [] },
  ...{
    rate: rate.percent.toFixed(4),
    name: 'TVA',
    priority: 1,
    compound: false,
    shipping: rate.onShipping,
    order: 0,
    class: rate.taxClass,
  },
})

const answerMethods = (shop: Shop, path: string): Reply => {
  const [, id] = /^shipping\/zones\/(\d+)\/methods$/.exec(path) ?? []
  const zone = shop.zones.find((one) => String(one.id) === id)
  if (id === undefined) throw noRoute()
  if (zone === undefined) throw new RestError(404, 'woocommerce_rest_shipping_zone_invalid', 'Resource does not exist.')
  return json(
    200,
    zone.methods.map(({ instanceId, methodId, title, enabled, taxStatus }) => ({
      ...{
        id: instanceId,
        instance_id: instanceId,
        title,
        order: 1,
        enabled,
        method_id: methodId,
        method_title: title,
      },
      settings: { title: { id: 'title', value: title }, tax_status: { id: 'tax_status', value: taxStatus } },
    })),
  )
}

const answerStatus = (shop: Shop, query: URLSearchParams): Reply => {
  const { version, storage, fulfillments } = shop.options
  return json(
    200,
    trimmed(query, {
      environment: { version, wp_version: '6.9.7', home_url: 'https://shop.example' },
      settings: {
        currency: setting(shop, 'woocommerce_currency'),
        number_of_decimals: Number(setting(shop, 'woocommerce_price_num_decimals')),
        HPOS_enabled: storage === 'hpos',
        HPOS_sync_enabled: false,
        order_datastore: storage === 'hpos' ? 'OrdersTableDataStore' : 'WC_Order_Data_Store_CPT',
        enabled_features: version === '9.8.1' ? null : fulfillments ? ['fulfillments'] : [],
      },
    }),
  )
}
