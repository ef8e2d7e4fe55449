import { shopify } from '../../../../src/main/connectors/shopify/index.ts'
import { type OverSimulator, type OverSimulatorOptions, openOverSimulator } from '../../../batteries/over-simulator.ts'
import { type ShopifySimulator, startShopifySimulator } from '../../../simulators/shopify/index.ts'
import type { Order, Variant } from '../../../simulators/shopify/state.ts'
import { newVariant } from '../../../simulators/shopify/there.ts'
import type { Received } from '../../../simulators/wire.ts'

export type OpenShop = OverSimulator<ShopifySimulator>

export const openShop = (options: OverSimulatorOptions = {}): Promise<OpenShop> =>
  openOverSimulator(shopify, startShopifySimulator, options)

/** Ten blue mugs and five red ones. */
export const openMugShop = async (options: OverSimulatorOptions = {}): Promise<OpenShop> => {
  const opened = await openShop(options)
  addVariant(opened, { sku: 'MUG-BLUE' }, 10)
  addVariant(opened, { sku: 'MUG-RED' }, 5)
  return opened
}

export const addVariant = ({ simulator: { shop } }: OpenShop, facts: Partial<Variant>, stock = 1): Variant => {
  const variant = newVariant(shop, { productTitle: facts.sku ?? 'A product', ...facts }, stock)
  shop.variants.push(variant)
  return variant
}

/** The one order that is there. */
export const onlyOrder = ({ simulator: { shop } }: OpenShop): Order => {
  const [order, another] = shop.orders
  if (order === undefined || another !== undefined) throw new Error(`The shop has ${shop.orders.length} orders`)
  return order
}

/** The names of the operations asked for since a moment, tokens among them. */
export const askedSince = ({ simulator: { wire } }: OpenShop, since = 0): readonly string[] =>
  wire.received.slice(since).map(operationOf)

export const operationOf = ({ body }: Pick<Received, 'body'>): string =>
  /"query":"(?:query|mutation) (\w+)/.exec(body.toString())?.[1] ?? 'Token'

export const stockOf = (variant: Variant): number => [...variant.levels.values()].reduce((sum, units) => sum + units, 0)
