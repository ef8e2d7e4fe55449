import { z } from 'zod'
import { Fault } from '../../domain/fault.ts'
import { where } from './criteria.ts'
import { LARGEST_PAGE, MSI_MODULE } from './facts.ts'
import { Country, Source, Stock, StockSourceLink, StoreConfig, Website } from './schemas.ts'
import type { Desk } from './settings.ts'
import type { TaxTables } from './tax-rate.ts'
import { readTaxTables } from './taxes.ts'

/** The store view of the sale, and what follows from it. */
const Store = z.object({ id: z.number(), website: z.string(), baseCurrency: z.string(), currency: z.string() })
export type Store = z.infer<typeof Store>

/** What a shop is like. What every cycle needs is asked once an hour; the rest when first needed. */
export interface Shop {
  /** Asks anew from here on. */
  forget(): void
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

  const kept = createKept(ports)

  const store = kept(`store:${settings.storeCode}`, Store, async () => {
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

  const kind = kept('msi', z.boolean(), async () =>
    (await calls.call({ path: 'modules' }, z.array(z.string()))).includes(MSI_MODULE),
  )
  const feeding = kept(`sources:${settings.storeCode}`, z.array(z.string()).readonly(), stockSources)

  return {
    forget: () => forgetKept(ports),
    store,
    hasMsi: kind,
    sources: async () => (settings.sources.length > 0 ? settings.sources : feeding()),
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

const PREFIX = 'shop:'
const AN_HOUR = 3_600_000

/** Every cycle connects anew, and a shop hardly changes: an answer is good for an hour, in the next cycles too. */
const createKept =
  ({ records, clock }: Pick<Desk['ports'], 'records' | 'clock'>) =>
  <T>(key: string, shape: z.ZodType<T>, ask: () => Promise<T>): (() => Promise<T>) =>
  async () => {
    const known = records.read(`${PREFIX}${key}`, z.object({ at: z.number(), value: shape }))
    if (known !== null && Math.abs(clock.now() - known.at) < AN_HOUR) return known.value
    const value = await ask()
    records.save(`${PREFIX}${key}`, { at: clock.now(), value })
    return value
  }

const forgetKept = ({ records }: Pick<Desk['ports'], 'records'>): void => {
  for (const { key } of records.list(PREFIX, z.unknown())) records.remove(key)
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
