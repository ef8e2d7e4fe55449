import { Fault } from '../../domain/fault.ts'
import { sumCents } from '../../domain/money.ts'
import { isTestReference, type OrderToPlace, type PlacedLine } from '../sockets/back-office.ts'
import { addressBody, named, relayBody, salutationOf } from './address-body.ts'
import { cartPrice, priceOf, spread, type TaxedPart } from './amounts.ts'
import {
  CODE_FIELD,
  DELIVERY_DAYS,
  MACHINES,
  MOST_LABEL,
  NO_LINE_STATES_FROM,
  OPEN,
  PAID,
  PRIMARY_IDS_FROM,
  REFERENCE_FIELD,
  undeliverable,
} from './facts.ts'
import type { Ids } from './ids.ts'
import type { Product } from './shapes.ts'
import { stateIdOf } from './shop.ts'
import type { Surroundings } from './surroundings.ts'
import { isTaxFree, taxPercent } from './tax-rate.ts'
import { isAtLeast } from './version.ts'

/** A line of ours and the product it stands for. */
export interface BookedLine {
  readonly line: PlacedLine
  readonly product: Product
}

interface Around extends Surroundings {
  readonly ids: Ids
  readonly side: string
  readonly now: number
  /** Has the shop read anew. */
  forget(): void
}

/** The whole order, with every amount in it: the API reckons nothing (shopware.md 2.3). */
export const orderBody = (order: OrderToPlace, booked: readonly BookedLine[], around: Around) => {
  const { ids, version, euro, channel, states, side, salutations } = around
  const { reference, delivery, relayPoint, shippingCents } = order
  const isTest = isTestReference(reference)
  const country = around.countryOf((relayPoint ?? delivery).countryCode)
  const goodsCents = sumCents(booked.map(({ line }) => line.priceCents * line.quantity))
  const totalCents = goodsCents + shippingCents
  const isTaxed = !isTaxFree(country, euro, totalCents)
  const to = { countryId: country.id, postcode: (relayPoint ?? delivery).postcode }
  const percentOf = (taxId: string | null | undefined): number => percentAt(around, taxId, to)

  const lines = booked.map(({ line, product }, index) => {
    const parts = [{ percent: percentOf(product.taxId), cents: line.priceCents * line.quantity }]
    const price = priceOf(line.priceCents, line.quantity, isTaxed ? parts : [])
    return { line, product, index, parts, price }
  })
  const goods = lines.flatMap(({ parts }) => parts)
  const shippingCosts = priceOf(
    shippingCents,
    1,
    isTaxed ? shippingParts(around.method, shippingCents, goods, percentOf) : [],
  )
  const price = cartPrice([...lines.map((one) => one.price), shippingCosts], goodsCents, totalCents, isTaxed)
  const bill = order.billing ?? delivery
  const salutation = (civility: string): string | null => salutationOf(civility, salutations)
  const buyerSalutation = salutation(bill.civility)

  return {
    id: ids.order,
    orderNumber: reference,
    salesChannelId: channel.id,
    languageId: channel.languageId,
    currencyId: euro.id,
    currencyFactor: euro.factor,
    stateId: stateIdOf(states, MACHINES.order, OPEN, side),
    orderDateTime: withOffset(Date.parse(order.purchasedAt)),
    billingAddressId: ids.billing,
    itemRounding: euro.itemRounding,
    totalRounding: euro.totalRounding,
    price,
    shippingCosts,
    customFields: { [REFERENCE_FIELD]: reference },
    customerComment: commentOf(order, isTest),
    orderCustomer: {
      id: ids.customer,
      email: undeliverable(reference),
      ...named(bill),
      ...(buyerSalutation === null ? {} : { salutationId: buyerSalutation }),
    },
    addresses: [
      { id: ids.billing, countryId: around.countryOf(bill.countryCode).id, ...addressBody(bill, buyerSalutation) },
      {
        id: ids.shipping,
        countryId: country.id,
        ...(relayPoint === null
          ? addressBody(delivery, salutation(delivery.civility))
          : relayBody(relayPoint, delivery, salutation(relayPoint.civility || delivery.civility))),
      },
    ],
    lineItems: lines.map(({ line, product, index, price: linePrice }) => ({
      id: ids.line(index),
      // Its own: two lines of one product would become one when somebody edits the order there.
      identifier: ids.line(index),
      // A line without a product moves no stock, whoever cancels or completes it: nothing a test order could harm (2.3).
      ...(isTest ? { type: 'custom' } : { type: 'product', productId: product.id, referencedId: product.id }),
      ...{ label: labelOf(line), quantity: line.quantity, position: index + 1 },
      ...{ good: true, removable: false, stackable: false },
      ...(isAtLeast(version, NO_LINE_STATES_FROM) ? {} : { states: ['is-physical'] }),
      payload: { productNumber: product.productNumber, [CODE_FIELD]: line.sku },
      price: linePrice,
    })),
    deliveries: [
      {
        id: ids.delivery,
        shippingMethodId: around.method.id,
        shippingOrderAddressId: ids.shipping,
        stateId: stateIdOf(states, MACHINES.delivery, OPEN, side),
        shippingDateEarliest: dayAfter(order.purchasedAt, DELIVERY_DAYS.earliest),
        shippingDateLatest: dayAfter(order.purchasedAt, DELIVERY_DAYS.latest),
        trackingCodes: [],
        shippingCosts,
        positions: lines.map(({ index, price: linePrice }) => ({
          id: ids.position(index),
          orderLineItemId: ids.line(index),
          price: linePrice,
        })),
      },
    ],
    transactions: [
      {
        id: ids.transaction,
        paymentMethodId: around.paymentMethodId,
        stateId: stateIdOf(states, MACHINES.transaction, PAID, side),
        amount: {
          ...priceOf(totalCents, 1, []),
          calculatedTaxes: price.calculatedTaxes,
          taxRules: price.taxRules,
        },
      },
    ],
    ...(isAtLeast(version, PRIMARY_IDS_FROM)
      ? { primaryOrderDeliveryId: ids.delivery, primaryOrderTransactionId: ids.transaction }
      : {}),
  }
}

/** VAT is never guessed: a tax that was added since the taxes were read is found by the next try, which reads them anew. */
const percentAt = (
  { taxes, now, side, forget }: Around,
  taxId: string | null | undefined,
  to: Parameters<typeof taxPercent>[1],
): number => {
  const tax = taxes.find(({ id }) => id === taxId)
  if (tax !== undefined) return taxPercent(tax, to, now)
  forget()
  throw new Fault('unreadable', `${side} does not tell the VAT rate of a product in this order.`, { side })
}

/** [C] As the method says: a tax of its own, the goods' highest rate, or (usually) the goods' rates in their proportion. */
const shippingParts = (
  { taxType, taxId }: Surroundings['method'],
  cents: number,
  goods: readonly TaxedPart[],
  percentOf: (taxId: string) => number,
): readonly TaxedPart[] => {
  if (taxType === 'fixed' && taxId) return [{ percent: percentOf(taxId), cents }]
  if (taxType === 'highest') return [{ percent: Math.max(...goods.map(({ percent }) => percent)), cents }]
  return spread(cents, goods)
}

const labelOf = ({ title, sku }: PlacedLine): string =>
  Array.from(title.trim() || sku)
    .slice(0, MOST_LABEL)
    .join('')

const commentOf = ({ reference, deliveryMode, relayPoint, email }: OrderToPlace, isTest: boolean): string =>
  [
    isTest ? 'Test order of Navette: do not ship. Cancel it when you have seen it.' : `Rakuten ${reference}`,
    ...(deliveryMode === '' ? [] : [`Delivery mode: ${deliveryMode}`]),
    ...(relayPoint === null ? [] : [`Relay point: ${relayPoint.id}`]),
    ...(email === '' ? [] : [`E-mail: ${email}`]),
  ].join('\n')

/** 1: `2026-03-04T10:11:12.000+00:00` */
const withOffset = (time: number): string => new Date(time).toISOString().replace('Z', '+00:00')

const DAY_MS = 86_400_000
const dayAfter = (iso: string, days: number): string =>
  withOffset((Math.floor(Date.parse(iso) / DAY_MS) + days) * DAY_MS)
