import { describe } from 'vitest'
import { shopify } from '../../../../src/main/connectors/shopify/index.ts'
import { cancellingPromises } from '../../../batteries/back-office/cancelling.ts'
import { stockPromises } from '../../../batteries/back-office/stock.ts'
import { backOfficeBattery } from '../../../batteries/back-office.ts'
import { overSimulator } from '../../../batteries/over-simulator.ts'
import { startShopifySimulator } from '../../../simulators/shopify/index.ts'
import type { SimulatorOptions } from '../../../simulators/simulator.ts'

backOfficeBattery('Shopify', overSimulator(shopify, startShopifySimulator, { stockFollowsOrders: true }))

const startWithEdits = async (options: SimulatorOptions) => {
  const simulator = await startShopifySimulator(options)
  simulator.app.scopes = [...simulator.app.scopes, 'write_order_edits']
  return simulator
}

describe('Shopify with an app that may edit orders', () => {
  const harness = overSimulator(shopify, startWithEdits, { stockFollowsOrders: true })
  cancellingPromises(harness)
  stockPromises(harness)
})
