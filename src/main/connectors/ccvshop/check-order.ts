import type { OrderCheck, OrderToCheck } from '../sockets/back-office.ts'
import { addressRule } from './address-rule.ts'
import { findArticles } from './find-articles.ts'
import type { Shop } from './shop.ts'

/** Products, stock and destination, before anything is promised. */
export const checkOrder = async (shop: Shop, order: OrderToCheck): Promise<OrderCheck> => {
  const found = [
    ...(await findArticles(
      shop,
      order.lines.map(({ sku }) => sku),
    )),
  ]
  return {
    unknownSkus: found.filter(([, articles]) => articles.length === 0).map(([sku]) => sku),
    duplicateSkus: found.filter(([, articles]) => articles.length > 1).map(([sku]) => sku),
    available: new Map(
      found.flatMap(([sku, [article, other]]) =>
        article === undefined || other !== undefined ? [] : [[sku, article.available]],
      ),
    ),
    addressRule: addressRule(order.delivery, order.relayPoint, await shop.taxTable()),
  }
}
