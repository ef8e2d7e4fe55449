import { cubyn } from '../../../../src/main/connectors/cubyn/index.ts'
import { backOfficeBattery } from '../../../batteries/back-office.ts'
import { overSimulator } from '../../../batteries/over-simulator.ts'
import { startCubynSimulator } from '../../../simulators/cubyn/index.ts'

backOfficeBattery('Cubyn', overSimulator(cubyn, startCubynSimulator, { stockFollowsOrders: true, keepsNoPrices: true }))
