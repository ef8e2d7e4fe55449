import { startShopifySimulator } from './shopify/index.ts'

/** Every webshop and warehouse that has a stand-in, by the id of its connector. */
export const simulators = {
  shopify: startShopifySimulator,
} as const
