import type { Received, Reply } from '../wire.ts'
import { CHECKOUT_ROUTES } from './checkout-routes.ts'
import { answerList } from './lists.ts'
import { changeOrder, creditOrder, pay } from './orders.ts'
import { json, notFound } from './replies.ts'
import { enveloped, existing, type Route } from './route.ts'
import type { Shop } from './shop.ts'
import {
  invoiceView,
  methodView,
  orderProductView,
  orderView,
  shipmentProductView,
  shipmentView,
  variantView,
} from './views.ts'

/** The shop compares as its database does: neither case nor blanks at the end count. */
const isAlike = (one: string, other: string): boolean => one.trimEnd().toLowerCase() === other.trimEnd().toLowerCase()

const list = (
  path: string,
  permission: string,
  answer: (shop: Shop, call: Received, ids: readonly number[], isCount: boolean) => Reply,
): readonly Route[] =>
  [false, true].map((isCount) => ({
    ...{ method: 'GET', path: isCount ? `${path}/count` : path, permission },
    answer: (shop, call, ids) => answer(shop, call, ids, isCount),
  }))

export const ROUTES: readonly Route[] = [
  { method: 'GET', path: 'account', permission: null, answer: () => json(200, { account: { id: 1, appId: false } }) },
  {
    ...{ method: 'GET', path: 'account/permissions', permission: null },
    answer: ({ permissions }) => json(200, { accountPermissions: permissions }),
  },
  {
    ...{ method: 'GET', path: 'account/ratelimit', permission: null },
    answer: (_shop, _call, _ids, limits) => json(200, { accountRatelimit: limits.view() }),
  },
  {
    ...{ method: 'GET', path: 'shop', permission: 'settings' },
    answer: ({ habits }) => json(200, { shop: { id: 1, currency: { shortcode: habits.currency, isDefault: true } } }),
  },
  ...list('variants', 'products', (shop, { url }, _ids, isCount) =>
    answerList(shop, url.searchParams, isCount, {
      key: 'variants',
      rows: [...shop.variants.values()],
      view: (row) => variantView(shop, row),
      filters: {
        articleCode: (row, value) => isAlike(row.articleCode, value),
        sku: (row, value) => isAlike(row.sku, value),
        ean: (row, value) => isAlike(row.ean, value),
      },
    }),
  ),
  {
    ...{ method: 'GET', path: 'variants/#', permission: 'products' },
    answer: (shop, _call, [id]) => json(200, { variant: variantView(shop, existing(shop.variants, id, 'Variant')) }),
  },
  ...list('shippingmethods', 'settings', (shop, { url }, _ids, isCount) =>
    answerList(shop, url.searchParams, isCount, {
      key: 'shippingmethods',
      rows: shop.methods,
      view: (row) => methodView(shop, row),
    }),
  ),
  ...list('shippingmethods/#/countries', 'settings', (shop, { url }, [id], isCount) => {
    const method = shop.methods.find((one) => one.id === id)
    if (method === undefined) throw notFound('Shipping method')
    return answerList(shop, url.searchParams, isCount, {
      key: 'shippingmethodCountries',
      rows: method.countries.map((code, at) => ({ id: at + 1, code })),
      view: ({ id: country, code }) => ({ id: country, country: { id: country, code, code3: 'xxx', title: code } }),
    })
  }),
  ...list('orders', 'orders', (shop, { url }, _ids, isCount) =>
    answerList(shop, url.searchParams, isCount, {
      key: 'orders',
      rows: [...shop.orders.values()],
      view: (row) => orderView(shop, row),
    }),
  ),
  ...list('orders/customstatuses', 'orders', (shop, { url }, _ids, isCount) =>
    answerList(shop, url.searchParams, isCount, {
      ...{ key: 'customStatuses', rows: shop.customStatuses, view: (row) => ({ ...row, color: '#fff' }) },
    }),
  ),
  {
    ...{ method: 'GET', path: 'orders/#', permission: 'orders' },
    answer: (shop, _call, [id]) => json(200, { order: orderView(shop, existing(shop.orders, id, 'Order')) }),
  },
  {
    ...{ method: 'PUT', path: 'orders/#', permission: 'orders' },
    answer: (shop, call, [id]) => {
      const order = existing(shop.orders, id, 'Order')
      changeOrder(shop, order, enveloped(call, 'order'))
      return json(200, { order: orderView(shop, order) })
    },
  },
  ...list('orders/#/products', 'orders', (shop, { url }, [id], isCount) =>
    answerList(shop, url.searchParams, isCount, {
      key: 'orderProducts',
      rows: existing(shop.orders, id, 'Order').lines,
      view: (row) => orderProductView(shop, row),
    }),
  ),
  {
    ...{ method: 'POST', path: 'orders/#/credit', permission: 'orders' },
    answer: (shop, call, [id]) =>
      json(201, {
        invoice: { id: creditOrder(shop, existing(shop.orders, id, 'Order'), enveloped(call, 'credit')) },
      }),
  },
  ...list('shipments', 'orders', (shop, { url }, _ids, isCount) =>
    answerList(shop, url.searchParams, isCount, {
      key: 'shipments',
      rows: [...shop.shipments.values()],
      view: (row) => shipmentView(shop, row),
      filters: { order: ({ orderId }, value) => orderId === Number(value) },
    }),
  ),
  ...list('shipments/#/products', 'orders', (shop, { url }, [id], isCount) => {
    const shipment = existing(shop.shipments, id, 'Shipment')
    const lines = shop.orders.get(shipment.orderId)?.lines ?? []
    const rows = shipment.lines.flatMap(({ lineId, quantity }) => {
      const line = lines.find((one) => one.id === lineId)
      return line === undefined ? [] : [{ id: lineId, line, quantity }]
    })
    return answerList(shop, url.searchParams, isCount, {
      key: 'shipmentProducts',
      rows,
      view: ({ line, quantity }) => shipmentProductView(line, quantity),
    })
  }),
  ...list('invoices', 'orders', (shop, { url }, _ids, isCount) =>
    answerList(shop, url.searchParams, isCount, {
      key: 'invoices',
      rows: [...shop.invoices.values()],
      view: (row) => invoiceView(shop, row),
      filters: { order: ({ orderId }, value) => orderId === Number(value) },
    }),
  ),
  {
    ...{ method: 'PUT', path: 'invoices/#', permission: 'orders' },
    answer: (shop, call, [id]) => {
      const invoice = existing(shop.invoices, id, 'Invoice')
      const { status } = enveloped(call, 'invoice')
      if (status === 'paid' && shop.habits.paidOnInvoice) pay(shop, existing(shop.orders, invoice.orderId, 'Order'))
      return json(200, { invoice: invoiceView(shop, invoice) })
    },
  },
  ...CHECKOUT_ROUTES,
]
