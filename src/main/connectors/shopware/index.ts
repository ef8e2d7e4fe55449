import { defineBackOffice } from '../sockets/back-office.ts'
import { createApi } from './api.ts'
import { cancelOrder } from './cancel-order.ts'
import { checkOrder } from './check-order.ts'
import { listChoices } from './choices.ts'
import { testConnection } from './connection-checks.ts'
import { fields } from './fields.ts'
import { toMethods } from './methods.ts'
import { findOrders } from './orders.ts'
import { placeOrder } from './place-order.ts'
import { type Desk, readSettings } from './settings.ts'
import { readShipments } from './shipments.ts'
import { createShop } from './shop.ts'
import { SKU_SOURCES, toSkuSource } from './sku-sources.ts'
import { readStock } from './stock.ts'

/** Shopware 6 through its Admin API (shopware.md). */
export const shopware = defineBackOffice({
  id: 'shopware',
  title: 'Shopware',
  kind: 'webshop',
  fields,
  capabilities: {
    lookUp: true,
    // A second creation meets the first by its id. But an order cancelled there is placed anew, which only the seller may want: so the engine looks
    // first, always, and learns of a cancellation that our own database may have forgotten.
    idempotentCreate: false,
    // The look-up reads the tables themselves, no index.
    indexDelaySeconds: 0,
    holdsRelayPoint: true,
    testOrders: true,
    // One for them all, one if some are in several deliveries, and one for a token that has ended meanwhile.
    callsPer500Orders: 3,
    // Pages of 500, the largest there are, and the token.
    callsPer5000Skus: 11,
  },
  skuSources: SKU_SOURCES,
  connect: (values, { skuSource, ...ports }) => {
    const settings = readSettings(values)
    const api = createApi(settings, ports)
    const shop = createShop(api, ports)
    const desk: Desk = { ports, settings, source: toSkuSource(skuSource), api, shop }
    return {
      testConnection: () => testConnection(desk),
      listMethods: async () => toMethods(await shop.shippingMethods({ anew: true })),
      checkOrder: (order) => checkOrder(desk, order),
      placeOrder: (order) => placeOrder(desk, order),
      findOrders: (reference) => findOrders(desk, reference),
      readShipments: (keys) => readShipments(desk, keys),
      cancelOrder: (key, reason) => cancelOrder(desk, key, reason),
      // A line can be changed through the API, but nothing that follows from it is reckoned anew (shopware.md 2.3): totals, VAT, the delivery and the
      // payment would each be rewritten by calls of their own, and an order cut short between them, or with an invoice already, is wrong in the books.
      keepUnits: async () => 'cannot',
      readStock: () => readStock(desk),
      listChoices: (field) => listChoices(desk, field),
    }
  },
})
