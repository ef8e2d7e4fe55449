import { Fault } from '../../domain/fault.ts'
import { defineBackOffice } from '../sockets/back-office.ts'
import { restocks } from '../sockets/restock.ts'
import { createApi } from './api.ts'
import { SKU_SOURCES } from './articles.ts'
import { cancelOrder } from './cancel-order.ts'
import { checkOrder } from './check-order.ts'
import { testConnection } from './connection-checks.ts'
import { INDEX_DELAY_SECONDS } from './facts.ts'
import { fields } from './fields.ts'
import { findOrders } from './find-orders.ts'
import { METHODS } from './methods.ts'
import { finishOrder, placeOrder } from './place-order.ts'
import { readShipments } from './shipments.ts'
import { createShop, type StockFollows } from './shop.ts'
import { createStateOf, listStates } from './states.ts'
import { readStock } from './stock.ts'

/** CCV Shop by its REST API v1 (ccvshop.md): every call signed, a few a minute. */
export const ccvShop = defineBackOffice({
  id: 'ccvshop',
  title: 'CCV Shop',
  kind: 'webshop',
  fields,
  capabilities: {
    lookUp: true,
    idempotentCreate: false,
    indexDelaySeconds: INDEX_DELAY_SECONDS,
    holdsRelayPoint: true,
    // Rows without a product, and nobody to write to.
    testOrders: true,
    // Pages of 250, the shop's other orders of the time among them: none in between here.
    callsPer500Orders: 2,
    // Pages of 250 products, their variants inside.
    callsPer5000Skus: 20,
  },
  skuSources: SKU_SOURCES,
  caution:
    'CCV Shop does not say whether its stock goes down with orders that come from outside. Watch the stock of a product with its first order; the guide says what to choose then.',
  connect: (values, { skuSource, ...ports }) => {
    const { shopUrl, publicKey, secretKey, completedStates, cancelledStates, restock, answerSignatures } = values
    const { side } = ports
    const source = SKU_SOURCES.find((known) => known === skuSource)
    if (source === undefined) {
      const message = `CCV Shop finds products by ${SKU_SOURCES.join(', ')}, not by “${skuSource}”.`
      throw new Fault('settings', message, { side })
    }
    const shop = createShop({
      api: createApi({ shopUrl, keys: { publicKey, secretKey }, ports, checksAnswers: answerSignatures !== 'ignore' }),
      skuSource: source,
      stateOf: createStateOf(completedStates, cancelledStates),
      restocks: restocks(restock),
      stockFollows: STOCK_FOLLOWS.find((known) => known === values.stockFollows) ?? 'yes',
    })
    return {
      testConnection: () => testConnection(shop),
      listMethods: async () => METHODS,
      checkOrder: (order) => checkOrder(shop, order),
      placeOrder: (order) => placeOrder(shop, order),
      finishOrder: (order, found) => finishOrder(shop, order, found),
      findOrders: (reference) => findOrders(shop, reference),
      readShipments: (orders) => readShipments(shop, orders),
      cancelOrder: (order) => cancelOrder(shop, order),
      // Rows are only ever replaced all together, and the order reckoned anew (4).
      keepUnits: async () => 'cannot',
      readStock: () => readStock(shop),
      listChoices: () => listStates(shop),
    }
  },
})

const STOCK_FOLLOWS: readonly StockFollows[] = ['yes', 'down', 'no']
