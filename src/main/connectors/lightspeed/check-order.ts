import type { OrderCheck, OrderToCheck } from '../sockets/back-office.ts'
import { addressRule } from './address-rule.ts'
import { deliveryCountries } from './countries.ts'
import type { Desk } from './desk.ts'
import { differenceOf } from './difference.ts'
import { availableOf, findVariants } from './variants.ts'

/** Products, stock, destination and prices, before anything is promised. */
export const checkOrder = async (desk: Desk, order: OrderToCheck): Promise<OrderCheck> => {
  const found = await findVariants(
    desk,
    order.lines.map(({ sku }) => sku),
  )
  const skus = [...found]
  const only = new Map(
    skus.flatMap(([sku, [variant, other]]) => (variant === undefined || other !== undefined ? [] : [[sku, variant]])),
  )
  const lines = order.lines.flatMap((line) => {
    const variant = only.get(line.sku)
    return variant === undefined ? [] : [{ ...line, variant }]
  })
  return {
    unknownSkus: skus.filter(([, variants]) => variants.length === 0).map(([sku]) => sku),
    duplicateSkus: skus.filter(([, variants]) => variants.length > 1).map(([sku]) => sku),
    available: new Map(Array.from(only, ([sku, variant]) => [sku, availableOf(variant)])),
    addressRule: addressRule(order.delivery, order.relayPoint) ?? (await brokenCountry(desk, order)),
    difference: differenceOf(lines, desk.settings.holdsDifferences),
  }
}

const brokenCountry = async (desk: Desk, { delivery, relayPoint }: OrderToCheck): Promise<string | null> => {
  const countryCode = (relayPoint ?? delivery)?.countryCode ?? ''
  const countries = await deliveryCountries(desk)
  return countries === null || countries.includes(countryCode)
    ? null
    : `The shop delivers nothing to ${countryCode}: add the country to a method under Settings > Shipping methods.`
}
