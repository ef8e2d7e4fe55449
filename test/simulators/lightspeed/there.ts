import type { AddressThere, ProductThere, There } from '../../batteries/back-office/harness.ts'
import { creditOrder } from './orders.ts'
import { type Line, type Order, type Shipment, type Shop, touch, type Variant } from './shop.ts'

/** What people, and the carrier apps they use, do in the back office of the shop. */
export const handsIn = (shop: Shop): There => {
  const orderOf = ({ backOfficeRef }: { readonly backOfficeRef: string }): Order => {
    const order = shop.orders.get(Number(backOfficeRef))
    if (order === undefined) throw new Error(`There is no order ${backOfficeRef}`)
    return order
  }
  const shipmentsOf = ({ id }: Order): readonly Shipment[] =>
    [...shop.shipments.values()].filter(({ orderId }) => orderId === id)

  return {
    async addProducts(products) {
      for (const product of products) addVariant(shop, product)
    },
    async addDuplicate(sku) {
      addVariant(shop, { sku, title: 'Imported twice', stock: 1, priceCents: 100 })
    },
    async breakStock() {
      shop.habits.dropsRows = true
    },
    async complete(key, parcels) {
      const order = orderOf(key)
      const [first, ...others] = parcels
      // Whoever sends with another carrier changes the delivery method of the order.
      if (first?.carrierName != null) order.shipmentTitle = first.carrierName
      for (const shipment of shipmentsOf(order)) ship(shop, shipment, first?.trackingNumber ?? '')
      for (const { trackingNumber } of others) addShipment(shop, order, trackingNumber ?? '', [])
      for (const line of order.lines) line.shipped = line.ordered
      settleShipping(shop, order)
    },
    async shipPart(key, { carrierName, trackingNumber, contents }) {
      const order = orderOf(key)
      if (carrierName !== null) order.shipmentTitle = carrierName
      const units = contents.map(({ sku, quantity }) => ({ line: lineOf(order, sku), quantity }))
      for (const { line, quantity } of units) {
        line.shipped += quantity
        takeOutOfWaiting(shop, shipmentsOf(order), line, quantity)
      }
      const lines = units.map(({ line, quantity }) => ({ lineId: line.id, quantity }))
      addShipment(shop, order, trackingNumber ?? '', lines)
      settleShipping(shop, order)
    },
    async reopen(key) {
      const order = orderOf(key)
      for (const shipment of shipmentsOf(order)) {
        shipment.status = 'not_shipped'
        shipment.trackingCode = ''
        touch(shop, shipment)
      }
      for (const line of order.lines) line.shipped = 0
      order.status = 'processing_awaiting_shipment'
      order.shipmentStatus = 'not_shipped'
      touch(shop, order)
    },
    async cancel(key) {
      const order = orderOf(key)
      creditBack(
        shop,
        order,
        order.lines.map((line) => ({ line, units: line.ordered - line.refunded })),
      )
      for (const shipment of shipmentsOf(order)) shipment.status = 'cancelled'
      order.status = 'cancelled'
      order.shipmentStatus = 'cancelled'
      touch(shop, order)
    },
    async removeUnits(key, { sku, quantity }) {
      const order = orderOf(key)
      creditBack(shop, order, [{ line: lineOf(order, sku), units: quantity }])
    },
    async remove(key) {
      const order = orderOf(key)
      for (const { id } of shipmentsOf(order)) shop.shipments.delete(id)
      shop.orders.delete(order.id)
    },
    addressOf: async (key) => addressThere(orderOf(key)),
    // The prices are the shop's, and so is their VAT.
    vatOf: null,
    async revoke() {
      shop.key = null
    },
    mailsToBuyers: () => shop.mails.length,
  }
}

/** A product with one variant, as the form in the admin makes it: its article code is filled in, and little else. */
export const addVariant = (shop: Shop, given: ProductThere, more: Partial<Variant> = {}): Variant => {
  const variant: Variant = {
    ...{ id: shop.nextId(), productId: shop.nextId(), articleCode: given.sku, sku: '', ean: '', title: given.title },
    ...{ priceCents: given.priceCents, stockTracking: 'enabled', stockLevel: given.stock },
    ...{ buyMinimum: 1, buyMaximum: 10_000 },
    ...more,
  }
  shop.variants.set(variant.id, variant)
  return variant
}

export const addShipment = (shop: Shop, order: Order, trackingCode: string, lines: Shipment['lines']): Shipment => {
  const shipment: Shipment = {
    ...{ id: shop.nextId(), orderId: order.id, createdAt: shop.now(), updatedAt: shop.now() },
    ...{ status: 'shipped', trackingCode, lines },
  }
  shop.shipments.set(shipment.id, shipment)
  return shipment
}

export const ship = (shop: Shop, shipment: Shipment, trackingCode: string): void => {
  shipment.status = 'shipped'
  shipment.trackingCode = trackingCode
  touch(shop, shipment)
}

const settleShipping = (shop: Shop, order: Order): void => {
  const isWhole = order.lines.every(({ shipped, ordered, refunded }) => shipped >= ordered - refunded)
  order.shipmentStatus = isWhole ? 'shipped' : 'partially_shipped'
  if (isWhole) order.status = 'completed_shipped'
  touch(shop, order)
}

/** The shipment that was made with the order shrinks by what leaves ahead of it, and goes with its last unit. */
const takeOutOfWaiting = (shop: Shop, shipments: readonly Shipment[], line: Line, quantity: number): void => {
  const waiting = shipments.find(({ status }) => status === 'not_shipped')
  if (waiting === undefined) return
  for (const one of waiting.lines) if (one.lineId === line.id) one.quantity -= quantity
  waiting.lines = waiting.lines.filter((one) => one.quantity > 0)
  touch(shop, waiting)
  if (waiting.lines.length === 0) shop.shipments.delete(waiting.id)
}

const creditBack = (
  shop: Shop,
  order: Order,
  units: readonly { readonly line: Line; readonly units: number }[],
): void => {
  const orderProducts = units.filter((one) => one.units > 0).map((one) => ({ id: one.line.id, quantity: one.units }))
  if (orderProducts.length > 0) creditOrder(shop, order, { orderProducts, updateStock: true, notifyNew: false })
}

const lineOf = ({ lines }: Order, sku: string): Line => {
  const line = lines.find(({ articleCode }) => articleCode === sku)
  if (line === undefined) throw new Error(`The order has no ${sku}`)
  return line
}

/** As somebody reads it who writes the label. */
const addressThere = ({ shipping }: Order): AddressThere => {
  const text = (name: string): string => String(shipping[name] ?? '')
  const relay = /^Point relais (\S+)/.exec(text('address2'))?.[1] ?? null
  const number = text('number')
  return {
    name: text('name'),
    street: [number === '' ? text('address1') : `${number} ${text('address1')}`, text('address2')].filter(
      (line) => line !== '',
    ),
    ...{
      postcode: text('zipcode'),
      city: text('city'),
      countryCode: text('country').toUpperCase(),
      relayPointId: relay,
    },
  }
}
