import { z } from 'zod'
import { Fault } from '../../domain/fault.ts'
import { where } from './criteria.ts'
import { LARGEST_PAGE, MSI_MODULE } from './facts.ts'
import { Country, Source, Stock, StockSourceLink, StoreConfig, Website } from './schemas.ts'
import type { Desk } from './settings.ts'
import type { TaxTables } from './tax-rate.ts'
import { readTaxTables } from './taxes.ts'

/** The store view of the sale, and what follows from it. */
export interface Store {
  readonly id: number
  readonly website: string
  readonly baseCurrency: string
  readonly currency: string
}

/** What a shop is like: asked when first needed, and once for as long as it is connected. */
export interface Shop {
  store(): Promise<Store>
  /** False: stock is the one of before MSI, one figure per product. */
  hasMsi(): Promise<boolean>
  /** The sources whose units may be sold: those the seller ticked, else all that are on and feed the website's stock. */
  sources(): Promise<readonly string[]>
  /** Countries the shop sells to, as two letters. */
  countries(): Promise<ReadonlySet<string>>
  /** Null where the integration may not read them. */
  taxes(): Promise<TaxTables | null>
}

export const createShop = (desk: Desk): Shop => {
  const { calls, lists, settings, ports } = desk
  const { side } = ports
  const every = { groups: [], pageSize: LARGEST_PAGE } as const

  const store = once(async (): Promise<Store> => {
    const configs = await calls.call({ path: 'store/storeConfigs' }, z.array(StoreConfig))
    const config = configs.find(({ code }) => code === settings.storeCode)
    if (config === undefined)
      throw new Fault(
        'settings',
        `${side} has no store view "${settings.storeCode}". It has: ${configs.map(({ code }) => code).join(', ')}.`,
        { side },
      )
    const websites = await calls.call({ path: 'store/websites' }, z.array(Website))
    const website = websites.find(({ id }) => id === config.website_id)
    if (website === undefined)
      throw new Fault('unreadable', `${side} does not tell the website of its store view "${config.code}".`, { side })
    const { id, base_currency_code: baseCurrency, default_display_currency_code: currency } = config
    return { id, website: website.code, baseCurrency, currency }
  })

  const stockSources = async (): Promise<readonly string[]> => {
    const { website } = await store()
    const stock = await calls.call({ path: `inventory/stock-resolver/website/${encodeURIComponent(website)}` }, Stock)
    const links = await lists.all(
      'inventory/stock-source-links',
      StockSourceLink,
      { ...every, groups: [where('stock_id', 'eq', stock.stock_id)] },
      ({ source_code }) => source_code,
    )
    const sources = await lists.all('inventory/sources', Source, every, ({ source_code }) => source_code)
    const on = new Set(sources.filter(({ enabled }) => enabled !== false).map(({ source_code }) => source_code))
    return links.map(({ source_code }) => source_code).filter((code) => on.has(code))
  }

  return {
    store,
    hasMsi: once(async () => (await calls.call({ path: 'modules' }, z.array(z.string()))).includes(MSI_MODULE)),
    sources: once(async () => (settings.sources.length > 0 ? settings.sources : stockSources())),
    taxes: once(() => readTaxTables(desk)),
    countries: once(async () => {
      const countries = await calls.call(
        { path: 'directory/countries', query: 'fields=id,two_letter_abbreviation', scope: settings.storeCode },
        z.array(Country),
      )
      return new Set(countries.map((country) => country.two_letter_abbreviation || country.id))
    }),
  }
}

/** Asks once; a fault is not remembered. */
const once = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
  let answer: Promise<T> | null = null
  return () => {
    answer ??= ask().catch((error: unknown) => {
      answer = null
      throw error
    })
    return answer
  }
}
