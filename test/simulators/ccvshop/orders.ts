import type { Received, Reply } from '../wire.ts'
import { invalid, json, NO_CONTENT, notFound, ShopError } from './errors.ts'
import { cents, fieldsOf, parseBody, text } from './order-body.ts'
import { renderOrder } from './render.ts'
import type { Order, Product, Row, Shop } from './state.ts'

/** What the shop reckons where an order does not say (ccvshop.md 2). */
const OWN_SHIPPING_CENTS = 695

/** `POST /orders/`. */
export const createOrder = (shop: Shop, call: Received): Reply => {
  const body = fieldsOf(parseBody(call.body), 'order')
  if (body['customer'] === undefined) throw invalid('The property customer is required.')
  const customer = fieldsOf(body['customer'], 'customer')
  const rows = body['orderrows']
  if (!Array.isArray(rows) || rows.length === 0) throw invalid('The property orderrows is required.')
  if (body['currency'] !== undefined && body['currency'] !== shop.options.currency)
    throw invalid(`The shop does not sell in ${text(body, 'currency')}.`)
  if (body['orderedinlng'] !== undefined && !shop.options.languages.includes(text(body, 'orderedinlng')))
    throw invalid('The language is not active.')
  const status = Number(body['status'] ?? 1)
  if (status < 1 || status > 14) throw invalid('The status is not known.')
  const made = rows.flatMap((row: unknown) => toRows(shop, row, body['is_platform_sale'] === true))
  const order: Order = {
    ...{ id: shop.nextId(), createdAt: shop.now(), status, paid: body['paid'] === true },
    reservationNumber: text(body, 'reservationnumber'),
    customer: {
      email: text(customer, 'email'),
      reference: text(customer, 'reference'),
      billing: addressOf(customer['billingaddress'], 'billing'),
      delivery: addressOf(customer['deliveryaddress'], 'delivery'),
    },
    language: text(body, 'orderedinlng') || 'nl',
    rows: made,
    shippingCents: cents(body, 'total_shipping') ?? OWN_SHIPPING_CENTS,
    extraCents: (cents(body, 'extra_costs') ?? 0) + (cents(body, 'paymethod_costs') ?? 0),
    ...{ code: '', carrier: '', link: '', taken: shop.options.lowers ? takenBy(shop, made) : [], isTaken: false },
  }
  shop.orders.set(order.id, order)
  take(shop, order, true)
  // Whether a real shop does is not known (2.2): the worst is taken for true.
  shop.mails.push({ to: order.customer.email, about: 'confirmation' })
  return shop.options.hidesCreated ? NO_CONTENT : json(201, renderOrder(shop, call, order, false))
}

const addressOf = (value: unknown, what: 'billing' | 'delivery'): Order['customer']['billing'] => {
  const fields = fieldsOf(value ?? {}, what)
  if (!/^[A-Z]{2}$/.test(text(fields, 'country_code'))) throw invalid('The country code is no ISO 3166-1 code.')
  // `fieldsOf` lets nothing else through here.
  return fields as Order['customer']['billing']
}

const toRows = (shop: Shop, value: unknown, isPlatformSale: boolean): readonly Row[] => {
  const fields = fieldsOf(value, 'row')
  const count = Number(fields['count'] ?? 0)
  if (count <= 0) throw invalid('The property count of a row is required.')
  const product = fields['product_id'] === undefined ? null : shop.products.get(Number(fields['product_id']))
  if (product === undefined) throw notFound('The product')
  const discountCents = cents(fields, 'discount') ?? product?.discountCents ?? 0
  const priceCents = cents(fields, 'price') ?? product?.priceCents
  if (product === null && (fields['package_id'] === undefined || fields['product_name'] === undefined))
    throw invalid('A row without a product needs a name and a package.')
  if (product === null && !shop.packages.includes(Number(fields['package_id']))) throw notFound('The package')
  if (priceCents === undefined || (product === null && fields['tax'] === undefined))
    throw invalid('A row without a product needs a price and a tax.')
  const combinationId = fields['attribute_combination_id']
  const combination = combinationId === undefined ? null : shop.combinations.get(Number(combinationId))
  if (combination === undefined || (combination !== null && combination.productId !== product?.id))
    throw notFound('The attribute combination')
  if (product?.stockType === 'attribute combination' && combination === null)
    throw invalid('The product is sold by its attribute combinations.')
  const tax = isPlatformSale ? 0 : Number(fields['tax'] ?? (product && shop.zones.get('NL')?.[product.tariff]) ?? 0)
  const row: Row = {
    ...{ id: shop.nextId(), kind: 'product', productId: product?.id ?? null, combinationId: combination?.id ?? null },
    name: product?.name ?? text(fields, 'product_name'),
    number: product?.number ?? text(fields, 'product_number'),
    subNumber: combination?.productNumber ?? '',
    ...{ memo: text(fields, 'memo'), count, priceCents: priceCents - discountCents, tax },
  }
  return fields['auto_create_deposit_rows'] === false ? [row] : [row, ...depositOf(shop, product, count)]
}

const depositOf = (shop: Shop, product: Product | null, count: number): readonly Row[] =>
  product === null || product.depositCents === 0
    ? []
    : [
        {
          ...{ id: shop.nextId(), kind: 'deposit', productId: null, combinationId: null, name: 'Statiegeld' },
          ...{ number: '', subNumber: '', memo: '', count, priceCents: product.depositCents, tax: 0 },
        },
      ]

const takenBy = (shop: Shop, rows: readonly Row[]): Order['taken'] =>
  rows.flatMap(({ productId, combinationId, count }): Order['taken'] => {
    const product = productId === null ? undefined : shop.products.get(productId)
    if (product === undefined || !product.stockEnabled) return []
    return product.stockType === 'product' || combinationId === null
      ? [{ kind: 'product', id: product.id, units: count }]
      : [{ kind: 'combination', id: combinationId, units: count }]
  })

/** Takes the units of an order off their shelves, or puts them back. */
const take = (shop: Shop, order: Order, isTaken: boolean): void => {
  if (order.isTaken === isTaken) return
  order.isTaken = isTaken
  for (const { kind, id, units } of order.taken) {
    const shelf = (kind === 'product' ? shop.products : shop.combinations).get(id)
    if (shelf !== undefined) shelf.stock += isTaken ? -units : units
  }
}

const CANCELLED = 8

export const setStatus = (shop: Shop, order: Order, status: number): void => {
  order.status = status
  if (status !== CANCELLED) take(shop, order, true)
  else if (shop.options.givesBack) take(shop, order, false)
}

/** `PATCH /orders/{id}/`. */
export const changeOrder = (shop: Shop, order: Order, call: Received): Reply => {
  const body = fieldsOf(parseBody(call.body), 'change')
  const status = body['status'] === undefined ? null : Number(body['status'])
  if (status !== null && (status < 1 || status > 14)) throw invalid('The status is not known.')
  if (status === order.status) throw new ShopError(500, '500.50', 'The property status has the same value.')
  if (body['track_and_trace_code'] !== undefined) order.code = text(body, 'track_and_trace_code')
  if (status !== null) setStatus(shop, order, status)
  if (body['mail'] === true) shop.mails.push({ to: order.customer.email, about: 'status' })
  return NO_CONTENT
}
