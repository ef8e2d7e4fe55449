import type { Simulator } from '../simulator.ts'
import { type Received, type Reply, simulate } from '../wire.ts'
import { signed } from './access.ts'
import { page, ShopError } from './errors.ts'
import { answerApi } from './routes.ts'
import { createShop, type Shop, type ShopOptions } from './state.ts'
import { handsIn } from './there.ts'

export interface CcvShopSimulator extends Simulator {
  /** What the shop keeps, to be looked at and meddled with. */
  readonly shop: Shop
}

/** A CCV Shop with its REST API v1, as the specification has it (ccvshop.md). */
export const startCcvShopSimulator = async (options: ShopOptions): Promise<CcvShopSimulator> => {
  const shop = createShop(options)
  const simulation = await simulate((call) => answer(shop, call), { now: shop.now })
  const { publicKey = '', secretKey = '' } = shop.key ?? {}
  return {
    ...simulation,
    shop,
    values: { shopUrl: simulation.url.origin, publicKey, secretKey },
    there: handsIn(shop),
    isCreation: ({ method, url }) => method === 'POST' && /\/orders\/?$/.test(url.pathname),
  }
}

const answer = (shop: Shop, call: Received): Reply => {
  const [, path] = /^\/api\/rest\/v1\/(.*)$/.exec(call.url.pathname) ?? []
  if (path === undefined) return page(404)
  try {
    return signed(shop, call, answerApi(shop, call, path))
  } catch (error) {
    if (!(error instanceof ShopError)) throw error
    return error.reply.status === 401 ? error.reply : signed(shop, call, error.reply)
  }
}
