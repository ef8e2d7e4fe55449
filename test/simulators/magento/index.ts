import type { Simulator, SimulatorOptions } from '../simulator.ts'
import type { Received } from '../wire.ts'
import { simulate } from '../wire.ts'
import { createHands, type MagentoHands } from './hands.ts'
import { createService } from './service.ts'
import { createShop } from './state.ts'
import { createThere } from './there.ts'

export type { MagentoHands } from './hands.ts'

export interface MagentoSimulator extends Simulator {
  readonly hands: MagentoHands
}

const CREDENTIALS = {
  consumerKey: 'ck7v3q9xw2m5n8b4c6z1l0k9j8h7g6f5',
  consumerSecret: 'cs+4t/6y8u0i2o4p6a8s0d2f4g6h8j0k',
  accessToken: 'at1q3w5e7r9t1y3u5i7o9p1a3s5d7f9g',
  accessTokenSecret: 'as&2z4x6c8v0b2n4m6q8w0e2r4t6y8u0',
} as const

/** A shop on Magento 2.4 with MSI, as magento.md describes it. */
export const startMagentoSimulator = async ({ now = Date.now }: SimulatorOptions = {}): Promise<MagentoSimulator> => {
  const shop = createShop(now)
  const simulation = await simulate(createService(shop, CREDENTIALS), { now: shop.now })
  const hands = createHands(shop)
  return {
    ...simulation,
    values: { shopUrl: simulation.url.href, ...CREDENTIALS },
    there: createThere(shop, hands),
    hands,
    isCreation: ({ method, url }: Received) => method === 'POST' && /\/V1\/orders$/.test(url.pathname),
  }
}
