import type { OrderKey } from '../../../src/main/connectors/sockets/back-office.ts'
import type { Parcel } from '../../../src/main/domain/parcel.ts'
import type { There } from '../../batteries/back-office/harness.ts'
import { type Box, type Order, type Shop, shelve } from './shop.ts'

/** What people do in the shop's own admin. */
export const createThere = (shop: Shop): There => {
  const orderOf = ({ backOfficeRef }: Pick<OrderKey, 'backOfficeRef'>): Order => {
    const order = shop.orders.get(Number(backOfficeRef))
    if (order === undefined) throw new Error(`There is no order ${backOfficeRef}`)
    return order
  }
  return {
    async addProducts(products) {
      shop.products.push(...products.map(({ sku, title, stock }) => ({ sku, title, stock })))
    },
    async addDuplicate(sku) {
      shop.products.push({ sku, title: 'Its twin', stock: 7 })
    },
    async breakStock() {
      shop.breaksStock = true
    },
    async complete(key, parcels) {
      const order = orderOf(key)
      order.boxes.push(...parcels.map(toBox))
      order.status = 'verzonden'
    },
    async shipPart(key, parcel) {
      const order = orderOf(key)
      order.boxes.push(toBox(parcel))
      const left = order.boxes.flatMap(({ items }) => items).reduce((sum, { qty }) => sum + qty, 0)
      const ordered = order.lines.reduce((sum, { qty }) => sum + qty, 0)
      order.status = left < ordered ? 'deels verzonden' : 'verzonden'
    },
    async reopen(key) {
      orderOf(key).status = 'nieuw'
    },
    async cancel(key) {
      const order = orderOf(key)
      if (order.status === 'nieuw') shelve(shop, order.lines, 1)
      order.status = 'geannuleerd'
    },
    async removeUnits(key, { sku, quantity }) {
      const order = orderOf(key)
      const line = order.lines.find((one) => one.sku === sku)
      if (line === undefined) throw new Error(`There is no ${sku} in order ${order.id}`)
      line.qty -= quantity
      order.lines = order.lines.filter(({ qty }) => qty > 0)
    },
    async remove(key) {
      shop.orders.delete(orderOf(key).id)
    },
    async addressOf(key) {
      const { address, relayPoint } = orderOf(key)
      return {
        name: `${address['first_name']} ${address['last_name']}`,
        street: [address['line1'] ?? '', address['line2'] ?? ''].filter((line) => line !== ''),
        postcode: address['zip'] ?? '',
        city: address['city'] ?? '',
        countryCode: address['country'] ?? '',
        relayPointId: relayPoint === '' ? null : relayPoint,
      }
    },
    vatOf: null,
    async revoke() {
      shop.isRevoked = true
    },
    mailsToBuyers: null,
  }
}

const toBox = ({ carrierName, trackingNumber, trackingUrl, contents }: Parcel): Box => ({
  ...{ code: trackingNumber ?? '', carrier: carrierName ?? '', url: trackingUrl ?? '' },
  items: contents.map(({ sku, quantity }) => ({ sku, qty: quantity })),
})
