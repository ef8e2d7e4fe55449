import { asPreset } from './as-preset.ts'
import { questions } from './divide-questions.ts'
import { ORDER_COLUMNS } from './order-columns.ts'

/** Nothing is known of its interface (divide.md 0): no address and no name is filled in, and every `?` keeps it from being switched on. */
export const divide = asPreset(
  'divide-unknown',
  {
    format: 1,
    title: 'Divide — via custom back office',
    note: 'There is no public interface description for this platform. Navette can exchange orders with it by file or through an interface of your shop builder. Send the questions to your builder; each “?” below waits for an answer.',
    createOrder: {
      kind: 'file',
      folder: 'orders',
      name: 'order_{{order.ref}}.csv',
      file: { format: 'csv', columns: ORDER_COLUMNS.map(({ value }) => ({ name: '?', value })) },
    },
    readOrders: {
      kind: 'file',
      folder: 'shipments',
      name: '?',
      file: { format: 'csv' },
      map: { ref: '?', state: '?', trackingNumber: '?', carrier: '?' },
    },
    readStock: {
      kind: 'file',
      folder: 'stock',
      name: '?',
      file: { format: 'csv' },
      map: { sku: '?', quantity: '?' },
      // A file an hour, and one that may come late.
      maxAgeHours: 3,
    },
    cancelOrder: { kind: 'manual' },
    states: { '?': 'shipped' },
  },
  { questions },
)
