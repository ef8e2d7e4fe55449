import { Refusal } from './refusal.ts'
import { dateOf, type Order, type Row, type Shop, sourceItemsOf, type Track } from './state.ts'
import { deduct, reserve, toShip } from './stock.ts'

const CANNOT = ['payment_review', 'holded', 'canceled', 'complete', 'closed']

const toInvoice = ({ qty_ordered, qty_invoiced, qty_canceled }: Row): number =>
  qty_ordered - qty_invoiced - qty_canceled
const toRefund = ({ qty_invoiced, qty_refunded }: Row): number => Math.max(0, qty_invoiced - qty_refunded)
const tops = ({ rows }: Order): readonly Row[] => rows.filter(({ parent_item_id }) => parent_item_id === null)

const touched = (shop: Shop, order: Order): void => {
  order.updated_at = dateOf(shop)
}

/** Complete once all is invoiced and shipped, closed once all that was paid is paid back (3.2). */
const settle = (order: Order): void => {
  if (tops(order).some((row) => toInvoice(row) > 0)) return
  if (order.total_refunded > 0 && order.total_paid - order.total_refunded < 0.005) move(order, 'closed')
  else if (order.state === 'processing' && tops(order).every((row) => toShip(row) <= 0)) move(order, 'complete')
}

const move = (order: Order, state: string, status = state): void => {
  order.state = state
  order.status = status
}

export const invoice = (shop: Shop, order: Order, notify: boolean): void => {
  if (CANNOT.includes(order.state) || !tops(order).some((row) => toInvoice(row) > 0))
    throw new Refusal(400, 'An invoice cannot be created when an order has a status of %1.', [order.status])
  for (const row of tops(order)) row.qty_invoiced += Math.max(0, toInvoice(row))
  order.total_paid = order.grand_total
  if (order.state === 'new') move(order, 'processing')
  if (notify) shop.mails += 1
  settle(order)
  touched(shop, order)
}

export interface ShipmentToMake {
  /** Units by row; everything that is left unless said. */
  readonly units?: ReadonlyMap<number, number>
  readonly tracks?: readonly Omit<Track, 'entity_id'>[]
  readonly source?: string
}

export const ship = (shop: Shop, order: Order, { units, tracks = [], source = 'default' }: ShipmentToMake): number => {
  if (['holded', 'canceled', 'closed', 'payment_review'].includes(order.state))
    throw new Refusal(400, 'A shipment cannot be created when an order has a status of %1', [order.status])
  const shipped = units ?? new Map(tops(order).map((row) => [row.item_id, toShip(row)]))
  const id = shop.nextId()
  for (const row of tops(order)) {
    const quantity = shipped.get(row.item_id) ?? 0
    if (quantity > toShip(row)) throw new Refusal(400, 'Invalid qty to ship for item %1', [row.sku])
    if (quantity === 0) continue
    deduct(shop, order, row.sku, quantity, source)
    row.qty_shipped += quantity
  }
  shop.shipments.push({
    entity_id: id,
    order_id: order.entity_id,
    created_at: dateOf(shop),
    source_code: source,
    units: shipped,
    tracks: tracks.map((track) => ({ ...track, entity_id: shop.nextId() })),
  })
  if (order.state === 'new') move(order, 'processing')
  settle(order)
  touched(shop, order)
  return id
}

/** `false`, and nothing happened, for an order that is invoiced, shipped, on hold or over (4). */
export const cancel = (shop: Shop, order: Order): boolean => {
  if (CANNOT.includes(order.state) || !tops(order).some((row) => toInvoice(row) > 0)) return false
  let state = 'canceled'
  for (const row of tops(order)) {
    const quantity = row.qty_ordered - Math.max(row.qty_shipped, row.qty_invoiced) - row.qty_canceled
    if (toRefund(row) > 0) state = toShip(row) > quantity ? 'processing' : 'complete'
    row.qty_canceled += quantity
    // Given back whether or not it had been taken (4).
    reserve(shop, order, row.sku, quantity)
    if (!shop.setup.hasMsi) giveBack(shop, row.sku, quantity)
  }
  move(order, state)
  touched(shop, order)
  return true
}

/** Without MSI the figure of the product itself goes up. */
const giveBack = (shop: Shop, sku: string, quantity: number): void => {
  const [item] = sourceItemsOf(shop, sku)
  if (item !== undefined) item.quantity += quantity
}

export interface RefundToMake {
  readonly units: ReadonlyMap<number, number>
  /** Without VAT; null: all that is left. */
  readonly shipping: number | null
  readonly backToStock: readonly number[]
}

export const refund = (shop: Shop, order: Order, { units, shipping, backToStock }: RefundToMake): void => {
  if (['holded', 'payment_review', 'canceled', 'closed'].includes(order.state))
    throw new Refusal(400, 'A creditmemo can not be created when an order has a status of %1', [order.status])
  for (const [id, quantity] of units) {
    const row = order.rows.find(({ item_id }) => item_id === id)
    if (row === undefined)
      throw new Refusal(400, 'The creditmemo contains product item that is not part of the original order.')
    if (quantity <= 0 || quantity > toRefund(row))
      throw new Refusal(
        400,
        'The quantity to creditmemo must not be greater than the unrefunded quantity for product SKU "%1".',
        [row.sku],
      )
  }
  const shippingLeft = order.shipping_incl_tax - order.shipping_refunded
  const shippingBack = shipping === null ? shippingLeft : shipping
  if (shippingBack > shippingLeft + 0.005)
    throw new Refusal(400, 'Maximum shipping amount allowed to refund is: %1', [shippingLeft.toFixed(2)])
  for (const [id, quantity] of units) {
    const row = order.rows.find(({ item_id }) => item_id === id)
    if (row === undefined) continue
    returnUnits(shop, order, row, quantity, backToStock.includes(id))
    order.total_refunded += (row.row_total_incl_tax / row.qty_ordered) * quantity
    row.qty_refunded += quantity
  }
  order.total_refunded += shippingBack
  order.shipping_refunded += shippingBack
  settle(order)
  touched(shop, order)
}

/** Units that had not left give their reservation back; those that had come back into the source. Not back to stock: what had not left is lost. */
const returnUnits = (shop: Shop, order: Order, row: Row, quantity: number, isBack: boolean): void => {
  const unshipped = Math.min(quantity, Math.max(0, row.qty_invoiced - row.qty_refunded - row.qty_shipped))
  if (!shop.setup.hasMsi) {
    if (isBack) giveBack(shop, row.sku, quantity)
    return
  }
  if (isBack) {
    reserve(shop, order, row.sku, unshipped)
    giveBack(shop, row.sku, quantity - unshipped)
  } else if (unshipped > 0) deduct(shop, order, row.sku, unshipped, 'default')
}
