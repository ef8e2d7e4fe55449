import { wooCommerce } from '../../../../src/main/connectors/woocommerce/index.ts'
import { BLUE_MUG, RED_MUG } from '../../../batteries/back-office/harness.ts'
import { type OverSimulator, type OverSimulatorOptions, openOverSimulator } from '../../../batteries/over-simulator.ts'
import { startWooCommerceSimulator, type WooCommerceSimulator } from '../../../simulators/woocommerce/index.ts'
import type { Order, Shop, ShopOptions } from '../../../simulators/woocommerce/shop.ts'

export interface OpenShop extends OverSimulator<WooCommerceSimulator> {
  readonly shop: Shop
  /** The order of the shop behind a reference of its own. */
  orderThere(key: { readonly backOfficeRef: string }): Order
  /** What was asked for so far, as `GET orders`. */
  asked(): readonly string[]
}

/** A connected shop of that kind, without products. */
export const openShop = async (kind: ShopOptions = {}, options: OverSimulatorOptions = {}): Promise<OpenShop> => {
  const opened = await openOverSimulator(
    wooCommerce,
    (given) => startWooCommerceSimulator({ ...given, ...kind }),
    options,
  )
  const { shop } = opened.simulator
  return {
    ...opened,
    shop,
    orderThere({ backOfficeRef }) {
      const order = shop.orders.get(Number(backOfficeRef))
      if (order === undefined) throw new Error(`There is no order ${backOfficeRef}`)
      return order
    },
    asked: () =>
      opened.simulator.wire.received.map(({ method, url }) => `${method} ${url.pathname.replace(/^.*\/wc\/v3\//, '')}`),
  }
}

/** With ten blue mugs and five red ones. */
export const openShopWithMugs = async (
  kind: ShopOptions = {},
  options: OverSimulatorOptions = {},
): Promise<OpenShop> => {
  const opened = await openShop(kind, options)
  await opened.there.addProducts([BLUE_MUG, RED_MUG])
  return opened
}
