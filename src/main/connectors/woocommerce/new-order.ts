import { netAmount } from '../../domain/vat.ts'
import { isTestReference, type OrderToPlace, type PlacedLine } from '../sockets/back-office.ts'
import { CREATED_VIA, LONGEST_PHONE, PAYMENT_METHOD, REFERENCE_META, RELAY_METAS, SKU_META } from './facts.ts'
import type { ShopMethod } from './methods.ts'
import type { Product } from './products.ts'

export interface LineToPlace extends PlacedLine {
  readonly product: Product
  /** What the shop will add to a net price. */
  readonly vatPercent: number
}

/** 1.4: a number, or a comma in it, is refused or misread; six decimals keep the gross price to the cent (2.2). */
const net = (grossCents: number, percent: number): string => netAmount(grossCents, percent, 6)

/**
 * The body of `POST /orders` (woocommerce.md 2.3). Without an e-mail address, so that no mail goes to the buyer (2.4); a test order is left
 * unpaid, which takes nothing off the shelf (2.5).
 */
export const toNewOrder = (
  order: OrderToPlace,
  lines: readonly LineToPlace[],
  method: ShopMethod,
  shippingPercent: number,
) => {
  const isTest = isTestReference(order.reference)
  return {
    created_via: CREATED_VIA,
    status: 'pending',
    set_paid: !isTest,
    payment_method: PAYMENT_METHOD.id,
    payment_method_title: PAYMENT_METHOD.title,
    transaction_id: order.reference,
    currency: order.currency,
    customer_id: 0,
    customer_note: isTest ? 'TEST: NE PAS EXPÉDIER' : `Rakuten France, ${order.deliveryMode}, ${order.buyerLogin}`,
    billing: toAddress(order.billing ?? order.delivery),
    shipping: order.relayPoint === null ? toAddress(order.delivery) : toRelayAddress(order, order.relayPoint),
    line_items: lines.map((line) => toLine(line, isTest)),
    shipping_lines: [
      {
        method_id: method.methodId,
        ...(method.instanceId === null ? {} : { instance_id: method.instanceId }),
        // Searched when the order is looked for: of all texts of an order, the one that every version searches (2.6).
        method_title: `Rakuten ${order.deliveryMode} (${order.reference})`,
        total: net(order.shippingCents, shippingPercent),
      },
    ],
    meta_data: [{ key: REFERENCE_META, value: order.reference }, ...relayMetas(order.relayPoint)],
  }
}

const toLine = ({ product, sku, title, quantity, priceCents, vatPercent }: LineToPlace, isTest: boolean) => {
  const total = net(quantity * priceCents, vatPercent)
  const isVariation = product.type === 'variation'
  return {
    product_id: isVariation ? (product.parent_id ?? 0) : product.id,
    ...(isVariation ? { variation_id: product.id } : {}),
    // The name of a product is the shop's; only a test order must be seen to be one on a picking list.
    ...(isTest ? { name: title } : {}),
    ...{ quantity, subtotal: total, total },
    meta_data: [{ key: SKU_META, value: sku }],
  }
}

const toAddress = (address: OrderToPlace['delivery']) => ({
  first_name: address.firstName,
  last_name: address.lastName,
  company: '',
  address_1: address.address1,
  address_2: address.address2,
  city: address.city,
  postcode: address.postcode,
  country: address.countryCode,
  state: address.state,
  // In a delivery address since WooCommerce 5.6, ignored before.
  phone: phoneOf(address),
})

/** The parcel goes to the point, under the buyer's name. */
const toRelayAddress = ({ delivery }: OrderToPlace, point: NonNullable<OrderToPlace['relayPoint']>) => ({
  first_name: point.firstName || delivery.firstName,
  last_name: point.lastName || delivery.lastName,
  company: point.name,
  address_1: point.address,
  address_2: `Point relais ${point.id}`,
  city: point.city,
  postcode: point.postcode,
  country: point.countryCode,
  state: '',
  phone: phoneOf(delivery),
})

const relayMetas = (point: OrderToPlace['relayPoint']): readonly { readonly key: string; readonly value: string }[] =>
  point === null ? [] : RELAY_METAS.map((key) => ({ key, value: point.id }))

const phoneOf = ({ mobile, phone }: OrderToPlace['delivery']): string =>
  [mobile, phone].find((number) => number !== '' && number.length <= LONGEST_PHONE) ?? ''
