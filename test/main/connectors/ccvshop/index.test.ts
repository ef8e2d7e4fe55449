import { ccvShop } from '../../../../src/main/connectors/ccvshop/index.ts'
import { backOfficeBattery } from '../../../batteries/back-office.ts'
import { overSimulator } from '../../../batteries/over-simulator.ts'
import { startCcvShopSimulator } from '../../../simulators/ccvshop/index.ts'

backOfficeBattery('CCV Shop', overSimulator(ccvShop, startCcvShopSimulator, { stockFollowsOrders: true }))
