import type { Received, Reply } from '../wire.ts'
import {
  addProduct,
  beginCheckout,
  changeCheckout,
  changeProduct,
  methodsFor,
  orderCheckout,
  removeProduct,
  validateCheckout,
} from './checkouts.ts'
import { json, noContent, notFound } from './replies.ts'
import { type Answer, bodyOf, existing, type Route } from './route.ts'
import type { Checkout, Shop } from './shop.ts'
import { checkoutProductView, checkoutView, paymentMethodView, shipmentMethodView } from './views.ts'

const checkout =
  (answer: (shop: Shop, checkout: Checkout, call: Received, ids: readonly number[]) => Reply): Answer =>
  (shop, call, ids) =>
    answer(shop, existing(shop.checkouts, ids[0], 'Checkout'), call, ids)

const productOf = ({ products }: Checkout, id: number | undefined) => {
  const product = products.find((one) => one.id === id)
  if (product === undefined) throw notFound('Product')
  return product
}

/** The calls about one checkout: bare, without envelopes (lightspeed.md 2.1). */
export const CHECKOUT_ROUTES: readonly Route[] = [
  {
    ...{ method: 'POST', path: 'checkouts', permission: 'orders' },
    answer: (shop, call) => json(201, checkoutView(beginCheckout(shop, bodyOf(call)))),
  },
  {
    ...{ method: 'GET', path: 'checkouts/#', permission: 'orders' },
    answer: checkout((_shop, one) => json(200, checkoutView(one))),
  },
  {
    ...{ method: 'PUT', path: 'checkouts/#', permission: 'orders' },
    answer: checkout((shop, one, call) => {
      changeCheckout(shop, one, bodyOf(call))
      return json(200, checkoutView(one))
    }),
  },
  {
    ...{ method: 'POST', path: 'checkouts/#/products', permission: 'orders' },
    answer: checkout((shop, one, call) => json(201, checkoutProductView(addProduct(shop, one, bodyOf(call))))),
  },
  {
    ...{ method: 'PUT', path: 'checkouts/#/products/#', permission: 'orders' },
    answer: checkout((shop, one, call, [, id]) => {
      const product = productOf(one, id)
      changeProduct(shop, one, product, bodyOf(call))
      return json(200, checkoutProductView(product))
    }),
  },
  {
    ...{ method: 'DELETE', path: 'checkouts/#/products/#', permission: 'orders' },
    answer: checkout((_shop, one, _call, [, id]) => {
      removeProduct(one, productOf(one, id))
      return noContent()
    }),
  },
  {
    ...{ method: 'GET', path: 'checkouts/#/shipment_methods', permission: 'orders' },
    answer: checkout((shop, one) => json(200, methodsFor(shop, one).map(shipmentMethodView))),
  },
  {
    ...{ method: 'GET', path: 'checkouts/#/payment_methods', permission: 'orders' },
    answer: checkout((shop, one) => json(200, one.shipment === null ? [] : shop.payments.map(paymentMethodView))),
  },
  {
    ...{ method: 'GET', path: 'checkouts/#/validate', permission: 'orders' },
    answer: checkout((shop, one) => {
      const errors = validateCheckout(shop, one)
      const isValid = Object.keys(errors).length === 0
      return json(200, { validated: isValid, errors: isValid ? [] : errors })
    }),
  },
  {
    ...{ method: 'POST', path: 'checkouts/#/order', permission: 'orders' },
    answer: checkout((shop, one) =>
      json(201, { order_id: orderCheckout(shop, one), payment_url: '', payment_provider: 'invoice' }),
    ),
  },
]
