import { shopware } from '../../../../src/main/connectors/shopware/index.ts'
import { backOfficeBattery } from '../../../batteries/back-office.ts'
import { overSimulator } from '../../../batteries/over-simulator.ts'
import { startShopwareSimulator } from '../../../simulators/shopware/index.ts'

backOfficeBattery('Shopware', overSimulator(shopware, startShopwareSimulator, { stockFollowsOrders: true }))
