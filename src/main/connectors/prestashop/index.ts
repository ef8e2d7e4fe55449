import { z } from 'zod'
import { defineBackOffice } from '../sockets/back-office.ts'
import type { Choice } from '../sockets/definition.ts'
import { restocks } from '../sockets/restock.ts'
import { createApi } from './api.ts'
import { cancelOrder } from './cancel-order.ts'
import { toMethods } from './carriers.ts'
import { checkOrder } from './check-order.ts'
import { testConnection } from './connection-checks.ts'
import { createDrafts } from './draft.ts'
import { fields } from './fields.ts'
import type { Office } from './office.ts'
import { findOrders } from './office-orders.ts'
import { finishOrder, placeOrder } from './place-order.ts'
import { Whole, Words } from './shapes.ts'
import { readShipments } from './shipments.ts'
import { createShop } from './shop.ts'
import { SKU_SOURCES, toSkuSource } from './sku-sources.ts'
import { readStock } from './stock.ts'

/** PrestaShop 1.7, 8 and 9 over its webservice: XML written, JSON read (prestashop.md). */
export const prestashop = defineBackOffice({
  id: 'prestashop',
  title: 'PrestaShop',
  kind: 'webshop',
  fields,
  capabilities: {
    lookUp: true,
    // One cart makes one order, but what tells us the cart may be lost with our records.
    idempotentCreate: false,
    indexDelaySeconds: 0,
    holdsRelayPoint: true,
    testOrders: true,
    // States, carriers and parcels of 80 orders, and their lines, 3 × 7; what is the same for all, 3.
    callsPer500Orders: 24,
    // Pages of 2,000 up to the empty one: products and combinations 4 each at most, stock 6; settings 1; what deleted products left behind 2.
    callsPer5000Skus: 17,
  },
  skuSources: SKU_SOURCES,
  connect: ({ shopUrl, key, shopId, completedStates, cancelledStates, restock, paymentModule }, ports) => {
    const api = createApi({ shopUrl, key, shopId }, ports)
    const shop = createShop(api, shopId)
    const source = toSkuSource(ports.skuSource)
    const office: Office = {
      ...{ api, shop, source, clock: ports.clock, records: ports.records, drafts: createDrafts(ports.records) },
      settings: {
        ...{ completedStates, cancelledStates, restocks: restocks(restock) },
        paymentModule: paymentModule || fields.paymentModule.fallback,
      },
    }
    return {
      testConnection: () => testConnection(office),
      async listMethods() {
        return toMethods(await shop.carriers(), (await shop.basics()).shopName)
      },
      checkOrder: (order) => checkOrder(office, order),
      placeOrder: (order) => placeOrder(office, order),
      finishOrder: (order, found) => finishOrder(office, order, found),
      findOrders: (reference) => findOrders(office, reference),
      readShipments: (orders) => readShipments(office, orders),
      cancelOrder: (order) => cancelOrder(office, order),
      // The webservice can write a line of an order, but not the totals, taxes and stock that hang on it.
      keepUnits: async () => 'cannot',
      readStock: () => readStock(api, shop, source),
      listChoices: (field) => listChoices(office, field),
    }
  },
})

const listChoices = async ({ api, shop }: Office, field: string): Promise<readonly Choice[]> => {
  if (field === 'shopId') {
    const shops = await api.list('shops', { display: ['id', 'name'] }, z.object({ id: Whole, name: Words }))
    return shops.map(({ id, name }) => ({ value: String(id), label: name }))
  }
  const states = await shop.states()
  return states.filter(({ deleted }) => deleted !== true).map(({ id, name }) => ({ value: String(id), label: name }))
}
