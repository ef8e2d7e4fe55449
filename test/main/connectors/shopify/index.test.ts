import { shopify } from '../../../../src/main/connectors/shopify/index.ts'
import { backOfficeBattery } from '../../../batteries/back-office.ts'
import { overSimulator } from '../../../batteries/over-simulator.ts'
import { startShopifySimulator } from '../../../simulators/shopify/index.ts'

backOfficeBattery('Shopify', overSimulator(shopify, startShopifySimulator, { stockFollowsOrders: true }))
