import { Refusal } from './refusal.ts'
import { dateOf, keyOf, type Order, type Row, type Shop } from './state.ts'
import { reserve } from './stock.ts'
import { checkOrderBody, isJson, type Json } from './validate-body.ts'

/** Offline methods that this shop has. */
const PAYMENT_METHODS = ['banktransfer', 'checkmo', 'cashondelivery']
/** What `ext_order_id` holds; the rest is cut off without a word. */
const MOST_REFERENCE = 32

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const number = (value: unknown): number => (typeof value === 'number' ? value : 0)

/** `POST /V1/orders`: kept as it is sent. Nothing is reckoned, nothing reserved, nobody written to (2.1). */
export const createOrder = (shop: Shop, entity: unknown): Order => {
  checkOrderBody(entity)
  if (!isJson(entity)) throw new Refusal(400, 'No entity')
  if (entity['entity_id'] !== undefined || entity['increment_id'] !== undefined)
    throw new Refusal(404, "The entity that was requested doesn't exist. Verify the entity and try again.")
  const { billing_address: billing, payment, items } = entity
  if (!isJson(billing)) throw new Refusal(400, '"%1" is required. Enter and try again.', ['billing_address'])
  const method = isJson(payment) ? text(payment['method']) : ''
  if (!PAYMENT_METHODS.includes(method)) throw new Refusal(400, 'The requested Payment Method is not available.')
  const shipping = shippingOf(entity)
  for (const address of [billing, ...(shipping === null ? [] : [shipping])]) checkAddress(address)
  keepable(entity)

  const id = shop.nextId()
  const rows = (Array.isArray(items) ? items : []).filter(isJson).map((item) => toRow(shop, item))
  const order: Order = {
    entity_id: id,
    increment_id: String(id).padStart(9, '0'),
    ext_order_id: text(entity['ext_order_id']).slice(0, MOST_REFERENCE) || null,
    store_id: number(entity['store_id']) || 1,
    isOwn: false,
    created_at: dateOf(shop),
    updated_at: dateOf(shop),
    state: text(entity['state']) || 'new',
    status: text(entity['status']) || 'pending',
    grand_total: number(entity['grand_total']),
    tax_amount: number(entity['tax_amount']),
    shipping_incl_tax: number(entity['shipping_incl_tax']),
    total_paid: 0,
    total_refunded: 0,
    shipping_refunded: 0,
    customer_email: text(entity['customer_email']),
    rows,
    shippingAddress: shipping,
    more: entity,
  }
  shop.orders.set(id, order)
  if (entity['customer_note_notify'] === 1) shop.mails += 1
  if (shop.setup.reservesDirectOrders) for (const row of rows) reserve(shop, order, row.sku, -row.qty_ordered)
  return order
}

/** Only here; one with ids of its own is lost (2.3). */
const shippingOf = (entity: Json): Json | null => {
  const more = entity['extension_attributes']
  const assignments = isJson(more) ? more['shipping_assignments'] : null
  const [first]: unknown[] = Array.isArray(assignments) ? assignments : []
  const shipping = isJson(first) ? first['shipping'] : null
  const address = isJson(shipping) ? shipping['address'] : null
  if (!isJson(address)) return null
  return address['entity_id'] === undefined && address['parent_id'] === undefined ? address : null
}

const checkAddress = (address: Json): void => {
  for (const field of ['email', 'firstname', 'lastname', 'street', 'city', 'country_id', 'postcode', 'telephone']) {
    const value = address[field]
    const isThere = Array.isArray(value) ? value.some((line) => text(line).trim() !== '') : text(value).trim() !== ''
    if (!isThere)
      throw new Refusal(400, "We can't save the address:\n%1", [`"${field}" is required. Enter and try again.`])
  }
  if (!/^\S+@\S+\.\S+$/.test(text(address['email'])))
    throw new Refusal(400, "We can't save the address:\n%1", ['Email has a wrong format'])
}

/** Columns of 255 characters (names in the order itself: 128) of three bytes at most; the database refuses the rest. */
const keepable = (value: unknown, field = ''): void => {
  if (typeof value === 'string') {
    const most = field.startsWith('customer_') && field.endsWith('name') ? 128 : 255
    if (field !== 'comment' && (Array.from(value).length > most || /[\u{10000}-\u{10FFFF}]/u.test(value)))
      throw new Refusal(500, 'Internal Error. Details are available in Magento log file. Report ID: %1', ['webapi-1'])
  } else if (Array.isArray(value)) {
    if (field === 'street') keepable(value.join('\n'), field)
    for (const one of value) keepable(one, field)
  } else if (isJson(value)) for (const [name, one] of Object.entries(value)) keepable(one, name)
}

const toRow = (shop: Shop, item: Json): Row => {
  const product = shop.products.get(keyOf(text(item['sku'])))
  return {
    item_id: shop.nextId(),
    parent_item_id: null,
    sku: text(item['sku']),
    product_id: number(item['product_id']) || null,
    product_type: text(item['product_type']) || (product?.type_id ?? 'simple'),
    qty_ordered: number(item['qty_ordered']),
    row_total_incl_tax: number(item['row_total_incl_tax']),
    qty_invoiced: 0,
    qty_shipped: 0,
    qty_canceled: 0,
    qty_refunded: 0,
    more: item,
  }
}
