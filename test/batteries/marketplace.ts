import { describe } from 'vitest'
import { afterSalePromises } from './marketplace/after-sale.ts'
import { decisionPromises } from './marketplace/decisions.ts'
import type { MarketplaceHarness } from './marketplace/harness.ts'
import { salesPromises } from './marketplace/sales.ts'
import { shippingPromises } from './marketplace/shipping.ts'
import { stockPromises } from './marketplace/stock.ts'
import { trustPromises } from './marketplace/trust.ts'

export type { MarketplaceHarness, MarketplaceThere, OpenedMarketplace, Spoiling } from './marketplace/harness.ts'

/** The promises that the engine builds on: every marketplace passes all of them, in front of whatever stands in for its outside. */
export const marketplaceBattery = (title: string, harness: MarketplaceHarness): void => {
  describe(`${title} as a marketplace`, () => {
    salesPromises(harness)
    decisionPromises(harness)
    shippingPromises(harness)
    afterSalePromises(harness)
    stockPromises(harness)
    trustPromises(harness)
  })
}
