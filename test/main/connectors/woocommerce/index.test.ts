import { wooCommerce } from '../../../../src/main/connectors/woocommerce/index.ts'
import { backOfficeBattery } from '../../../batteries/back-office.ts'
import { overSimulator } from '../../../batteries/over-simulator.ts'
import { startWooCommerceSimulator } from '../../../simulators/woocommerce/index.ts'

backOfficeBattery('WooCommerce', overSimulator(wooCommerce, startWooCommerceSimulator, { stockFollowsOrders: true }))
