import { formatCents } from '../../domain/money.ts'
import type { OrderToPlace } from '../sockets/back-office.ts'
import { type CheckoutAddress, homeAddress, relayAddress, relayLine } from './checkout-address.ts'
import { commentOf, referenceLine, standInMail } from './facts.ts'

/** Everything about an order but its products and its methods (lightspeed.md 2.1). */
export interface CheckoutBody {
  readonly mode: 'guest'
  readonly notifications: false
  readonly newsletter: false
  readonly customer: Readonly<Record<'email' | 'firstname' | 'lastname' | 'phone', string>>
  readonly billing_address: CheckoutAddress & { readonly sameaddress: false }
  readonly shipping_address: CheckoutAddress
  /** Seen by the customer as well. */
  readonly comment: string
  /** Seen by the shop alone. */
  readonly memo: string
}

export const checkoutBody = (order: OrderToPlace, writesBuyerMail: boolean): CheckoutBody => {
  const { reference, relayPoint, delivery } = order
  const person = order.billing ?? delivery
  return {
    ...{ mode: 'guest', notifications: false, newsletter: false },
    customer: {
      email: writesBuyerMail && order.email !== '' ? order.email : standInMail(reference),
      // Both are wanted; this stands for the one that a company does not have.
      firstname: person.firstName || '-',
      lastname: person.lastName || '-',
      phone: delivery.mobile || delivery.phone || person.mobile || person.phone,
    },
    billing_address: { ...homeAddress(person), sameaddress: false },
    shipping_address: relayPoint === null ? homeAddress(delivery) : relayAddress(relayPoint, delivery),
    comment: commentOf(reference),
    memo: memoOf(order),
  }
}

/** The reference on a line of its own, by which the order is found again, and what the buyer really paid: the order's prices are the shop's (2.3). */
export const memoOf = (order: OrderToPlace): string => {
  const { lines, shippingCents, currency, relayPoint } = order
  const total = lines.reduce((sum, { quantity, priceCents }) => sum + quantity * priceCents, shippingCents)
  return [
    referenceLine(order.reference),
    `Rakuten · ${order.deliveryMode} · ${order.buyerLogin}`,
    ...lines.map(({ sku, quantity, priceCents }) => `${quantity} × ${sku}: ${formatCents(priceCents)} ${currency}`),
    `Shipping: ${formatCents(shippingCents)} ${currency}`,
    `Paid: ${formatCents(total)} ${currency}`,
    ...(relayPoint === null ? [] : [relayLine(relayPoint)]),
  ].join('\n')
}
