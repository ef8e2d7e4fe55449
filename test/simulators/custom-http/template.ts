import type { Setup } from './setup.ts'

/** What the owner of this shop would write, given how it was built. */
export const templateFor = (setup: Setup) => ({
  format: 1,
  title: 'A shop of somebody’s own',
  interface: { auth: AUTHS[setup.auth], callsPerSecond: 20 },
  createOrder: {
    kind: 'http',
    method: 'POST',
    path: '/orders',
    send: { format: 'json', body: NEW_ORDER },
    success: [201],
    remoteId: '$.id',
    number: '$.number',
    ...(setup.refusesDuplicates ? { existsStatus: 409 } : {}),
    ...(setup.searches ? { findByRef: FIND } : {}),
  },
  readOrders: { kind: 'http', method: 'GET', map: STATE_MAP, ...readOrdersOf(setup) },
  cancelOrder: {
    kind: 'http',
    method: 'POST',
    path: '/orders/{{id}}/cancel',
    send: { format: 'json', body: { reason: '{{reason}}' } },
    message: 'error',
  },
  readStock:
    setup.stock === 'csv'
      ? {
          ...{ kind: 'http', method: 'GET', path: '/stock.csv', answer: { format: 'csv' } },
          map: { sku: 'sku', quantity: 'voorraad' },
        }
      : {
          ...{ kind: 'http', method: 'GET', path: `/stock?${PAGES[setup.paging].query}` },
          ...{ answer: { format: 'json', items: '$.items' }, paging: pagingOf(setup) },
          map: { sku: 'sku', quantity: 'free', title: 'title' },
        },
  states: STATES,
  carriers: { 'PostNL pakket': 'PostNL' },
})

export const STATES = {
  nieuw: 'open',
  'deels verzonden': 'partially_shipped',
  Verzonden: 'shipped',
  geannuleerd: 'cancelled',
}

const AUTHS: Readonly<Record<Setup['auth'], unknown>> = {
  none: { mode: 'none' },
  basic: { mode: 'basic' },
  bearer: { mode: 'bearer' },
  header: { mode: 'header', name: 'X-Shop-Key' },
  query: { mode: 'query', name: 'token' },
  oauth2: { mode: 'oauth2', tokenPath: '/token', scope: 'orders stock' },
  hmac: {
    ...{ mode: 'hmac', algorithm: 'sha256', message: '{{method}}\n{{path}}\n{{date}}\n{{body}}', encoding: 'hex' },
    ...{ header: 'x-signature', dateHeader: 'x-date', dateAs: 'seconds', loginHeader: 'x-login' },
  },
}

const PAGES = {
  page: { query: 'page={{page}}' },
  offset: { query: 'offset={{offset}}' },
  cursor: { query: 'cursor={{cursor}}', next: 'next' },
  link: { query: '', next: 'links.next' },
}

const pagingOf = ({ paging, pageSize }: Setup) =>
  paging === 'page' || paging === 'offset'
    ? { by: paging, size: pageSize, stopWhen: 'short' }
    : { by: paging, next: PAGES[paging].next }

const readOrdersOf = (setup: Setup) => {
  switch (setup.ordersAsked) {
    case 'by-ids':
      return {
        ...{ path: '/orders?ids={{ids|join(",")}}', ask: 'byIds', batch: 50 },
        answer: { format: 'json', items: '$.items' },
      }
    case 'by-id':
      return { path: '/orders/{{id}}', ask: 'byId', answer: { format: 'json' } }
    case 'all':
      return {
        ...{ path: `/orders?since={{since|iso}}&${PAGES[setup.paging].query}`, ask: 'all' },
        ...{ answer: { format: 'json', items: '$.items' }, paging: pagingOf(setup) },
      }
  }
}

const LINES = { items: 'lines', map: { sku: 'sku', quantity: 'qty' } }

const STATE_MAP = {
  ...{ remoteId: 'id', ref: 'external_number', number: 'number', url: 'href', state: 'status' },
  ...{ total: 'total', postcode: 'zip', lines: LINES },
  parcels: {
    items: 'parcels',
    map: {
      ...{ trackingNumber: 'code', carrier: 'carrier', trackingUrl: 'url' },
      lines: { items: 'items', map: { sku: 'sku', quantity: 'qty' } },
    },
  },
}

const FIND = {
  ...{ method: 'GET', path: '/orders?external={{order.ref}}', answer: { format: 'json', items: '$.items' } },
  map: STATE_MAP,
}

const NEW_ORDER = {
  external_number: '{{order.ref}}',
  paid: true,
  email: '{{order.buyerEmail}}',
  shipping: {
    first_name: '{{order.shippingFirstName}}',
    last_name: '{{order.shippingLastName}}',
    line1: '{{order.shippingLine1}}',
    line2: '{{order.shippingLine2}}',
    zip: '{{order.shippingZip}}',
    city: '{{order.shippingCity}}',
    country: '{{order.shippingCountry}}',
    relay_point: '{{order.relayId}}',
    method: '{{order.method|map("methods")}}',
    price: '{{order.shippingGross|number}}',
  },
  lines: {
    $each: 'order.lines',
    item: {
      sku: '{{line.sku}}',
      title: '{{line.title}}',
      qty: '{{line.quantity|number}}',
      price: '{{line.unitPriceGross|number}}',
    },
  },
  total: '{{order.totalGross|number}}',
}

/** A shop whose builder took over the document of another tool (divide.md 4, route 2). */
export const PUSH_TEMPLATE = {
  format: 1,
  title: 'A shop that takes pushed orders',
  interface: { auth: { mode: 'query', name: 'token' }, callsPerSecond: 20 },
  createOrder: {
    ...{ kind: 'http', method: 'POST', path: '/hook/order', success: [200], remoteId: 'order_id' },
    mustSay: { at: 'validated', value: 'true', otherwise: 'errors' },
    send: {
      format: 'json',
      body: {
        channable_id: '{{order.ref}}',
        shipping: {
          last_name: '{{order.shippingLastName}}',
          zip_code: '{{order.shippingZip}}',
          city: '{{order.shippingCity}}',
        },
        price: { shipping: '{{order.shippingGross|number}}' },
        products: {
          $each: 'order.lines',
          item: {
            id: '{{line.sku}}',
            quantity: '{{line.quantity|number}}',
            price: '{{line.unitPriceGross|number}}',
          },
        },
      },
    },
  },
  readOrders: {
    ...{ kind: 'http', method: 'GET', path: '/hook/orders', ask: 'all', answer: { format: 'json' } },
    map: { remoteId: 'bestelling', state: 'status', trackingNumber: 'code', carrier: 'vervoerder' },
  },
  readStock: {
    ...{ kind: 'http', method: 'GET', path: '/hook/stock.csv', answer: { format: 'csv' } },
    map: { sku: 'sku', quantity: 'voorraad' },
  },
  states: STATES,
}
