import type { Simulator } from '../simulator.ts'
import { type Received, type Reply, simulate } from '../wire.ts'
import { createShop, type Shop, type ShopOptions } from './shop.ts'
import { answerSite } from './site.ts'
import { handsIn } from './there.ts'

export interface WooCommerceSimulator extends Simulator {
  /** What the shop keeps, to be looked at and meddled with. */
  readonly shop: Shop
}

/** A WordPress site with WooCommerce, as the specification saw real ones (woocommerce.md). */
export const startWooCommerceSimulator = async (options: ShopOptions): Promise<WooCommerceSimulator> => {
  const shop = createShop(options)
  const answer = shop.options.caches
    ? cached((call) => answerSite(shop, call))
    : (call: Received) => answerSite(shop, call)
  const simulation = await simulate(answer, { now: shop.options.now })
  const { consumerKey = '', consumerSecret = '' } = shop.key ?? {}
  return {
    ...simulation,
    shop,
    values: { shopUrl: simulation.url.origin, consumerKey, consumerSecret },
    there: handsIn(shop),
    isCreation: ({ method, url }) => method === 'POST' && url.pathname.endsWith('/wc/v3/orders'),
  }
}

/** A page cache in front of it all, which knows reads by their address. */
const cached = (answer: (call: Received) => Reply): ((call: Received) => Reply) => {
  const kept = new Map<string, Reply>()
  return (call) => {
    const known = call.method === 'GET' ? kept.get(call.url.href) : undefined
    const reply = known ?? answer(call)
    if (call.method === 'GET') kept.set(call.url.href, reply)
    return reply
  }
}
