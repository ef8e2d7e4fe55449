import type { AddressThere, ProductThere, There, VatClass } from '../../batteries/back-office/harness.ts'
import { changeOrder, deleteOrder } from './orders.ts'
import { createRefund } from './refunds.ts'
import type { Item, Order, Product, Shop } from './shop.ts'
import { setStatus } from './statuses.ts'

const TAX_CLASS: Readonly<Record<VatClass, string>> = {
  standard: '',
  intermediate: 'intermediate-rate',
  reduced: 'reduced-rate',
}

/** What people, and the plugins they use, do in the admin of the shop. */
export const handsIn = (shop: Shop): There => {
  const orderOf = ({ backOfficeRef }: { readonly backOfficeRef: string }): Order => {
    const order = shop.orders.get(Number(backOfficeRef))
    if (order === undefined) throw new Error(`There is no order ${backOfficeRef}`)
    return order
  }
  return {
    async addProducts(products) {
      for (const product of products) addProduct(shop, product)
    },
    async addDuplicate(sku) {
      addProduct(shop, { sku, title: 'Imported twice', stock: 1, priceCents: 100 })
    },
    async breakStock() {
      shop.dropsRows = true
    },
    async complete(key, parcels) {
      const order = orderOf(key)
      addTracking(
        shop,
        order,
        parcels.map(({ carrierName, trackingNumber, trackingUrl }) => ({
          tracking_provider: carrierName ?? '',
          custom_tracking_provider: '',
          custom_tracking_link: trackingUrl ?? '',
          tracking_number: trackingNumber ?? '',
          date_shipped: String(Math.floor(shop.options.now() / 1000)),
          tracking_id: `t${shop.nextId()}`,
        })),
      )
      setStatus(shop, order, 'completed')
    },
    async shipPart(key, { carrierName, trackingNumber, contents }) {
      const order = orderOf(key)
      const items = contents.map(({ sku, quantity }) => ({ item_id: lineOf(shop, order, sku).id, qty: quantity }))
      addFulfillment(shop, order, {
        _items: items,
        _tracking_number: trackingNumber,
        _shipment_provider: carrierName,
        _tracking_url: '',
      })
    },
    async reopen(key) {
      setStatus(shop, orderOf(key), 'processing')
    },
    async cancel(key) {
      setStatus(shop, orderOf(key), 'cancelled')
    },
    async removeUnits(key, { sku, quantity }) {
      const order = orderOf(key)
      const line = lineOf(shop, order, sku)
      const share = (total: number): number => Math.floor((total * quantity) / line.quantity / 10_000) / 100
      createRefund(shop, order, {
        api_refund: false,
        line_items: [
          {
            ...{ id: line.id, quantity, refund_total: share(line.total) },
            refund_tax: line.taxes.map(({ id, total }) => ({ id, refund_total: share(total) })),
          },
        ],
      })
    },
    async remove(key) {
      deleteOrder(shop, orderOf(key), false)
    },
    addressOf: async (key) => addressThere(orderOf(key)),
    vatOf: async (key) => {
      const { cartTax, shippingTax } = orderOf(key)
      return Math.round((cartTax + shippingTax) / 10_000)
    },
    async revoke() {
      shop.key = null
    },
    mailsToBuyers: () => shop.mails.filter(({ to }) => to === 'buyer').length,
  }
}

const lineOf = ({ products }: Shop, { items }: Order, sku: string): Item => {
  const line = items.find((item) => products.get(item.variationId || item.productId)?.sku === sku)
  if (line === undefined) throw new Error(`The order has no ${sku}`)
  return line
}

/** A product of the admin's form; `parentId` makes it a variation. */
export const addProduct = (shop: Shop, given: ProductThere, more: Partial<Product> = {}): Product => {
  const product: Product = {
    ...{
      id: shop.nextId(),
      parentId: 0,
      type: 'simple',
      status: 'publish',
      sku: given.sku,
      globalUniqueId: '',
      name: given.title,
    },
    ...{ manageStock: true, stock: given.stock, stockStatus: given.stock > 0 ? 'instock' : 'outofstock' },
    ...{ taxStatus: 'taxable', taxClass: TAX_CLASS[given.vatClass ?? 'standard'], modifiedAt: shop.options.now() },
    ...more,
  }
  shop.products.set(product.id, product)
  return product
}

/** The plugin Shipment Tracking: a list in a custom field. */
export const addTracking = (shop: Shop, order: Order, items: readonly Readonly<Record<string, unknown>>[]): void => {
  if (items.length === 0) return
  const known = order.meta.find(({ key }) => key === '_wc_shipment_tracking_items')?.value
  setMeta(shop, order, '_wc_shipment_tracking_items', [...(Array.isArray(known) ? known : []), ...items])
}

/** A custom field, as a plugin writes it through WooCommerce. */
export const setMeta = (shop: Shop, order: Order, key: string, value: unknown): void =>
  changeOrder(shop, order, { meta_data: [{ key, value }] })

/** WooCommerce's own fulfillments; the state of the order stays as it is (woocommerce.md 3.3 a). */
export const addFulfillment = (
  shop: Shop,
  order: Order,
  facts: Readonly<Record<string, unknown>>,
  isFulfilled = true,
): void => {
  const meta = Object.entries(facts).map(([key, value]) => ({ id: shop.nextId(), key, value }))
  order.fulfillments.push({ id: shop.nextId(), isFulfilled, meta })
  const left = new Map(order.items.filter(({ kind }) => kind === 'line').map(({ id, quantity }) => [id, quantity]))
  for (const fulfillment of order.fulfillments.filter((one) => one.isFulfilled)) {
    const items = fulfillment.meta.find(({ key }) => key === '_items')?.value
    // Written by this very function, in this shape.
    for (const { item_id, qty } of (items ?? []) as { item_id: number; qty: number }[]) {
      left.set(item_id, (left.get(item_id) ?? 0) - qty)
    }
  }
  const isWhole = [...left.values()].every((units) => units <= 0)
  const any = order.fulfillments.some((one) => one.isFulfilled)
  const status = isWhole ? 'fulfilled' : any ? 'partially_fulfilled' : 'unfulfilled'
  const { modifiedAt } = order
  setMeta(shop, order, '_fulfillment_status', status)
  if (shop.options.storage === 'classic') order.modifiedAt = modifiedAt
}

/** As somebody reads it who writes the label. */
const addressThere = ({ shipping, meta }: Order): AddressThere => {
  const relayPoint = meta.find(({ key }) => key === 'Mondial Relay Parcel Shop ID')?.value
  return {
    name: `${shipping['first_name']} ${shipping['last_name']}`,
    street: [shipping['address_1'] ?? '', shipping['address_2'] ?? ''].filter((line) => line !== ''),
    postcode: shipping['postcode'] ?? '',
    city: shipping['city'] ?? '',
    countryCode: shipping['country'] ?? '',
    relayPointId: typeof relayPoint === 'string' ? relayPoint : null,
  }
}
