import type { OrderCheck, OrderToCheck } from '../sockets/back-office.ts'
import { findArticles } from './articles.ts'
import type { Office } from './office.ts'
import { noDelivery } from './plan.ts'
import { brokenRule } from './postal-fields.ts'
import { availableOf, readUnits } from './stock.ts'

/** Do the SKUs exist, how many are there, does the shop deliver to that address? */
export const checkOrder = async (office: Office, order: OrderToCheck): Promise<OrderCheck> => {
  const { api, shop, source } = office
  const { languageId: language } = await shop.basics()
  const skus = [...new Set(order.lines.map(({ sku }) => sku))]
  const found = await findArticles({ api, source, language }, skus)
  const bySku = Map.groupBy(found, ({ sku }) => sku)
  const units =
    found.length === 0
      ? null
      : await readUnits(
          api,
          shop,
          found.map(({ productId }) => productId),
        )
  return {
    unknownSkus: skus.filter((sku) => !bySku.has(sku)),
    duplicateSkus: skus.filter((sku) => (bySku.get(sku)?.length ?? 0) > 1),
    available: new Map(
      [...bySku].flatMap(([sku, [only, second]]) =>
        only === undefined || second !== undefined ? [] : [[sku, availableOf(only, units, api.side)]],
      ),
    ),
    addressRule: brokenRule(order.delivery, order.relayPoint) ?? (await brokenCountry(office, order)),
  }
}

const brokenCountry = async ({ shop }: Office, { delivery, relayPoint }: OrderToCheck): Promise<string | null> => {
  const countryCode = relayPoint?.countryCode ?? delivery?.countryCode ?? ''
  return (await shop.country(countryCode))?.active ? null : noDelivery(countryCode)
}
