import { asPreset } from './as-preset.ts'
import { ORDER_COLUMNS } from './order-columns.ts'

/** The status file of a fulfilment centre (custom-backoffice.md A6 [B]); the order file has our own columns, which are mapped over there. */
export const linnworksLike = asPreset('linnworks-like', {
  format: 1,
  title: 'Linnworks-like status CSV',
  note: 'Orders leave as one CSV each, a row for each SKU; what was sent comes back as “OrderId, Status, Shipping Service, Tracking Number, Error”. Map the columns of the order file over there.',
  createOrder: {
    kind: 'file',
    folder: 'orders',
    name: 'order_{{order.ref}}.csv',
    file: { format: 'csv', separator: ',', columns: ORDER_COLUMNS },
  },
  readOrders: {
    kind: 'file',
    folder: 'status',
    name: '*.csv',
    file: { format: 'csv', separator: ',' },
    map: { ref: 'OrderId', state: 'Status', carrier: 'Shipping Service', trackingNumber: 'Tracking Number' },
  },
  readStock: {
    kind: 'file',
    folder: 'stock',
    name: '*.csv',
    file: { format: 'csv', separator: ',' },
    map: { sku: 'sku', quantity: 'quantity' },
  },
  // An order in error is still to be sent, once somebody over there has mended it.
  states: { SHIPPED: 'shipped', COMPLETE: 'completed', CANCELLED: 'cancelled', ERROR: 'open' },
})
