import type { Simulator } from '../simulator.ts'
import { simulate } from '../wire.ts'
import { answerer } from './answering.ts'
import { createLimits } from './limits.ts'
import { createShop, type LightspeedOptions, type Shop } from './shop.ts'
import { handsIn } from './there.ts'

export interface LightspeedSimulator extends Simulator {
  /** What the shop keeps, to be looked at and meddled with. */
  readonly shop: Shop
  /** Calls that came when no more were allowed. */
  refusedCalls(): number
}

/** A shop of Lightspeed eCom C-Series behind its interface, as lightspeed.md describes it. */
export const startLightspeedSimulator = async (options: LightspeedOptions = {}): Promise<LightspeedSimulator> => {
  const shop = createShop(options)
  const limits = createLimits(shop)
  const simulation = await simulate(answerer(shop, limits), { now: shop.now })
  const { apiKey = '', apiSecret = '' } = shop.key ?? {}
  return {
    ...{ ...simulation, shop, there: handsIn(shop), refusedCalls: limits.refused },
    values: { apiKey, apiSecret, cluster: 'eu', baseUrl: simulation.url.origin },
    isCreation: ({ method, url }) => method === 'POST' && /\/checkouts\/\d+\/order\.json$/.test(url.pathname),
  }
}
