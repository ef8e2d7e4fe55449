import type { OrderCheck, OrderToCheck } from '../sockets/back-office.ts'
import { addressRule } from './address-rule.ts'
import { findProducts, isBookable } from './products.ts'
import type { Desk } from './settings.ts'
import type { Shop } from './shop.ts'
import { readAvailableOf } from './stock.ts'

/** A SKU of a product that cannot be booked (a box around others, nothing to send) is as good as unknown. */
export const checkOrder = async (desk: Desk, shop: Shop, order: OrderToCheck): Promise<OrderCheck> => {
  const skus = [...new Set(order.lines.map(({ sku }) => sku))]
  const bookable = (await findProducts(desk, skus)).filter(({ product }) => isBookable(product))
  const countOf = (sku: string): number => bookable.filter(({ code }) => code === sku).length
  const single = bookable.filter(({ code }) => countOf(code) === 1)
  const available = await readAvailableOf(
    desk,
    shop,
    single.map(({ product }) => product),
  )
  return {
    unknownSkus: skus.filter((sku) => countOf(sku) === 0),
    duplicateSkus: skus.filter((sku) => countOf(sku) > 1),
    available: new Map(single.map(({ code, product }) => [code, unitsOf(available, product.id)])),
    addressRule: addressRule(order.delivery, order.relayPoint, await shop.countries()),
  }
}

/** A product that is not part of the website's stock cannot be sold from it. */
const unitsOf = (available: ReadonlyMap<number, number | null>, id: number): number | null => {
  const units = available.get(id)
  return units === undefined ? 0 : units
}
