import type { Address } from '../../domain/address.ts'
import { formatCents, sumCents } from '../../domain/money.ts'
import { STANDARD_VAT } from '../../domain/vat.ts'
import type { OrderToPlace, PlacedLine } from '../sockets/back-office.ts'
import { type AddressName, LINE_FIELDS, type LineName, ORDER_FIELDS, type PlainName } from './canonical-fields.ts'
import { CHANNEL, PAYMENT_LABEL } from './facts.ts'

/** What placeholders stand for, by name; a list where there are several. */
export type Values = Readonly<Record<string, string | readonly string[]>>

/** An order under the names of custom-backoffice.md B2, all as text: amounts are decimals with a point, what is not known is empty. */
export interface Canonical {
  readonly order: Values
  readonly lines: readonly Values[]
}

export const ORDER_NAMES: readonly string[] = [...ORDER_FIELDS.keys()]
export const LINE_NAMES: readonly string[] = [...LINE_FIELDS.keys()]

/** Amounts, which follow the decimal sign of a file. */
export const isAmount = (name: string): boolean => name.endsWith('Gross') || name === 'line.vatRate'

export const canonicalOf = (order: OrderToPlace): Canonical => {
  const items = sumCents(order.lines.map(lineCents))
  const { delivery } = order
  const plain: Readonly<Record<PlainName, string>> = {
    ref: order.reference,
    channel: CHANNEL,
    createdAt: order.purchasedAt,
    currency: order.currency,
    paid: 'true',
    paymentLabel: PAYMENT_LABEL,
    shippingMode: order.deliveryMode,
    method: order.methodId ?? '',
    note: `Rakuten ${order.reference} · ${order.deliveryMode} · ${order.buyerLogin}`,
    totalGross: formatCents(items + order.shippingCents),
    itemsGross: formatCents(items),
    shippingGross: formatCents(order.shippingCents),
    discountGross: formatCents(0),
    buyerLogin: order.buyerLogin,
    buyerEmail: order.email,
    buyerPhone: delivery.phone || delivery.mobile,
    buyerMobile: delivery.mobile || delivery.phone,
    // Rakuten tells no company.
    company: '',
    relayId: order.relayPoint?.id ?? '',
    relayName: order.relayPoint?.name ?? '',
  }
  return {
    order: prefixed('order.', {
      ...plain,
      ...prefixed('billing', addressOf(order.billing ?? delivery)),
      ...prefixed('shipping', destinationOf(order)),
    }),
    lines: order.lines.map((line, at) => lineOf(line, at, order)),
  }
}

/** The parcel of a relay point bears the buyer's name, and goes to the point. */
const destinationOf = ({ delivery, relayPoint }: OrderToPlace): Readonly<Record<AddressName, string>> => {
  if (relayPoint === null) return addressOf(delivery)
  const { firstName, lastName, name, address, postcode, city, countryCode } = relayPoint
  const isNamed = `${firstName}${lastName}`.trim() !== ''
  return {
    FirstName: isNamed ? firstName : delivery.firstName,
    LastName: isNamed ? lastName : delivery.lastName,
    Line1: address,
    Line2: name,
    Zip: postcode,
    City: city,
    State: '',
    Country: countryCode,
  }
}

const addressOf = (address: Address): Readonly<Record<AddressName, string>> => ({
  FirstName: address.firstName,
  LastName: address.lastName,
  Line1: address.address1,
  Line2: address.address2,
  Zip: address.postcode,
  City: address.city,
  State: address.state,
  Country: address.countryCode,
})

const lineOf = (line: PlacedLine, at: number, order: OrderToPlace): Values => {
  const values: Readonly<Record<LineName, string>> = {
    lineId: String(at + 1),
    sku: line.sku,
    // The engine knows products by their SKU alone.
    ean: '',
    title: line.title,
    quantity: String(line.quantity),
    unitPriceGross: formatCents(line.priceCents),
    lineGross: formatCents(lineCents(line)),
    vatRate: String(STANDARD_VAT[(order.relayPoint ?? order.delivery).countryCode] ?? 0),
  }
  return prefixed('line.', values)
}

const lineCents = ({ priceCents, quantity }: PlacedLine): number => priceCents * quantity

const prefixed = (prefix: string, values: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}${name}`, value]))
