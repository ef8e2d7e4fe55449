const ORDER_COLUMNS = [
  ...[
    'ref',
    'createdAt',
    'currency',
    'paid',
    'shippingFirstName',
    'shippingLastName',
    'shippingLine1',
    'shippingLine2',
  ],
  ...['shippingZip', 'shippingCity', 'shippingCountry', 'buyerPhone', 'relayId', 'shippingMode', 'shippingGross'],
]
const LINE_COLUMNS = ['lineId', 'sku', 'quantity', 'unitPriceGross']
/** What the importer reads, in this order (custom-backoffice.md B5). */
export const COLUMNS: readonly string[] = [...ORDER_COLUMNS, ...LINE_COLUMNS]

const csv = { format: 'csv' } as const
const placeholderOf = (name: string): string => `{{${LINE_COLUMNS.includes(name) ? 'line' : 'order'}.${name}}}`

/** How a seller describes this importer to Navette. */
export const TEMPLATE = JSON.stringify({
  format: 1,
  title: 'Importer of files',
  files: { settleSeconds: 1 },
  createOrder: {
    ...{ kind: 'file', folder: 'in', name: 'order_{{order.ref}}.csv' },
    file: { ...csv, columns: COLUMNS.map((name) => ({ name, value: placeholderOf(name) })) },
    acknowledgement: {
      ...{ kind: 'file', folder: 'out', name: 'ack_*.csv', file: csv, taken: ['OK'] },
      map: { ref: 'ref', remoteId: 'remoteId', result: 'result', message: 'message' },
    },
  },
  readOrders: {
    ...{ kind: 'file', folder: 'out', name: 'states_*.csv', file: csv },
    map: Object.fromEntries(
      ['ref', 'state', 'carrier', 'trackingNumber', 'trackingUrl', 'sku', 'quantity'].map((name) => [name, name]),
    ),
  },
  cancelOrder: {
    ...{ kind: 'file', folder: 'cancel', name: 'cancel_{{ref}}.csv' },
    file: { ...csv, columns: ['ref', 'reason'].map((name) => ({ name, value: `{{${name}}}` })) },
  },
  readStock: {
    ...{ kind: 'file', folder: 'stock', name: 'stock*.csv', file: csv },
    map: { sku: 'sku', quantity: 'quantity', title: 'title' },
  },
  states: {
    ...{ NEW: 'open', PACKED: 'processing', PARTIAL: 'partially_shipped' },
    ...{ SHIPPED: 'shipped', CANCELLED: 'cancelled', BACK: 'returned' },
  },
})
