import { CARRIER_PRICE, STATES } from './default-data.ts'
import type { Mailbox } from './mailbox.ts'
import { amountOf, micros, toCent, withTax } from './money.ts'
import { moveState, type OrderWorld } from './order-states.ts'
import type { CartRow, Row, Tables } from './tables.ts'

/** What an order is to be made of; the rest of what was posted is decoration (prestashop.md 2.1 (1)). */
export interface OrderRequest {
  readonly cartId: number
  readonly module: string
  readonly payment: string
  readonly paid: number
}

/** What `validateOrder` does with a cart: an order, a plain text, or a script that died. */
export type Validated = { readonly order: Row } | { readonly text: string } | 'died'

interface Priced {
  readonly row: CartRow
  readonly product: Row
  readonly combination: Row | undefined
  readonly rate: number
  readonly net: number
  readonly gross: number
}

export const validateOrder = (world: OrderWorld, { cartId, module, payment, paid }: OrderRequest): Validated => {
  const { tables, mailbox } = world
  const cart = tables.get('carts', cartId)
  if (cart === undefined || tables.all('orders').some((order) => order['id_cart'] === cartId))
    return { text: 'Cart cannot be loaded or an order has already been placed using this cart' }
  if (!world.paymentModules.has(module)) return 'died'
  const customer = tables.get('customers', Number(cart['id_customer']))
  if (customer === undefined) return 'died'
  if (cart['secure_key'] !== '' && cart['secure_key'] !== customer['secure_key']) return { text: 'Fatal error' }
  const address = tables.get('addresses', Number(cart['id_address_delivery']))
  const country = tables.get('countries', Number(address?.['id_country'] ?? 0))
  if (address === undefined || country?.['active'] !== '1') return 'died'

  const priced = (tables.cartRows.get(cartId) ?? []).flatMap((row) => price(tables, cart, row, country.id))
  if (priced.length === 0) return 'died'
  const roundType = Number(tables.configuration('PS_ROUND_TYPE'))
  const lines = priced.map((line) => ({
    ...line,
    lineGross: lineOf(line.gross, line, roundType),
    lineNet: lineOf(line.net, line, roundType),
  }))
  const goods = toCent(lines.reduce((sum, { lineGross }) => sum + lineGross, 0))
  const goodsNet = toCent(lines.reduce((sum, { lineNet }) => sum + lineNet, 0))

  const carrier = carrierOf(tables, cart)
  const carrierRate = rateOf(tables, Number(carrier['id_tax_rules_group']), country.id)
  const shippingNet = carrier['is_free'] === '1' ? 0 : micros(CARRIER_PRICE)
  const shipping = toCent(withTax(shippingNet, carrierRate))
  const total = goods + shipping
  const isError = world.checksTotal && toCent(micros(paid)) !== total

  const now = world.now()
  const order = tables.insert('orders', {
    ...{ id_address_delivery: cart['id_address_delivery'] ?? 0, id_address_invoice: cart['id_address_invoice'] ?? 0 },
    ...{
      id_cart: cartId,
      id_currency: cart['id_currency'] ?? 0,
      id_lang: cart['id_lang'] ?? 0,
      id_customer: customer.id,
    },
    ...{ id_carrier: carrier.id, id_shop: 1, module, payment, conversion_rate: '1.000000' },
    ...{ total_paid: amountOf(total), total_paid_tax_incl: amountOf(total) },
    ...{ total_paid_tax_excl: amountOf(goodsNet + shippingNet), total_paid_real: amountOf(micros(paid)) },
    ...{ total_products: amountOf(goodsNet), total_products_wt: amountOf(goods) },
    ...{ total_shipping: amountOf(shipping), total_shipping_tax_incl: amountOf(shipping) },
    ...{ total_shipping_tax_excl: amountOf(shippingNet), carrier_tax_rate: carrierRate.toFixed(3) },
    ...{ date_add: now, date_upd: now },
  })
  order['reference'] = referenceOf(order.id)
  for (const { row, product, combination, net, gross, lineGross, lineNet } of lines) {
    const of = (name: string) => combination?.[name] || product[name] || ''
    tables.insert('order_details', {
      ...{ id_order: order.id, product_id: product.id, product_attribute_id: row.id_product_attribute },
      ...{ product_quantity: row.quantity, product_name: product['name'] ?? '', product_reference: of('reference') },
      ...{ product_ean13: of('ean13'), product_upc: of('upc'), product_supplier_reference: of('supplier_reference') },
      ...{ unit_price_tax_incl: amountOf(gross), unit_price_tax_excl: amountOf(net) },
      ...{ total_price_tax_incl: amountOf(toCent(lineGross)), total_price_tax_excl: amountOf(toCent(lineNet)) },
    })
  }
  tables.insert('order_carriers', {
    ...{ id_order: order.id, id_carrier: carrier.id, date_add: now },
    ...{ shipping_cost_tax_incl: amountOf(shipping), shipping_cost_tax_excl: amountOf(shippingNet) },
  })
  tables.insert('order_payments', {
    ...{ order_reference: order['reference'], payment_method: payment, amount: amountOf(micros(paid)), id_currency: 1 },
  })
  tables.remove('specific_prices', (row) => row['id_cart'] === cartId)
  moveState(world, order, isError ? STATES.error : Number(tables.configuration('PS_OS_WS_PAYMENT')), 'created')
  mailNewOrder(mailbox, String(customer['email']), isError)
  return { order }
}

const mailNewOrder = (mailbox: Mailbox, to: string, isError: boolean): void => {
  for (const template of isError ? ['payment_error'] : ['order_conf', 'payment']) mailbox.send(to, template)
}

/** By line (2, the default), by unit (1), or not before the sum (3). */
const lineOf = (unit: number, { row: { quantity } }: Priced, roundType: number): number =>
  roundType === 1 ? toCent(unit) * quantity : roundType === 3 ? unit * quantity : toCent(unit * quantity)

/** A product that is not there leaves the cart without a word (2.1 (8)). */
const price = (tables: Tables, cart: Row, row: CartRow, country: number): Priced[] => {
  const product = tables.get('products', row.id_product)
  if (product === undefined) return []
  const combination = tables.get('combinations', row.id_product_attribute)
  const own = tables
    .all('specific_prices')
    .find(
      (special) =>
        special['id_cart'] === cart.id &&
        special['id_product'] === row.id_product &&
        special['id_product_attribute'] === row.id_product_attribute &&
        [0, cart['id_customer']].includes(special['id_customer'] ?? 0) &&
        [0, 1].includes(Number(special['id_shop'])),
    )
  const rate = rateOf(tables, Number(product['id_tax_rules_group']), country)
  const net = micros(own?.['price'] ?? product['price'])
  return [{ row, product, combination, rate, net, gross: withTax(net, rate) }]
}

const rateOf = (tables: Tables, group: number, country: number): number => {
  if (tables.configuration('PS_TAX') === '0') return 0
  const rule = tables
    .all('tax_rules')
    .find((row) => row['id_tax_rules_group'] === group && row['id_country'] === country)
  return rule === undefined ? 0 : Number(tables.need('taxes', Number(rule['id_tax']))['rate'])
}

/** Without a delivery option that holds, the shop's default carrier stands in, whatever `id_carrier` says (2.2 "Cart"). */
const carrierOf = (tables: Tables, cart: Row): Row => {
  const option = /^\{"(\d+)":"(\d+),"\}$/.exec(String(cart['delivery_option']))
  const chosen =
    option?.[1] === String(cart['id_address_delivery']) ? tables.get('carriers', Number(option[2])) : undefined
  return chosen?.['active'] === '1' && chosen['deleted'] !== '1'
    ? chosen
    : tables.need('carriers', Number(tables.configuration('PS_CARRIER_DEFAULT')))
}

/** Nine capitals. */
const referenceOf = (id: number): string =>
  Array.from({ length: 9 }, (_, place) => String.fromCharCode(65 + (Math.floor((id * 7 + 3) / 26 ** place) % 26))).join(
    '',
  )
