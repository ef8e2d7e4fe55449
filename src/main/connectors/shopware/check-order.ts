import type { OrderCheck, OrderToCheck } from '../sockets/back-office.ts'
import { addressRule } from './address-rule.ts'
import { availableOf, findProducts } from './products.ts'
import type { Desk } from './settings.ts'
import { salesChannelOf } from './shop.ts'

/** Are the products there, how many of them, and can they be delivered? */
export const checkOrder = async (desk: Desk, order: OrderToCheck): Promise<OrderCheck> => {
  const { shop, settings, ports } = desk
  const found = [
    ...(await findProducts(
      desk,
      order.lines.map(({ sku }) => sku),
    )),
  ]
  const channel = salesChannelOf(await shop.salesChannels(), settings.salesChannel, ports.side)
  return {
    unknownSkus: found.filter(([, products]) => products.length === 0).map(([sku]) => sku),
    duplicateSkus: found.filter(([, products]) => products.length > 1).map(([sku]) => sku),
    available: new Map(
      found.flatMap(([sku, [product, another]]) =>
        product === undefined || another !== undefined ? [] : [[sku, availableOf(product)]],
      ),
    ),
    addressRule: addressRule(order.delivery, order.relayPoint, { channel, countries: await shop.countries() }),
  }
}
