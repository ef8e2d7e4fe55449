import { asPreset } from './as-preset.ts'

/** Our own example of custom-backoffice.md B3: what a plain JSON interface looks like. */
export const simpleRest = asPreset('simple-rest', {
  format: 1,
  title: 'Simple REST',
  note: 'A plain JSON interface with a key in a header. Paths and names are an example: change them to those of your system.',
  interface: { auth: { mode: 'header', name: 'X-Shop-Key' } },
  createOrder: {
    kind: 'http',
    method: 'POST',
    path: '/orders',
    send: {
      format: 'json',
      body: {
        external_number: '{{order.ref}}',
        paid: true,
        currency: '{{order.currency}}',
        email: '{{order.buyerEmail}}',
        phone: '{{order.buyerPhone}}',
        shipping: {
          first_name: '{{order.shippingFirstName}}',
          last_name: '{{order.shippingLastName}}',
          line1: '{{order.shippingLine1}}',
          line2: '{{order.shippingLine2}}',
          zip: '{{order.shippingZip}}',
          city: '{{order.shippingCity}}',
          country: '{{order.shippingCountry}}',
          relay_point: '{{order.relayId}}',
          method: '{{order.method}}',
          price: '{{order.shippingGross|number}}',
        },
        lines: {
          $each: 'order.lines',
          item: { sku: '{{line.sku}}', qty: '{{line.quantity|number}}', price: '{{line.unitPriceGross|number}}' },
        },
        total: '{{order.totalGross|number}}',
      },
    },
    success: [200, 201],
    remoteId: 'id',
    findByRef: {
      method: 'GET',
      path: '/orders?external={{order.ref}}',
      answer: { format: 'json', items: 'items' },
      map: { remoteId: 'id', ref: 'external_number', state: 'status' },
    },
  },
  readOrders: {
    kind: 'http',
    method: 'GET',
    path: '/orders?changed_after={{since|iso}}&page={{page}}',
    ask: 'all',
    answer: { format: 'json', items: 'items' },
    paging: { by: 'page', size: 100 },
    map: {
      remoteId: 'id',
      ref: 'external_number',
      state: 'status',
      parcels: { items: 'parcels', map: { trackingNumber: 'code', carrier: 'carrier' } },
    },
  },
  cancelOrder: { kind: 'http', method: 'POST', path: '/orders/{{id}}/cancel', message: 'error' },
  readStock: {
    kind: 'http',
    method: 'GET',
    path: '/stock?page={{page}}',
    answer: { format: 'json', items: 'items' },
    paging: { by: 'page', size: 100 },
    map: { sku: 'sku', quantity: 'free' },
  },
  states: { new: 'open', picking: 'processing', shipped: 'shipped', completed: 'completed', cancelled: 'cancelled' },
})
