import { lightspeed } from '../../../../src/main/connectors/lightspeed/index.ts'
import { backOfficeBattery } from '../../../batteries/back-office.ts'
import { overSimulator } from '../../../batteries/over-simulator.ts'
import { startLightspeedSimulator } from '../../../simulators/lightspeed/index.ts'

backOfficeBattery('Lightspeed', overSimulator(lightspeed, startLightspeedSimulator, { stockFollowsOrders: true }))
