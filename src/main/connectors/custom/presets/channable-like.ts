import { asPreset } from './as-preset.ts'

const address = (whose: 'billing' | 'shipping') => ({
  first_name: `{{order.${whose}FirstName}}`,
  last_name: `{{order.${whose}LastName}}`,
  company: '{{order.company}}',
  email: '{{order.buyerEmail}}',
  phone: '{{order.buyerPhone}}',
  address_line_1: `{{order.${whose}Line1}}`,
  address_line_2: `{{order.${whose}Line2}}`,
  zip_code: `{{order.${whose}Zip}}`,
  city: `{{order.${whose}City}}`,
  state: `{{order.${whose}State}}`,
  country_code: `{{order.${whose}Country}}`,
})

/** The document that an open-source module of a shop takes (custom-backoffice.md A1 [B]); how it tells of states is not in its sources. */
export const channableLike = asPreset('channable-like', {
  format: 1,
  title: 'Channable-like JSON push',
  note: 'For a shop that takes one order as JSON at an address of its own, with a code in the query, and answers “validated” and “order_id”. Whether you may use an address that was made for somebody else is between you and whoever made it. Where the shop tells states and stock is not public: ask its builder.',
  interface: { auth: { mode: 'query', name: 'code' } },
  createOrder: {
    kind: 'http',
    method: 'POST',
    path: '?',
    send: {
      format: 'json',
      body: {
        channable_id: '{{order.ref}}',
        channel_id: '{{order.ref}}',
        channel_name: '{{order.channel}}',
        order_status: 'not_shipped',
        memo: '{{order.note}}',
        customer: {
          first_name: '{{order.billingFirstName}}',
          last_name: '{{order.billingLastName}}',
          company: '{{order.company}}',
          email: '{{order.buyerEmail}}',
          phone: '{{order.buyerPhone}}',
          mobile: '{{order.buyerMobile}}',
          business_order: false,
        },
        billing: address('billing'),
        shipping: { ...address('shipping'), pickup_point_name: '{{order.relayName}}' },
        price: {
          payment_method: '{{order.paymentLabel}}',
          currency: '{{order.currency}}',
          subtotal: '{{order.itemsGross|number}}',
          shipping: '{{order.shippingGross|number}}',
          discount: '{{order.discountGross|number}}',
          total: '{{order.totalGross|number}}',
        },
        products: {
          $each: 'order.lines',
          item: {
            id: '{{line.sku}}',
            title: '{{line.title}}',
            quantity: '{{line.quantity|number}}',
            price: '{{line.unitPriceGross|number}}',
          },
        },
      },
    },
    success: [200],
    mustSay: { at: 'validated', value: 'true', otherwise: 'errors' },
    remoteId: 'order_id',
  },
  readOrders: {
    kind: 'http',
    method: 'GET',
    path: '?',
    ask: 'byId',
    answer: { format: 'json' },
    map: { remoteId: '?', state: '?', trackingNumber: '?', carrier: '?' },
  },
  states: { '?': 'shipped' },
})
