import { backOffices } from '../../src/main/connectors/registry.ts'
import type { BackOfficeDefinition } from '../../src/main/connectors/sockets/back-office.ts'
import { simulators } from './index.ts'
import type { Simulator, SimulatorOptions } from './simulator.ts'

/** A back office that can be connected, and a stand-in to connect it to. */
export interface Shop {
  readonly definition: BackOfficeDefinition
  readonly start: (options: SimulatorOptions) => Promise<Simulator>
}

const starts: Readonly<Record<string, Shop['start']>> = simulators

/** All that have a stand-in, in the order of the registry. */
export const shops: readonly Shop[] = backOffices.flatMap((definition) => {
  const start = starts[definition.id]
  return start === undefined ? [] : [{ definition, start }]
})
