import { defineBackOffice } from '../sockets/back-office.ts'
import { createApi } from './api.ts'
import { cancelOrder } from './cancel-order.ts'
import { checkOrder } from './check-order.ts'
import { testConnection } from './connection-checks.ts'
import { INDEX_DELAY_SECONDS } from './facts.ts'
import { fields } from './fields.ts'
import { findOrders } from './find-orders.ts'
import { createLeftParcels } from './left-parcels.ts'
import { METHODS } from './methods.ts'
import { namesOf } from './names.ts'
import { placeOrder } from './place-order.ts'
import { readShipments } from './shipments.ts'
import { createStatuses } from './statuses.ts'
import { listStockFields, readStock } from './stock.ts'
import type { Warehouse } from './warehouse.ts'

/** Cubyn by its API v2 (cubyn.md), a warehouse that stores and ships: an order there is a parcel, and has no prices. */
export const cubyn = defineBackOffice({
  id: 'cubyn',
  title: 'Cubyn',
  kind: 'warehouse',
  caution:
    'Built from what is public of Cubyn’s documentation, and never confirmed against the live service. Ask Cubyn for its sandbox, or watch the first orders closely; our support can correct names that differ.',
  fields,
  capabilities: {
    lookUp: true,
    // Nothing is known that would keep two parcels under one reference from being made (cubyn.md, unknown).
    idempotentCreate: false,
    indexDelaySeconds: INDEX_DELAY_SECONDS,
    holdsRelayPoint: true,
    // There is no harmless parcel: one with goods is sent, and one without might be (pitfall 3).
    testOrders: false,
    // Pages of 100 parcels, newest first; one more call for each page of other parcels in between, or for each order that lies far behind.
    callsPer500Orders: 5,
    // Pages of 100 products.
    callsPer5000Skus: 50,
  },
  // Goods of a parcel are named by their SKU and nothing else.
  skuSources: ['sku'],
  connect: ({ applicationKey, baseUrl, buyerEmail, completedStates, cancelledStates, stockField, names }, ports) => {
    const { side, records } = ports
    const known = namesOf(names)
    const statuses = createStatuses(completedStates, cancelledStates, ports)
    const left = createLeftParcels(records, statuses)
    const warehouse: Warehouse = {
      api: createApi({ baseUrl, applicationKey }, ports),
      names: stockField === '' ? known : { ...known, stock: [stockField] },
      ...{ side, statuses, left, stateOf: left.stateOf, givesEmail: buyerEmail === 'yes' },
    }
    return {
      testConnection: () => testConnection(warehouse),
      listMethods: async () => METHODS,
      checkOrder: (order) => checkOrder(warehouse, order),
      placeOrder: (order) => placeOrder(warehouse, order),
      findOrders: (reference) => findOrders(warehouse, reference),
      readShipments: (orders) => readShipments(warehouse, orders),
      cancelOrder: (order) => cancelOrder(warehouse, order),
      // A parcel can be edited by hand only, as far as anybody knows (cubyn.md 4).
      keepUnits: async () => 'cannot',
      readStock: () => readStock(warehouse),
      listChoices: async (field) => (field === 'stockField' ? listStockFields(warehouse) : statuses.choices()),
    }
  },
})
