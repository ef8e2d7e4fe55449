import { z } from 'zod'
import type { OrderToPlace } from '../sockets/back-office.ts'
import type { Api } from './api.ts'
import type { ShopSettings } from './shop-settings.ts'
import { type Place, percentAt, shippingPercentAt, type TaxRate } from './tax-rates.ts'

/** The shop's tax table, and the order of its classes. */
export interface TaxTable {
  readonly rates: readonly TaxRate[]
  readonly classes: readonly string[]
}

const Rates = z.array(
  z
    .object({
      id: z.number(),
      country: z.string(),
      state: z.string(),
      /** Since WooCommerce 5.3; `postcode` and `city` hold one before. */
      postcodes: z.array(z.string()).nullish(),
      cities: z.array(z.string()).nullish(),
      postcode: z.string().nullish(),
      city: z.string().nullish(),
      rate: z.union([z.string(), z.number()]).transform(Number),
      priority: z.number(),
      compound: z.boolean(),
      shipping: z.boolean(),
      order: z.number(),
      class: z.string(),
    })
    .transform(
      ({ rate, compound, shipping, postcode, city, postcodes, cities, class: taxClass, ...row }): TaxRate => ({
        ...row,
        ...{ percent: rate, isCompound: compound, onShipping: shipping, taxClass },
        postcodes: postcodes ?? (postcode ? postcode.split(';') : []),
        cities: cities ?? (city ? city.split(';') : []),
      }),
    ),
)

export const readTaxTable = async (api: Api): Promise<TaxTable> => ({
  rates: await api.list('taxes', {}, Rates),
  classes: (await api.get('taxes/classes', {}, z.array(z.object({ slug: z.string() })))).map(({ slug }) => slug),
})

/** What stands between a gross and a net price of one order, in percent. */
interface Vat {
  /** By the tax class of the product. */
  goods(taxClass: string): number
  /** By the classes of all goods that are taxed. */
  shipping(taxClasses: readonly string[]): number
}

export const NO_VAT: Vat = { goods: () => 0, shipping: () => 0 }

/** What WooCommerce will add to the net prices of this order (woocommerce.md 2.2); `isPickup`: fetched at the shop, taxed there. */
export const vatOf = (
  settings: ShopSettings,
  { rates, classes }: TaxTable,
  { billing, delivery }: { readonly billing: Place; readonly delivery: Place },
  isPickup: boolean,
): Vat => {
  const place = placeOf(settings, billing, delivery, isPickup)
  return {
    goods: (taxClass) => percentAt(rates, place, named(taxClass)),
    shipping: (taxClasses) => {
      const taken = taxClasses.map(named)
      const inherited = classes.find((one) => taken.includes(one))
      const taxClass = settings.shippingTaxClass === 'inherit' ? inherited : named(settings.shippingTaxClass)
      return taxClass === undefined ? 0 : shippingPercentAt(rates, place, taxClass)
    },
  }
}

const placeOf = (settings: ShopSettings, billing: Place, delivery: Place, isPickup: boolean): Place => {
  const wanted = settings.taxBasedOn === 'billing' ? billing : delivery
  return isPickup || settings.taxBasedOn === 'base' || wanted.country === '' ? settings.base : wanted
}

/** The standard class has no name on products, and this one in the table. */
const named = (taxClass: string): string => (taxClass === '' ? 'standard' : taxClass)

/** An address of an order as the tax table looks at it. */
export const toPlace = ({ countryCode, state, postcode, city }: OrderToPlace['delivery']): Place => ({
  country: countryCode,
  ...{ state, postcode, city },
})
