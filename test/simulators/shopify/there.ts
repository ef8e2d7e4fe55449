import type { OrderKey } from '../../../src/main/connectors/sockets/back-office.ts'
import type { Parcel, ParcelContent } from '../../../src/main/domain/parcel.ts'
import type { ProductThere, There, VatClass } from '../../batteries/back-office/harness.ts'
import {
  cancelOrder,
  centsOf,
  type Fulfillment,
  gid,
  type Line,
  move,
  nextNumber,
  type Order,
  type Shop,
  unfulfilledOf,
  type Variant,
} from './state.ts'

const TAGS: Readonly<Record<VatClass, readonly string[]>> = {
  standard: ['mugs'],
  intermediate: ['mugs', 'TVA 10'],
  reduced: ['TVA 5.5', 'mugs'],
}

/** What people do in the shop's admin. */
export const createThere = (shop: Shop, uninstall: () => void): There => {
  const orderOf = ({ backOfficeRef }: OrderKey): Order => {
    const order = shop.orders.find(({ number }) => gid('Order', number) === backOfficeRef)
    if (order === undefined) throw new Error(`The shop has no order ${backOfficeRef}`)
    return order
  }

  const addProduct = ({ sku, title, stock, priceCents, vatClass = 'standard' }: ProductThere): void => {
    shop.variants.push(
      newVariant(shop, { sku, productTitle: title, price: (priceCents / 100).toFixed(2), tags: TAGS[vatClass] }, stock),
    )
  }

  const fulfil = (order: Order, tracking: Fulfillment['tracking'], contents: Fulfillment['contents']): void => {
    order.fulfillments.push({ number: nextNumber(shop), status: 'SUCCESS', createdAt: shop.now(), tracking, contents })
  }

  return {
    async addProducts(products) {
      for (const product of products) addProduct(product)
    },
    async addDuplicate(sku) {
      addProduct({ sku, title: 'Another', stock: 1, priceCents: 100 })
    },
    async breakStock() {
      shop.stockIsBroken = true
    },
    async complete(key, parcels) {
      const order = orderOf(key)
      // A fulfillment made at once bears all its numbers; one that names its contents stands for itself.
      for (const parcel of parcels.filter(({ contents }) => contents.length > 0))
        fulfil(order, [toTracking(parcel)], unitsOf(order, parcel.contents))
      const rest = everything(order)
      const whole = parcels.filter(({ contents }) => contents.length === 0)
      if (rest.length > 0) fulfil(order, whole.map(toTracking), rest)
    },
    async shipPart(key, parcel) {
      const order = orderOf(key)
      fulfil(order, [toTracking(parcel)], unitsOf(order, parcel.contents))
    },
    async reopen(key) {
      for (const one of orderOf(key).fulfillments) one.status = 'CANCELLED'
    },
    // The box “Restock” is ticked unless somebody unticks it.
    cancel: async (key) => cancelOrder(shop, orderOf(key), true),
    async removeUnits(key, units) {
      const order = orderOf(key)
      for (const { line, quantity } of unitsOf(order, [units])) {
        line.currentQuantity -= quantity
        move(line.variant, line.takenFrom, quantity)
      }
    },
    async remove(key) {
      shop.orders.splice(shop.orders.indexOf(orderOf(key)), 1)
    },
    async addressOf(key) {
      const { shippingAddress = {}, customAttributes = [] } = orderOf(key).input
      const { firstName, lastName, address1, address2, zip = '', city = '', countryCode = '' } = shippingAddress
      return {
        name: [firstName, lastName].filter(Boolean).join(' '),
        street: [address1 ?? '', address2 ?? ''].filter((part) => part !== ''),
        postcode: zip,
        ...{ city, countryCode },
        relayPointId: customAttributes.find(({ key: name }) => name === 'Relay point')?.value ?? null,
      }
    },
    async vatOf(key) {
      const { lines, input } = orderOf(key)
      const shipping = (input.shippingLines ?? []).flatMap(({ taxLines = [] }) => taxLines)
      const goods = lines.reduce((sum, { taxCents }) => sum + taxCents, 0)
      return shipping.reduce((sum, { priceSet }) => sum + centsOf(priceSet), goods)
    },
    revoke: async () => uninstall(),
    mailsToBuyers: () => shop.mails,
  }
}

export const newVariant = (
  shop: Shop,
  facts: Pick<Variant, 'productTitle'> & Partial<Variant>,
  stock: number,
): Variant => ({
  number: nextNumber(shop),
  sku: null,
  barcode: null,
  price: '1.00',
  tracked: true,
  policy: 'DENY',
  status: 'ACTIVE',
  tags: [],
  levels: new Map([[shop.locations[0]?.number ?? 0, stock]]),
  ...facts,
})

const toTracking = ({ carrierName, trackingNumber, trackingUrl }: Parcel): Fulfillment['tracking'][number] => ({
  company: carrierName,
  number: trackingNumber,
  url: trackingUrl,
})

const everything = (order: Order): Fulfillment['contents'] =>
  order.lines.map((line) => ({ line, quantity: unfulfilledOf(order, line) })).filter(({ quantity }) => quantity > 0)

const unitsOf = (
  order: Order,
  contents: readonly ParcelContent[],
): { readonly line: Line; readonly quantity: number }[] =>
  contents.map(({ sku, quantity }) => {
    const line = order.lines.find((one) => one.sku === sku && unfulfilledOf(order, one) >= quantity)
    if (line === undefined) throw new Error(`The order has no ${quantity} of ${sku} to ship`)
    return { line, quantity }
  })
