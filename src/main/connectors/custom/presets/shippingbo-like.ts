import { asPreset } from './as-preset.ts'

/** An order file with the columns of one help page (custom-backoffice.md A5 [B]); its shipment and stock files are not described there. */
export const shippingboLike = asPreset('shippingbo-like', {
  format: 1,
  title: 'Shippingbo-like CSV',
  note: 'Four folders on a server: orders, shipments, products, stock. Five failed log-ins block the account. The columns of the files that come back are not public: open one of yours and say which is which.',
  createOrder: {
    kind: 'file',
    folder: 'orders',
    name: 'order_{{order.ref}}.csv',
    file: {
      format: 'csv',
      columns: [
        { name: 'date', value: '{{order.createdAt|date("dd/MM/yyyy", "Europe/Paris")}}' },
        { name: 'orderId', value: '{{order.ref}}' },
        { name: 'lineId', value: '{{order.ref}}-{{line.lineId}}' },
        { name: 'sku', value: '{{line.sku}}' },
        { name: 'quantity', value: '{{line.quantity}}' },
        { name: 'firstname', value: '{{order.shippingFirstName}}' },
        { name: 'lastname', value: '{{order.shippingLastName}}' },
        { name: 'address1', value: '{{order.shippingLine1}}' },
        { name: 'address2', value: '{{order.shippingLine2}}' },
        { name: 'postcode', value: '{{order.shippingZip}}' },
        { name: 'city', value: '{{order.shippingCity}}' },
        { name: 'country', value: '{{order.shippingCountry}}' },
        { name: 'origin', value: '{{order.channel}}' },
        { name: 'originRef', value: '{{order.ref}}' },
        { name: 'state', value: 'to_be_prepared' },
        { name: 'totalCents', value: '{{order.totalGross|cents}}' },
      ],
    },
  },
  readOrders: {
    kind: 'file',
    folder: 'shipments',
    name: '*.csv',
    file: { format: 'csv' },
    map: { ref: '?', state: '?', trackingNumber: '?', carrier: '?' },
  },
  readStock: {
    kind: 'file',
    folder: 'stock',
    name: '*.csv',
    file: { format: 'csv' },
    map: { sku: '?', quantity: '?' },
  },
  states: { '?': 'shipped' },
})
