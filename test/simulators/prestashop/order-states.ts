import { STATES } from './default-data.ts'
import type { Mailbox } from './mailbox.ts'
import { amountOf, micros } from './money.ts'
import type { Row, Tables } from './tables.ts'

/** What orders are made and moved in. */
export interface OrderWorld {
  readonly tables: Tables
  readonly mailbox: Mailbox
  /** Installed and active, by technical name, with the name people see. */
  readonly paymentModules: Map<string, string>
  /** False in those releases of 1.7.6 that lost the check of the total (prestashop.md 2.1 (3)). */
  checksTotal: boolean
  /** In the shop's time. */
  now(): string
}

/** By whom a state is written: only `mailed` tells the customer. */
type How = 'created' | 'quietly' | 'mailed'

/** `OrderHistory::changeIdOrderState`: stock, invoice, payment and mail of a change (2.2 "After", 2.3, 4). */
export const moveState = (world: OrderWorld, order: Row, state: number, how: How): void => {
  const { tables, mailbox } = world
  const next = tables.need('order_states', state)
  const before = Number(order['current_state'])
  const bearsStock = (id: number): boolean => id !== 0 && id !== STATES.error && id !== STATES.cancelled
  if (bearsStock(state) && !bearsStock(before)) moveStock(tables, order, -1, how === 'created')
  if (!bearsStock(state) && bearsStock(before)) moveStock(tables, order, 1, false)

  order['current_state'] = state
  order['valid'] = next['logable'] ?? '0'
  order['date_upd'] = world.now()
  tables.insert('order_histories', { id_order: order.id, id_order_state: state, date_add: world.now() })
  if (next['invoice'] === '1') makeInvoice(tables, order)
  // The payment of a new order is its own; it is not tied to the invoice, so that a later change finds nothing paid.
  if (next['paid'] === '1' && how !== 'created') payRest(world, order)
  if (how === 'mailed' && next['send_email'] === '1') {
    const customer = tables.need('customers', Number(order['id_customer']))
    mailbox.send(String(customer['email']), String(next['name']))
  }
}

/** Packs leave the shelf with a new order; no change of state moves them. */
const moveStock = (tables: Tables, order: Row, sign: 1 | -1, isNew: boolean): void => {
  for (const detail of tables.all('order_details')) {
    if (detail['id_order'] !== order.id) continue
    if (!isNew && tables.get('products', Number(detail['product_id']))?.['cache_is_pack'] === '1') continue
    const units = Number(detail['product_quantity']) * sign
    // A combination has a row of its own, and its product's row is the sum.
    const attributes = new Set([0, Number(detail['product_attribute_id'])])
    for (const row of tables.all('stock_availables'))
      if (row['id_product'] === detail['product_id'] && attributes.has(Number(row['id_product_attribute'])))
        row['quantity'] = Number(row['quantity']) + units
  }
}

const makeInvoice = (tables: Tables, order: Row): void => {
  if (tables.all('order_invoices').some((invoice) => invoice['id_order'] === order.id)) return
  const names = ['total_paid_tax_incl', 'total_paid_tax_excl', 'total_products', 'total_products_wt']
  const shipping = ['total_shipping_tax_incl', 'total_shipping_tax_excl']
  const sums = Object.fromEntries([...names, ...shipping].map((name) => [name, order[name] ?? '0.000000']))
  const { id } = tables.insert('order_invoices', { id_order: order.id, ...sums })
  order['invoice_number'] = id
}

/** Books what the invoice has not seen paid, in the module's name: what was paid on creation into an error is not counted. */
const payRest = ({ tables, paymentModules }: OrderWorld, order: Row): void => {
  const isSettled = tables
    .all('order_histories')
    .some(
      (row) => row['id_order'] === order.id && row['id_order_state'] !== order['current_state'] && isPaid(tables, row),
    )
  if (isSettled) return
  tables.insert('order_payments', {
    order_reference: order['reference'] ?? '',
    payment_method: paymentModules.get(String(order['module'])) ?? '',
    ...{ amount: order['total_paid'] ?? '', id_currency: 1 },
  })
  order['total_paid_real'] = amountOf(micros(order['total_paid_real']) + micros(order['total_paid']))
}

const isPaid = (tables: Tables, history: Row): boolean =>
  tables.get('order_states', Number(history['id_order_state']))?.['paid'] === '1'
