import type { Simulator, SimulatorOptions } from '../simulator.ts'
import { type Received, simulate } from '../wire.ts'
import { createService } from './service.ts'
import { DEFAULT_SETUP, type Setup } from './setup.ts'
import { createShop, type Shop } from './shop.ts'
import { templateFor } from './template.ts'
import { createThere } from './there.ts'

export interface CustomHttpSimulator extends Simulator {
  readonly shop: Shop
  /** The form for another template. */
  valuesFor(template: unknown, path?: string): Simulator['values']
}

/** A shop with an interface of its own, built as `setup` says (custom-backoffice.md B8). */
export const startCustomHttpSimulator = async (
  { now = Date.now }: SimulatorOptions = {},
  setup: Partial<Setup> = {},
): Promise<CustomHttpSimulator> => {
  const shop = createShop({ ...DEFAULT_SETUP, ...setup }, now)
  const simulation = await simulate(createService(shop), { now })
  const valuesFor = (template: unknown, path = 'api'): Simulator['values'] => ({
    ...shop.key,
    template: JSON.stringify(template),
    baseUrl: new URL(path, simulation.url).href,
  })
  return {
    ...simulation,
    ...{ shop, valuesFor, values: valuesFor(templateFor(shop.setup)), there: createThere(shop) },
    isCreation: ({ method, url }: Received) =>
      method === 'POST' && (url.pathname === '/api/orders' || url.pathname === '/hook/order'),
  }
}
