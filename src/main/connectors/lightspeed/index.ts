import { defineBackOffice } from '../sockets/back-office.ts'
import { createApi } from './api.ts'
import { cancelOrder } from './cancel-order.ts'
import { checkOrder } from './check-order.ts'
import { listChoices } from './choices.ts'
import { testConnection } from './connection-checks.ts'
import { type Desk, toSettings } from './desk.ts'
import { CLUSTERS, INDEX_DELAY_SECONDS } from './facts.ts'
import { fields } from './fields.ts'
import { findOrders } from './find-orders.ts'
import { keepUnits } from './keep-units.ts'
import { listMethods } from './methods.ts'
import { finishOrder, placeOrder } from './place-order.ts'
import { readShipments } from './shipments.ts'
import { SKU_SOURCES } from './sku-source.ts'
import { readStock } from './stock.ts'

/** Lightspeed eCom C-Series, once SEOshop: orders are made by ordering a checkout, at the prices of the shop (lightspeed.md). */
export const lightspeed = defineBackOffice({
  id: 'lightspeed',
  title: 'Lightspeed eCom (C-Series)',
  kind: 'webshop',
  fields,
  capabilities: {
    lookUp: true,
    // A checkout is ordered once, but what tells us which it was may be lost with our records.
    idempotentCreate: false,
    indexDelaySeconds: INDEX_DELAY_SECONDS,
    holdsRelayPoint: true,
    ownPrices: true,
    // Every order lowers the stock, and nothing in the interface puts it back but a credit on a real order: a test order that somebody cancels
    // by hand would leave the shop a unit short (4).
    testOrders: false,
    // Orders 2 pages; shipments 2, and their number; the lines of 5 orders that were not looked at for a day. Each order that changed since
    // the last reading is one more.
    callsPer500Orders: 10,
    // 20 pages, and the number of variants.
    callsPer5000Skus: 21,
  },
  skuSources: SKU_SOURCES,
  connect: ({ apiKey, apiSecret, cluster, baseUrl, ...values }, { skuSource, ...ports }) => {
    const base = baseUrl || CLUSTERS[cluster === 'us' ? 'us' : 'eu']
    const desk: Desk = {
      ...{ ports, api: createApi({ base, apiKey, apiSecret }, ports) },
      settings: toSettings(values, skuSource),
    }
    return {
      testConnection: () => testConnection(desk),
      listMethods: () => listMethods(desk),
      checkOrder: (order) => checkOrder(desk, order),
      placeOrder: (order) => placeOrder(desk, order),
      finishOrder: (order, found) => finishOrder(desk, order, found),
      findOrders: (reference) => findOrders(desk, reference),
      readShipments: (orders) => readShipments(desk, orders),
      cancelOrder: (order) => cancelOrder(desk, order),
      keepUnits: (order, units) => keepUnits(desk, order, units),
      readStock: () => readStock(desk),
      listChoices: (field) => listChoices(desk, field),
    }
  },
})
