import { brokenAddressRule } from '../../domain/address-rules.ts'
import type { OrderCheck, OrderToCheck } from '../sockets/back-office.ts'
import { LONGEST_PHONE } from './facts.ts'
import { availableOf, findProducts } from './products.ts'
import type { Shop } from './shop.ts'
import type { ShopSettings } from './shop-settings.ts'

/** Products, stock and destination, before anything is promised. */
export const checkOrder = async (shop: Shop, order: OrderToCheck): Promise<OrderCheck> => {
  const found = await findProducts(
    shop.api,
    shop.skuSource,
    order.lines.map(({ sku }) => sku),
  )
  const skus = [...found]
  const addressRule = brokenAddressRule(order.delivery, order.relayPoint)
  return {
    unknownSkus: skus.filter(([, products]) => products.length === 0).map(([sku]) => sku),
    duplicateSkus: skus.filter(([, products]) => products.length > 1).map(([sku]) => sku),
    available: new Map(
      skus.flatMap(([sku, [product, other]]) =>
        product === undefined || other !== undefined ? [] : [[sku, availableOf(product)]],
      ),
    ),
    addressRule: addressRule ?? brokenShopRule(order, await shop.settings(), shop.side),
  }
}

/** What WooCommerce itself does not check when it takes an order (woocommerce.md 2.3). */
const brokenShopRule = (
  { delivery, relayPoint }: Pick<OrderToCheck, 'delivery' | 'relayPoint'>,
  settings: Pick<ShopSettings, 'delivers'>,
  side: string,
): string | null => {
  const place = relayPoint ?? delivery
  if (place === null) return null
  if (!/^[A-Z]{2}$/.test(place.countryCode)) return `The country “${place.country || place.countryCode}” is not known.`
  if (!settings.delivers(place.countryCode)) {
    return `${side} is not set to sell or deliver to ${place.country || place.countryCode} (WooCommerce → Settings → General).`
  }
  const numbers = delivery === null ? [] : [delivery.mobile, delivery.phone]
  return numbers.some((number) => number.length > LONGEST_PHONE)
    ? `A phone number has ${LONGEST_PHONE} characters at most.`
    : null
}
