import { createOrder } from './orders.ts'
import { ApiError } from './replies.ts'
import type { Checkout, CheckoutProduct, Fields, Method, Shop } from './shop.ts'
import { methodKey } from './views.ts'

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const KNOWN = [
  ...['mode', 'notifications', 'newsletter', 'customer', 'billing_address', 'shipping_address', 'comment', 'memo'],
  ...['shipment_method', 'payment_method', 'terms', 'discount_code'],
]

/** Begins a checkout (lightspeed.md 2.1, step 1). */
export const beginCheckout = (shop: Shop, body: Fields): Checkout => {
  const checkout: Checkout = {
    ...{ id: shop.nextId(), orderId: null, customer: {}, billing: {}, shipping: {}, products: [] },
    ...{ shipment: null, payment: null, terms: false, notifications: true, memo: '', comment: '' },
  }
  shop.checkouts.set(checkout.id, checkout)
  changeCheckout(shop, checkout, body)
  return checkout
}

export const changeCheckout = (shop: Shop, checkout: Checkout, body: Fields): void => {
  refuseOrdered(checkout)
  const unknown = Object.keys(body).find((name) => !KNOWN.includes(name))
  if (unknown !== undefined) throw new ApiError(400, `Unknown field ${unknown}.`)
  if (body['mode'] !== undefined && !['guest', 'customer'].includes(String(body['mode']))) throw invalid('mode')
  const address = (name: string, known: Fields): Fields => {
    const given = body[name]
    if (given === undefined) return known
    if (!isFields(given)) throw invalid(name)
    return given
  }
  checkout.customer = address('customer', checkout.customer)
  checkout.billing = address('billing_address', checkout.billing)
  const before = checkout.shipping['country']
  checkout.shipping = address('shipping_address', checkout.shipping)
  // Another country has other methods.
  if (checkout.shipping['country'] !== before) checkout.shipment = null
  if (typeof body['memo'] === 'string') checkout.memo = body['memo']
  if (typeof body['comment'] === 'string') checkout.comment = body['comment']
  if (body['notifications'] !== undefined) checkout.notifications = body['notifications'] !== false
  if (body['terms'] !== undefined) checkout.terms = body['terms'] === 1 || body['terms'] === true
  if (body['shipment_method'] !== undefined) checkout.shipment = methodOf(shop, checkout, body['shipment_method'])
  if (body['payment_method'] !== undefined) checkout.payment = paymentOf(shop, checkout, body['payment_method'])
}

const invalid = (field: string): ApiError =>
  new ApiError(422, 'Validation failed.', { [field]: `${field} is not valid.` })

const refuseOrdered = ({ orderId }: Checkout): void => {
  if (orderId !== null) throw new ApiError(400, 'The checkout has already been converted to an order.')
}

export const methodsFor = (shop: Shop, { products, shipping }: Checkout): readonly Method[] =>
  products.length === 0
    ? []
    : shop.methods.filter(({ countries }) => countries.includes(String(shipping['country'] ?? '')))

const methodOf = (shop: Shop, checkout: Checkout, given: unknown): Method => {
  const isRight = shop.habits.wantsMethodObject ? isFields(given) : typeof given === 'string' || isFields(given)
  const id = isFields(given) ? given['id'] : given
  const method = methodsFor(shop, checkout).find((one) => methodKey(one) === id)
  if (!isRight || method === undefined) throw invalid('shipment_method')
  return method
}

const paymentOf = (shop: Shop, { shipment }: Checkout, given: unknown): string => {
  const id = isFields(given) ? given['id'] : null
  const payment = shop.payments.find((one) => one.id === id)
  if (shipment === null || payment === undefined) throw invalid('payment_method')
  return payment.id
}

export const addProduct = (shop: Shop, checkout: Checkout, body: Fields): CheckoutProduct => {
  refuseOrdered(checkout)
  const { variant_id: variantId, quantity } = body
  const variant = shop.variants.get(Number(variantId))
  if (variant === undefined) throw invalid('variant_id')
  refuseQuantity(shop, variant.id, quantity)
  const product = { id: shop.nextId(), variantId: variant.id, quantity: Number(quantity) }
  checkout.products.push(product)
  return product
}

export const changeProduct = (shop: Shop, checkout: Checkout, product: CheckoutProduct, body: Fields): void => {
  refuseOrdered(checkout)
  refuseQuantity(shop, product.variantId, body['quantity'])
  product.quantity = Number(body['quantity'])
}

export const removeProduct = (checkout: Checkout, product: CheckoutProduct): void => {
  refuseOrdered(checkout)
  checkout.products = checkout.products.filter((one) => one !== product)
}

/** 7, 6 */
const refuseQuantity = (shop: Shop, variantId: number, quantity: unknown): void => {
  const variant = shop.variants.get(variantId)
  if (variant === undefined || typeof quantity !== 'number' || !Number.isInteger(quantity) || quantity < 1)
    throw invalid('quantity')
  const { stockTracking, stockLevel, buyMinimum, buyMaximum } = variant
  if (quantity < buyMinimum || quantity > buyMaximum)
    throw new ApiError(422, `You can order ${buyMinimum} to ${buyMaximum} of this product.`)
  if (stockTracking === 'enabled' && quantity > stockLevel)
    throw new ApiError(422, 'The requested quantity is not available.')
}

/** `{"shipping_address.zipcode.required": "text"}`; an empty list when nothing is wrong. */
export const validateCheckout = ({ habits }: Shop, checkout: Checkout): Readonly<Record<string, string>> => {
  const errors: Record<string, string> = {}
  const need = (name: string, fields: Fields, ...wanted: readonly string[]): void => {
    for (const field of wanted)
      if (String(fields[field] ?? '').trim() === '') errors[`${name}.${field}.required`] = `${field} is required`
  }
  const parts = ['name', 'address1', 'zipcode', 'city', 'country', ...(habits.wantsNumber ? ['number'] : [])]
  need('customer', checkout.customer, 'email', 'firstname', 'lastname')
  need('billing_address', checkout.billing, ...parts)
  need('shipping_address', checkout.shipping, ...parts)
  if (checkout.products.length === 0) errors['products.required'] = 'The cart is empty'
  if (checkout.shipment === null) errors['shipment_method.required'] = 'Choose a shipping method'
  if (checkout.payment === null) errors['payment_method.required'] = 'Choose a payment method'
  if (!checkout.terms) errors['terms.required'] = 'Accept the terms'
  return errors
}

export const orderCheckout = (shop: Shop, checkout: Checkout): number => {
  refuseOrdered(checkout)
  const errors = validateCheckout(shop, checkout)
  if (Object.keys(errors).length > 0) throw new ApiError(422, 'The checkout is not valid.', errors)
  for (const { variantId, quantity } of checkout.products) refuseQuantity(shop, variantId, quantity)
  const order = createOrder(shop, checkout)
  checkout.orderId = order.id
  return order.id
}
