import { custom } from '../../../../src/main/connectors/custom/index.ts'
import { backOfficeBattery } from '../../../batteries/back-office.ts'
import { overSimulator } from '../../../batteries/over-simulator.ts'
import { startCustomHttpSimulator } from '../../../simulators/custom-http/index.ts'
import { DEFAULT_SETUP } from '../../../simulators/custom-http/setup.ts'
import { templateFor } from '../../../simulators/custom-http/template.ts'

backOfficeBattery('Custom, by its interface', {
  ...overSimulator(custom, startCustomHttpSimulator, { stockFollowsOrders: true }),
  capabilities:
    custom.capabilitiesOf?.({ template: JSON.stringify(templateFor(DEFAULT_SETUP)) }) ?? custom.capabilities,
})
