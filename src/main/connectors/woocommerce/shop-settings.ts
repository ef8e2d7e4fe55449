import { z } from 'zod'
import type { Api } from './api.ts'
import type { Place } from './tax-rates.ts'

/** What of the shop's own settings decides about prices and destinations. */
export interface ShopSettings {
  readonly currency: string
  readonly decimals: number
  readonly hasTaxes: boolean
  /** Whose address decides about the rate. */
  readonly taxBasedOn: 'shipping' | 'billing' | 'base'
  /** `inherit`: that of the goods. */
  readonly shippingTaxClass: string
  readonly base: Place
  /** Whether the shop sells and delivers to a country (ISO 3166-1 alpha-2). */
  delivers(country: string): boolean
}

/** Titles stand among them, without a value; those of plugins even without an id. */
const Settings = z.array(z.object({ id: z.string().optional(), value: z.unknown().optional() }))
type Values = ReadonlyMap<string | undefined, unknown>

/** Two calls (one without taxes), each a whole page of the shop's settings. */
export const readShopSettings = async (api: Api): Promise<ShopSettings> => {
  const general = await readGroup(api, 'general')
  const hasTaxes = text(general, 'woocommerce_calc_taxes') === 'yes'
  const taxes: Values = hasTaxes ? await readGroup(api, 'tax') : new Map()
  const basedOn = text(taxes, 'woocommerce_tax_based_on')
  const [country = '', state = ''] = text(general, 'woocommerce_default_country').split(':')
  const decimals = text(general, 'woocommerce_price_num_decimals')
  return {
    currency: text(general, 'woocommerce_currency'),
    decimals: decimals === '' ? 2 : Number(decimals),
    hasTaxes,
    taxBasedOn: basedOn === 'billing' || basedOn === 'base' ? basedOn : 'shipping',
    shippingTaxClass: text(taxes, 'woocommerce_shipping_tax_class'),
    base: {
      ...{ country, state },
      postcode: text(general, 'woocommerce_store_postcode'),
      city: text(general, 'woocommerce_store_city'),
    },
    delivers: (wanted) => sells(general, wanted) && ships(general, wanted),
  }
}

const readGroup = async (api: Api, group: string): Promise<Values> =>
  new Map((await api.get(`settings/${group}`, { _fields: 'id,value' }, Settings)).map(({ id, value }) => [id, value]))

const text = (values: Values, id: string): string => {
  const value = values.get(id)
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

const countries = (values: Values, id: string): readonly unknown[] => {
  const value = values.get(id)
  return Array.isArray(value) ? value : []
}

const sells = (general: Values, country: string): boolean => {
  const to = text(general, 'woocommerce_allowed_countries')
  if (to === 'specific') return countries(general, 'woocommerce_specific_allowed_countries').includes(country)
  return to !== 'all_except' || !countries(general, 'woocommerce_all_except_countries').includes(country)
}

const ships = (general: Values, country: string): boolean =>
  text(general, 'woocommerce_ship_to_countries') !== 'specific' ||
  countries(general, 'woocommerce_specific_ship_to_countries').includes(country)
