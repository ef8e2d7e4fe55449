import { magento } from '../../../../src/main/connectors/magento/index.ts'
import { backOfficeBattery } from '../../../batteries/back-office.ts'
import { overSimulator } from '../../../batteries/over-simulator.ts'
import { startMagentoSimulator } from '../../../simulators/magento/index.ts'

backOfficeBattery('Magento', overSimulator(magento, startMagentoSimulator, { stockFollowsOrders: true }))
