import { Fault } from '../../domain/fault.ts'
import { defineBackOffice } from '../sockets/back-office.ts'
import { restocks } from '../sockets/restock.ts'
import { createApi } from './api.ts'
import { cancelOrder } from './cancel-order.ts'
import { checkOrder } from './check-order.ts'
import { testConnection } from './connection-checks.ts'
import { fields } from './fields.ts'
import { findOrders } from './find-orders.ts'
import { keepUnits } from './keep-units.ts'
import { listOrderStates } from './list-order-states.ts'
import { createStateOf } from './order-states.ts'
import { finishOrder, placeOrder } from './place-order.ts'
import { SKU_SOURCES } from './products.ts'
import { readShipments } from './shipments.ts'
import { createShop } from './shop.ts'
import { readStock } from './stock.ts'
import { trackingMetaOf } from './tracking-meta.ts'

/** WooCommerce by its REST API `wc/v3` (woocommerce.md), 3.5 and later, with classic order storage or HPOS. */
export const wooCommerce = defineBackOffice({
  id: 'woocommerce',
  title: 'WooCommerce',
  kind: 'webshop',
  fields,
  capabilities: {
    lookUp: true,
    idempotentCreate: false,
    indexDelaySeconds: 0,
    holdsRelayPoint: true,
    testOrders: true,
    // Pages of 100 orders are the longest there are (1.4).
    callsPer500Orders: 5,
    // Pages of 100 of products and of variations, neither list full at its end.
    callsPer5000Skus: 51,
  },
  skuSources: SKU_SOURCES,
  connect: (values, { skuSource, ...ports }) => {
    const { shopUrl, consumerKey, consumerSecret, completedStates, cancelledStates, restock, trackingMeta } = values
    const source = SKU_SOURCES.find((known) => known === skuSource)
    if (source === undefined) {
      const message = `WooCommerce finds products by ${SKU_SOURCES.join(', ')}, not by “${skuSource}”.`
      throw new Fault('settings', message, { side: ports.side })
    }
    const shop = createShop({
      api: createApi(shopUrl, { consumerKey, consumerSecret }, ports),
      shopUrl,
      skuSource: source,
      stateOf: createStateOf(completedStates, cancelledStates),
      trackingMeta: trackingMetaOf(trackingMeta),
      restocks: restocks(restock),
    })
    return {
      testConnection: () => testConnection(shop),
      listMethods: async () => (await shop.methods()).map(({ id, title, serves }) => ({ id, title, serves })),
      checkOrder: (order) => checkOrder(shop, order),
      placeOrder: (order) => placeOrder(shop, order),
      finishOrder: (order, found) => finishOrder(shop, order, found),
      findOrders: (reference) => findOrders(shop, reference),
      readShipments: (orders) => readShipments(shop, orders),
      cancelOrder: (order, reason) => cancelOrder(shop, order, reason),
      keepUnits: (order, units) => keepUnits(shop, order, units),
      readStock: () => readStock(shop.api, source),
      listChoices: () => listOrderStates(shop.api),
    }
  },
})
