import { z } from 'zod'
import { Fault } from '../../domain/fault.ts'
import type { Api } from './api.ts'
import { type Carrier, listCarriers } from './carriers.ts'
import { CONFIGURATIONS, type ConfigurationName } from './facts.ts'
import { oneOf } from './filters.ts'
import { Flag, Rate, Whole, Words } from './shapes.ts'
import { type KnownStates, listOrderStates, type OrderState } from './states.ts'
import { type RateOf, readRates } from './taxes.ts'

/** What is the same for every order of a shop; read once, when it is first needed. */
export interface Shop {
  readonly basics: () => Promise<Basics>
  /** The currency of our orders. A `Fault` (settings) unless the shop reckons in it. */
  readonly euro: () => Promise<Currency>
  /** Null: the shop has no such country. */
  readonly country: (isoCode: string) => Promise<Country | null>
  readonly rates: (country: number) => Promise<RateOf>
  readonly states: () => Promise<readonly OrderState[]>
  readonly carriers: () => Promise<readonly Carrier[]>
}

export interface Basics {
  readonly states: KnownStates
  readonly shopId: number
  readonly shopName: string
  readonly languageId: number
  readonly guestGroupId: number
  readonly currencyId: number
  readonly hasTaxes: boolean
  readonly taxedAt: 'delivery' | 'invoice'
  readonly roundType: number
  readonly roundMode: number
  readonly countsStock: boolean
}

const Currency = z.object({ id: Whole, active: Flag.optional(), conversion_rate: Rate })
export type Currency = z.infer<typeof Currency>
const Country = z.object({ id: Whole, iso_code: Words, active: Flag })
export type Country = z.infer<typeof Country>
const Configuration = z.object({ name: Words, value: Words, id_shop: Words.optional() })

export const createShop = (api: Api, shopId: string): Shop => {
  const { side } = api
  const basics = once(() => readBasics(api, shopId))
  const rates = remembered((country: number) => readRates(api, country))
  return {
    basics,
    rates,
    states: once(async () => listOrderStates(api, (await basics()).languageId)),
    carriers: once(async () => listCarriers(api, (await basics()).languageId)),
    euro: once(async () => {
      const [euro] = await api.list('currencies', { filter: { iso_code: oneOf(['EUR']) } }, Currency)
      if (euro !== undefined && euro.active !== false && euro.id === (await basics()).currencyId) return euro
      const message = `The currency of ${side} is not the euro: make it the default one under International > Localization.`
      throw new Fault('settings', message, { side })
    }),
    country: remembered(async (isoCode: string) => {
      if (!/^[A-Z]{2}$/.test(isoCode)) return null
      const filter = { iso_code: oneOf([isoCode]) }
      const found = await api.list('countries', { display: ['id', 'iso_code', 'active'], filter }, Country)
      return found.find(({ iso_code }) => iso_code === isoCode) ?? null
    }),
  }
}

const readBasics = async (api: Api, chosenShop: string): Promise<Basics> => {
  const display = ['name', 'value', 'id_shop']
  const rows = await api.list('configurations', { display, filter: { name: oneOf(CONFIGURATIONS) } }, Configuration)
  const globally = (name: ConfigurationName): string =>
    rows.find((row) => row.name === name && (row.id_shop ?? '0') === '0')?.value ??
    rows.find((row) => row.name === name && row.id_shop === '')?.value ??
    ''
  const shop = chosenShop || globally('PS_SHOP_DEFAULT') || '1'
  const value = (name: ConfigurationName): string =>
    rows.find((row) => row.name === name && row.id_shop === shop)?.value ?? globally(name)
  const needed = (...names: readonly ConfigurationName[]): number => {
    const id = names.map((name) => Number(value(name))).find((one) => one > 0)
    if (id !== undefined) return id
    const message = `${api.side} does not tell its setting ${names[0]}. May the key read “configurations”?`
    throw new Fault('settings', message, { side: api.side })
  }
  return {
    states: {
      paid: needed('PS_OS_WS_PAYMENT', 'PS_OS_PAYMENT'),
      cancelled: needed('PS_OS_CANCELED'),
      refunded: Number(value('PS_OS_REFUND')) || null,
      error: needed('PS_OS_ERROR'),
    },
    shopId: Number(shop),
    shopName: value('PS_SHOP_NAME') || 'The shop itself',
    languageId: needed('PS_LANG_DEFAULT'),
    guestGroupId: needed('PS_GUEST_GROUP'),
    currencyId: needed('PS_CURRENCY_DEFAULT'),
    hasTaxes: value('PS_TAX') !== '0',
    taxedAt: value('PS_TAX_ADDRESS_TYPE') === 'id_address_invoice' ? 'invoice' : 'delivery',
    roundType: Number(value('PS_ROUND_TYPE')) || 2,
    roundMode: value('PS_PRICE_ROUND_MODE') === '' ? 2 : Number(value('PS_PRICE_ROUND_MODE')),
    countsStock: value('PS_STOCK_MANAGEMENT') !== '0',
  }
}

const once = <T>(read: () => Promise<T>): (() => Promise<T>) => {
  const byKey = remembered((_: null) => read())
  return () => byKey(null)
}

/** Asked once for each key; what failed is asked again. */
const remembered = <K, T>(read: (key: K) => Promise<T>): ((key: K) => Promise<T>) => {
  const known = new Map<K, T>()
  return async (key) => {
    const value = known.get(key) ?? (await read(key))
    known.set(key, value)
    return value
  }
}
