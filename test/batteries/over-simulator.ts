import { onTestFinished } from 'vitest'
import type { BackOfficeDefinition } from '../../src/main/connectors/sockets/back-office.ts'
import type { Fields } from '../../src/main/connectors/sockets/definition.ts'
import type { Records } from '../../src/main/connectors/sockets/ports.ts'
import { type ClockByHand, clockByHand } from '../helpers/clock-by-hand.ts'
import { recordsInMemory } from '../helpers/records-in-memory.ts'
import { connectOffice } from '../simulators/connect-office.ts'
import type { Simulator, SimulatorOptions } from '../simulators/simulator.ts'
import type { BackOfficeHarness, OpenedBackOffice } from './back-office/harness.ts'

export interface OverSimulator<S extends Simulator = Simulator> extends OpenedBackOffice {
  readonly simulator: S
  readonly clock: ClockByHand
  readonly records: Records
}

export interface OverSimulatorOptions {
  /** Laid over the simulator's own values. */
  readonly values?: Readonly<Record<string, string>>
  readonly skuSource?: string
}

/** A connector in front of its simulator, both by one clock that is moved by hand; gone when the test ends. */
export const openOverSimulator = async <F extends Fields, S extends Simulator>(
  definition: BackOfficeDefinition<F>,
  start: (options: SimulatorOptions) => Promise<S>,
  { values = {}, skuSource = 'sku' }: OverSimulatorOptions = {},
): Promise<OverSimulator<S>> => {
  const clock = clockByHand()
  const simulator = await start({ now: clock.now })
  onTestFinished(() => simulator.close())
  const records = recordsInMemory()
  const backOffice = connectOffice(definition, {
    ...{ clock, records, skuSource },
    values: { ...simulator.values, ...values },
  })
  return {
    ...{ backOffice, simulator, clock, records, there: simulator.there, wire: simulator.wire },
    isCreation: simulator.isCreation,
    calls: () => simulator.wire.received.length,
    async placeWithoutAnswer(order) {
      simulator.wire.spoil('lost-answer', simulator.isCreation)
      await backOffice.placeOrder(order).then(
        () => Promise.reject(new Error('The answer was to be lost')),
        () => undefined,
      )
    },
  }
}

/** The battery's harness for a connector in front of its simulator. */
export const overSimulator = <F extends Fields>(
  definition: BackOfficeDefinition<F>,
  start: (options: SimulatorOptions) => Promise<Simulator>,
  facts: Pick<BackOfficeHarness, 'stockFollowsOrders' | 'keepsNoPrices'>,
): BackOfficeHarness => ({
  ...facts,
  capabilities: definition.capabilities,
  open: () => openOverSimulator(definition, start),
})
