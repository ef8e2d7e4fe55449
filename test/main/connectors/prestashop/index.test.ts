import { prestashop } from '../../../../src/main/connectors/prestashop/index.ts'
import { backOfficeBattery } from '../../../batteries/back-office.ts'
import { overSimulator } from '../../../batteries/over-simulator.ts'
import { startPrestaShopSimulator } from '../../../simulators/prestashop/index.ts'

backOfficeBattery('PrestaShop', overSimulator(prestashop, startPrestaShopSimulator, { stockFollowsOrders: true }))
