import { defineBackOffice } from '../sockets/back-office.ts'
import { toAccount } from './account.ts'
import { createApi } from './api.ts'
import { cancelOrder } from './cancelling.ts'
import { createCatalogue } from './catalogue.ts'
import { checkOrder } from './checking.ts'
import { testConnection } from './connection-checks.ts'
import { INDEX_DELAY_SECONDS } from './facts.ts'
import { fields } from './fields.ts'
import { keepUnits } from './keeping-units.ts'
import { listLocations } from './locations.ts'
import { METHODS } from './methods.ts'
import { createOrders } from './orders.ts'
import { createReferenceField } from './reference-field.ts'
import { readShipments } from './shipments.ts'
import { SKU_SOURCES, toSkuSource } from './sku-source.ts'
import { readStock } from './stock.ts'

/** Shopify through its GraphQL Admin API (shopify.md). */
export const shopify = defineBackOffice({
  id: 'shopify',
  title: 'Shopify',
  kind: 'webshop',
  fields,
  capabilities: {
    lookUp: true,
    // [C] A second order with the same unique field is said to be refused; nobody has written down how.
    idempotentCreate: false,
    indexDelaySeconds: INDEX_DELAY_SECONDS,
    holdsRelayPoint: true,
    testOrders: true,
    // 200 orders a question, by its points; one more for every 17 orders of which a part has left or was taken out.
    callsPer500Orders: 3,
    // 250 variants a page, the most there is. With locations ticked, pages of 199 and fewer, and the locations before them.
    callsPer5000Skus: 20,
  },
  skuSources: SKU_SOURCES,
  connect: (values, ports) => {
    const { side, clock, records } = ports
    const account = toAccount(values)
    const source = toSkuSource(ports.skuSource)
    const api = createApi(account, ports)
    const catalogue = createCatalogue(api, account.locations, source, side)
    const referenceField = createReferenceField(api, records, account.shopUrl, side)
    // An order that was promised is placed wherever its units lie.
    const anywhere = createCatalogue(api, [], source, side)
    const orders = createOrders({ api, clock, account, catalogue: anywhere, referenceField, source, side })
    return {
      testConnection: () => testConnection(api, side, clock),
      listMethods: async () => METHODS,
      checkOrder: (order) => checkOrder(api, catalogue, order),
      placeOrder: orders.place,
      findOrders: orders.find,
      readShipments: (keys) => readShipments(api, account, source, keys, side),
      cancelOrder: (order, reason) => cancelOrder({ api, account, clock, side }, order, reason),
      keepUnits: (order, units) => keepUnits({ api, account, source }, order, units),
      readStock: () => readStock(catalogue, source),
      listChoices: async (field) => (field === 'locations' ? listLocations(api, side) : []),
    }
  },
})
