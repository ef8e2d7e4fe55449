import { lightspeed } from '../../../../src/main/connectors/lightspeed/index.ts'
import { BLUE_MUG, RED_MUG } from '../../../batteries/back-office/harness.ts'
import { openOverSimulator } from '../../../batteries/over-simulator.ts'
import { recordsInMemory } from '../../../helpers/records-in-memory.ts'
import { connectOffice } from '../../../simulators/connect-office.ts'
import { type LightspeedSimulator, startLightspeedSimulator } from '../../../simulators/lightspeed/index.ts'
import type { Habits, Order } from '../../../simulators/lightspeed/shop.ts'
import type { SimulatorOptions } from '../../../simulators/simulator.ts'

interface Options {
  readonly habits?: Partial<Habits>
  readonly values?: Readonly<Record<string, string>>
  readonly skuSource?: string
}

/** A shop with ten blue mugs and five red ones, and the connector in front of it. */
export const aLightspeed = async ({ habits = {}, values = {}, skuSource = 'sku' }: Options = {}) => {
  const start = (options: SimulatorOptions): Promise<LightspeedSimulator> =>
    startLightspeedSimulator({ ...options, habits })
  const opened = await openOverSimulator(lightspeed, start, { values, skuSource })
  const { simulator, clock, records } = opened
  await simulator.there.addProducts([BLUE_MUG, RED_MUG])
  const { shop } = simulator
  return {
    ...opened,
    shop,
    /** The connector as another process opens it: with the same records, or with none. */
    reopened: (kept = records) =>
      connectOffice(lightspeed, { clock, records: kept, skuSource, values: { ...simulator.values, ...values } }),
    forgetful: () =>
      connectOffice(lightspeed, {
        ...{ clock, records: recordsInMemory(), skuSource, values: { ...simulator.values, ...values } },
      }),
    /** The one order of the shop. */
    only: (): Order => {
      const [order, ...others] = shop.orders.values()
      if (order === undefined || others.length > 0) throw new Error(`There are ${shop.orders.size} orders`)
      return order
    },
    unitsOf: (code: string): number | undefined =>
      [...shop.variants.values()].find(({ articleCode }) => articleCode === code)?.stockLevel,
    /** The calls since, as `POST checkouts/#/order`. */
    callsSince: (from: number): readonly string[] =>
      simulator.wire.received.slice(from).map(
        ({ method, url }) =>
          `${method} ${url.pathname
            .replace(/^\/\w\w\//, '')
            .replace('.json', '')
            .replaceAll(/\/\d+/g, '/#')}`,
      ),
  }
}
