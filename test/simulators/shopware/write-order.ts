import { violationsOf } from './contract.ts'
import { BLANK, missingPrivileges, Refusal } from './refusal.ts'
import { addRow, type Entity, isFrom, type Row, rowOf, rowsWhere, type Shop, text } from './state.ts'
import { lineWritten } from './stock.ts'

type Body = Readonly<Record<string, unknown>>
type Nested = readonly Body[]

const LISTS: Readonly<Record<string, Entity>> = {
  addresses: 'order_address',
  lineItems: 'order_line_item',
  deliveries: 'order_delivery',
  transactions: 'order_transaction',
}

/** `POST /api/order`: all of it or nothing, and nothing is reckoned (shopware.md 2.3). */
export const createOrder = (shop: Shop, body: Body): Row => {
  const needed = ['order', 'order_customer', ...Object.values(LISTS), 'order_delivery_position']
  demand(
    shop,
    needed.map((entity) => `${entity}:create`),
  )
  const id = text(body['id'])
  if (
    rowOf(shop, 'order', id) !== null ||
    rowOf(shop, 'order_delivery', listOf(body, 'deliveries')[0]?.['id']) !== null
  )
    throw new Refusal(400, {
      code: 'FRAMEWORK__WRITE_TYPE_INTEND_ERROR',
      detail: 'Expected command for "order" to be "InsertCommand". (Got: UpdateCommand)',
      pointer: '/0',
    })
  validate(shop, body)
  checkReferences(shop, body)
  checkProductLines(body)

  const { price, shippingCosts } = body
  const { totalPrice, netPrice, positionPrice, taxStatus } = price as Body
  const { addresses: _a, lineItems: _l, deliveries: _d, transactions: _t, orderCustomer, ...columns } = body
  const order = addRow(shop, 'order', {
    ...{ ...columns, amountTotal: totalPrice, amountNet: netPrice, positionPrice, taxStatus },
    shippingTotal: (shippingCosts as Body)['totalPrice'],
  })
  addRow(shop, 'order_customer', { ...(orderCustomer as Body), orderId: id })
  for (const [list, entity] of Object.entries(LISTS))
    for (const one of listOf(body, list)) {
      const { positions, ...row } = one
      const added = addRow(shop, entity, { ...row, orderId: id })
      for (const position of (positions ?? []) as Nested)
        addRow(shop, 'order_delivery_position', {
          ...{ ...position, orderDeliveryId: added.id },
          quantity: (position['price'] as Body | undefined)?.['quantity'] ?? null,
        })
      if (entity === 'order_line_item') lineWritten(shop, added, null)
    }
  return order
}

/** `PATCH /api/order/{id}`; states go by transitions only. */
export const changeOrder = (shop: Shop, id: string, body: Body): Row => {
  demand(shop, ['order:update', ...(body['lineItems'] === undefined ? [] : ['order_line_item:update'])])
  const order = rowOf(shop, 'order', id)
  if (order === null) throw new Refusal(404, { code: 'FRAMEWORK__RESOURCE_NOT_FOUND', detail: `order ${id} not found` })
  refuse(violationsOf('Order', { ...body, id }, true))
  if (body['stateId'] !== undefined)
    throw new Refusal(403, {
      code: 'FRAMEWORK__WRITE_SCOPE',
      detail: 'Changing the state-machine-state of this entity is not allowed for scope crud.',
      pointer: '/0/stateId',
    })
  const { lineItems: _, ...columns } = body
  Object.assign(order, columns)
  for (const change of listOf(body, 'lineItems')) {
    const line = rowOf(shop, 'order_line_item', change['id'])
    if (line === null || line['orderId'] !== id)
      throw new Refusal(400, {
        code: BLANK,
        detail: 'This value should not be blank.',
        pointer: '/0/lineItems/0/label',
      })
    const before = { ...line }
    Object.assign(line, change)
    // What a line is worth to the stock is looked at only when its quantity or its product is written.
    if (['quantity', 'productId', 'referencedId'].some((field) => field in change)) lineWritten(shop, line, before)
  }
  return order
}

const listOf = (body: Body, name: string): Nested => (Array.isArray(body[name]) ? (body[name] as Nested) : [])

const demand = ({ role }: Shop, privileges: readonly string[]): void => {
  const lacking = role === null ? [] : privileges.filter((one) => !role.includes(one))
  if (lacking.length > 0) throw missingPrivileges(lacking)
}

const refuse = (violations: ReturnType<typeof violationsOf>): void => {
  if (violations.length === 0) return
  throw new Refusal(
    400,
    ...violations.map(({ pointer, what, isMissing }) =>
      isMissing
        ? { code: BLANK, detail: 'This value should not be blank.', pointer }
        : { code: 'FRAMEWORK__WRITE_MALFORMED_INPUT', detail: what, pointer },
    ),
  )
}

const NOT_BEFORE: Readonly<Record<string, string>> = { primaryOrderDeliveryId: '6.7', primaryOrderTransactionId: '6.7' }
const NAMES = ['firstName', 'lastName', 'street', 'city', 'label'] as const
const LENGTHS: Readonly<Record<string, number>> = {
  ...{ firstName: 50, lastName: 60, city: 70, zipcode: 50, phoneNumber: 40, street: 255, company: 255, label: 255 },
  ...{ additionalAddressLine1: 255, additionalAddressLine2: 255, orderNumber: 64 },
}

const validate = (shop: Shop, body: Body): void => {
  refuse(violationsOf('Order', body))
  const missing = [
    'orderNumber',
    'price',
    'shippingCosts',
    'orderCustomer',
    'addresses',
    'deliveries',
    'lineItems',
    'transactions',
  ]
  // Without these the shop's own list of orders breaks: nobody here wants an order that the real one could not show (2.3).
  refuse(
    missing
      .filter((name) => body[name] === undefined)
      .map((name) => ({ pointer: `/0/${name}`, what: '', isMissing: true })),
  )
  for (const [field, least] of Object.entries(NOT_BEFORE))
    if (body[field] !== undefined && !isFrom(shop, least))
      refuse([{ pointer: `/0/${field}`, what: `unknown field ${field}`, isMissing: false }])
  const parts = [body, body['orderCustomer'] as Body, ...listOf(body, 'addresses'), ...listOf(body, 'lineItems')]
  for (const part of parts) {
    refuse(
      NAMES.filter((name) => part[name] === '').map((name) => ({ pointer: `/0/${name}`, what: '', isMissing: true })),
    )
    for (const [name, most] of Object.entries(LENGTHS))
      if (Array.from(text(part[name])).length > most)
        refuse([{ pointer: `/0/${name}`, what: `"${part[name]}" is too long.`, isMissing: false }])
  }
  for (const address of listOf(body, 'addresses'))
    if (!isFrom(shop, '6.5') && address['salutationId'] === undefined)
      refuse([{ pointer: '/0/addresses/0/salutationId', what: '', isMissing: true }])
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text((body['orderCustomer'] as Body)['email'])))
    refuse([{ pointer: '/0/orderCustomer/email', what: 'This value is not a valid email address.', isMissing: false }])
}

const REFERENCES: Readonly<Record<string, Entity>> = {
  currencyId: 'currency',
  salesChannelId: 'sales_channel',
  stateId: 'state_machine_state',
  countryId: 'country',
  salutationId: 'salutation',
  paymentMethodId: 'payment_method',
  shippingMethodId: 'shipping_method',
  productId: 'product',
}

/** Foreign keys; and each state is of its own machine, though any of those is taken at first (2.3). */
const checkReferences = (shop: Shop, body: Body): void => {
  const refused = (detail: string): Refusal =>
    new Refusal(400, { code: 'FRAMEWORK__WRITE_CONSTRAINT_VIOLATION', detail })
  const parts = [body, body['orderCustomer'] as Body, ...Object.keys(LISTS).flatMap((list) => listOf(body, list))]
  for (const part of parts)
    for (const [field, entity] of Object.entries(REFERENCES))
      if (part[field] !== undefined && rowOf(shop, entity, part[field]) === null)
        throw refused(`${field} refers to nothing`)
  const machines = [
    [body, 'order.state'],
    ...listOf(body, 'deliveries').map((one) => [one, 'order_delivery.state'] as const),
    ...listOf(body, 'transactions').map((one) => [one, 'order_transaction.state'] as const),
  ] as const
  for (const [part, machine] of machines) {
    const state = rowOf(shop, 'state_machine_state', part['stateId'])
    if (rowOf(shop, 'state_machine', state?.['stateMachineId'])?.['technicalName'] !== machine)
      throw refused(`no state of ${machine}`)
  }
  const addresses = listOf(body, 'addresses').map(({ id }) => id)
  const lines = listOf(body, 'lineItems').map(({ id }) => id)
  const used = [body['billingAddressId'], ...listOf(body, 'deliveries').map((one) => one['shippingOrderAddressId'])]
  if (!used.every((id) => addresses.includes(id))) throw refused('an address is not of this order')
  const positions = listOf(body, 'deliveries').flatMap((one) => (one['positions'] ?? []) as Nested)
  if (!positions.every(({ orderLineItemId }) => lines.includes(orderLineItemId)))
    throw refused('a position has no line')
  if (rowsWhere(shop, 'order', 'id', body['id']).length > 0) throw refused('twice')
}

/** Id, reference and number of a product go together. */
const checkProductLines = (body: Body): void => {
  for (const line of listOf(body, 'lineItems')) {
    if (line['type'] !== 'product') continue
    const payload = (line['payload'] ?? {}) as Body
    if (
      line['productId'] !== line['referencedId'] ||
      line['productId'] === undefined ||
      payload['productNumber'] === undefined
    )
      throw new Refusal(400, {
        code: 'PRODUCT__LINE_ITEM_INCONSISTENT',
        detail:
          'To change the product of line item the following properties must also be updated: `productId`, `referenceId`, `payload.productNumber`.',
      })
  }
}
