import { defineBackOffice } from '../sockets/back-office.ts'
import { createCalls } from './calls.ts'
import { cancelOrder } from './cancel.ts'
import { checkOrder } from './check-order.ts'
import { listChoices } from './choices.ts'
import { testConnection } from './connection-checks.ts'
import { INDEX_DELAY_SECONDS } from './facts.ts'
import { fields } from './fields.ts'
import { keepUnits } from './keep-units.ts'
import { listMethods } from './methods.ts'
import { findOrders } from './orders.ts'
import { createLists } from './pages.ts'
import { finishOrder, placeOrder } from './place-order.ts'
import { SKU_SOURCES } from './products.ts'
import { type Desk, readSettings } from './settings.ts'
import { readShipments } from './shipments.ts'
import { createShop } from './shop.ts'
import { readStock } from './stock.ts'

/** Magento Open Source, Mage-OS and Adobe Commerce on a server: signed REST calls (magento.md). */
export const magento = defineBackOffice({
  id: 'magento',
  title: 'Magento / Adobe Commerce',
  kind: 'webshop',
  fields,
  capabilities: {
    lookUp: true,
    idempotentCreate: false,
    indexDelaySeconds: INDEX_DELAY_SECONDS,
    holdsRelayPoint: true,
    // Cancelling an order that came through the service adds its units to what the shop thinks it can sell, and nothing in the service takes
    // them off again (magento.md 4): a test order that is cancelled, as it must be, would leave the shop selling a unit it does not have.
    testOrders: false,
    // A hundred orders a call, and as many parcels: more ids do not fit an address (3.1).
    callsPer500Orders: 10,
    // 17 pages of 300, the most that a shop with input limits gives (6), one call for what changed in the catalogue, six for what the shop is
    // like, one for the orders that came from outside since, and a call each for 300 open orders and 100 SKUs that such orders touched.
    callsPer5000Skus: 27,
  },
  skuSources: SKU_SOURCES,
  connect: (
    { shopUrl, consumerKey, consumerSecret, accessToken, accessTokenSecret, ...rest },
    { skuSource, ...ports },
  ) => {
    const calls = createCalls(shopUrl, { consumerKey, consumerSecret, accessToken, accessTokenSecret }, ports)
    const lists = createLists(calls, ports.side)
    const desk: Desk = { ports, calls, lists, settings: readSettings(rest, skuSource) }
    const shop = createShop(desk)
    return {
      testConnection: () => testConnection(desk, shop),
      listMethods: () => listMethods(desk),
      checkOrder: (order) => checkOrder(desk, shop, order),
      placeOrder: (order) => placeOrder(desk, shop, order),
      finishOrder: (order, found) => finishOrder(desk, shop, order, found),
      findOrders: (reference) => findOrders(desk, reference),
      readShipments: (orders) => readShipments(desk, orders),
      cancelOrder: (order, reason) => cancelOrder(desk, order, reason),
      keepUnits: (order, units) => keepUnits(desk, order, units),
      readStock: () => readStock(desk, shop),
      listChoices: (field) => listChoices(desk, shop, field),
    }
  },
})
