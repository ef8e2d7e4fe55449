import { brokenAddressRule } from '../../domain/address-rules.ts'
import { sumCents } from '../../domain/money.ts'
import type { Parcel } from '../../domain/parcel.ts'
import type { BackOffice, OfficeOrder, OfficeProgress, OrderCheck, OrderToCheck } from '../sockets/back-office.ts'
import type { Check } from '../sockets/definition.ts'
import type { Catalogue, SkuSource } from './catalogue.ts'
import { METHODS } from './methods.ts'
import type { KeptOrder, OrderBook } from './order-book.ts'
import { cancel, removeUnits, unitsBeyond, whyNotCancel } from './order-moves.ts'
import type { Product } from './product.ts'
import type { StoredOrder } from './stored-order.ts'

/** This PC behind the socket: the engine asks it what it asks a webshop. */
export const createBackOffice = (catalogue: Catalogue, book: OrderBook, source: SkuSource): BackOffice => ({
  testConnection: async () => [productsCheck(catalogue.list())],
  listMethods: async () => METHODS,
  checkOrder: async (order) => checkOrder(order, (code) => catalogue.withCode(code, source)),
  placeOrder: async (order) => toOfficeOrder(book.place(order, source)),

  async findOrders(reference) {
    const order = book.get(reference)
    return order === null ? [] : [toOfficeOrder(order)]
  },

  readShipments: async (orders) =>
    new Map(orders.map(({ backOfficeRef }) => [backOfficeRef, toProgress(book.get(backOfficeRef))])),

  async cancelOrder({ backOfficeRef }, reason) {
    const order = book.get(backOfficeRef)
    if (order === null) return 'cancelled'
    const obstacle = whyNotCancel(order)
    if (obstacle !== null) return { declined: obstacle }
    book.change(backOfficeRef, (stored, now) => cancel(stored, reason, now))
    return 'cancelled'
  },

  async keepUnits({ backOfficeRef }, units) {
    if (book.get(backOfficeRef) === null) return 'kept'
    let outcome: 'kept' | 'cannot' = 'kept'
    book.change(backOfficeRef, (order, now) => {
      const change = removeUnits(order, unitsBeyond(order, units), now)
      if (change === null) outcome = 'cannot'
      return change ?? { order, back: [] }
    })
    return outcome
  },

  readStock: async () =>
    catalogue.list().flatMap((product) => {
      const sku = product[source]
      const available = Math.max(product.stock - product.safetyStock, 0)
      return sku === '' ? [] : [{ sku, available, title: product.title }]
    }),

  async forgetBuyer({ backOfficeRef }) {
    book.forgetBuyer(backOfficeRef)
  },
})

const productsCheck = (products: readonly Product[]): Check => {
  const message =
    products.length === 0
      ? "No products yet: add them, import a CSV file, or start from the marketplace's inventory."
      : `${products.length} products, ${products.filter(({ stock }) => stock === 0).length} of them sold out.`
  return { name: 'Products', ok: true, message }
}

// What is sold is sold: an order may take the units that safety stock keeps from being offered.
const checkOrder = (order: OrderToCheck, withCode: (code: string) => readonly Product[]): OrderCheck => {
  const asked = [...new Set(order.lines.map(({ sku }) => sku))].map((sku) => ({ sku, products: withCode(sku) }))
  return {
    unknownSkus: asked.filter(({ products }) => products.length === 0).map(({ sku }) => sku),
    duplicateSkus: asked.filter(({ products }) => products.length > 1).map(({ sku }) => sku),
    available: new Map(
      asked.flatMap(({ sku, products: [product, other] }) =>
        product === undefined || other !== undefined ? [] : [[sku, product.stock]],
      ),
    ),
    addressRule: brokenAddressRule(order.delivery, order.relayPoint),
  }
}

const toOfficeOrder = (order: KeptOrder): OfficeOrder => ({
  backOfficeRef: order.reference,
  reference: order.reference,
  number: order.reference,
  url: null,
  state: order.state,
  totalCents: sumCents([...order.lines.map(({ quantity, priceCents }) => quantity * priceCents), order.shippingCents]),
  lines: toUnits(order),
  postcode: (order.buyer?.relayPoint ?? order.buyer?.delivery)?.postcode ?? null,
})

const toProgress = (order: StoredOrder | null): OfficeProgress =>
  order === null
    ? { state: 'gone', parcels: [], lines: null }
    : { state: order.state, parcels: order.parcels.map(toParcel), lines: toUnits(order) }

const toUnits = ({ lines }: StoredOrder) => lines.map(({ sku, quantity }) => ({ sku, quantity }))

const toParcel = ({ carrierName, trackingNumber, trackingUrl, contents }: StoredOrder['parcels'][number]): Parcel => ({
  carrierName,
  carrierCode: null,
  trackingNumber,
  trackingUrl,
  contents,
})
