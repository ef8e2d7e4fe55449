import { Fault } from '../../domain/fault.ts'
import type { Clock } from '../sockets/ports.ts'
import type { Api } from './api.ts'
import type { SkuSource } from './articles.ts'
import { list } from './pages.ts'
import { Settings, Webshop } from './schemas.ts'
import type { StateOf } from './states.ts'
import { readTaxTable, type TaxTable } from './taxes.ts'

/** Whether the shop itself moves its stock with orders of interfaces: `down`: only down. */
export type StockFollows = 'yes' | 'down' | 'no'

/** One shop as the seller connected it: how to speak to it, what its words mean, and what of it changes seldom. */
export interface Shop {
  readonly api: Api
  readonly side: string
  readonly skuSource: SkuSource
  readonly stateOf: StateOf
  readonly restocks: boolean
  readonly stockFollows: StockFollows
  /** Its id within its own API. */
  webshop(): Promise<number>
  settings(): Promise<Settings>
  taxTable(): Promise<TaxTable | null>
}

const TEN_MINUTES = 10 * 60_000

export const createShop = (facts: Omit<Shop, 'side' | 'webshop' | 'settings' | 'taxTable'>): Shop => {
  const { api } = facts
  const { clock, side } = api.ports
  const webshop = remembered(clock, () => readWebshop(api))
  return {
    ...facts,
    ...{ side, webshop },
    settings: remembered(clock, async () => api.get(`webshops/${await webshop()}/settings/`, {}, Settings)),
    taxTable: remembered(clock, async () => readTaxTable(api, await webshop())),
  }
}

const readWebshop = async (api: Api): Promise<number> => {
  const [webshop] = await list(api, 'webshops/', {}, Webshop)
  if (webshop !== undefined) return webshop.id
  const { side } = api.ports
  throw new Fault('unreadable', `${side} does not show the shop that its key belongs to.`, { side })
}

/** What is read once and good for a while. Nothing is remembered of a reading that failed. */
const remembered = <T>(clock: Clock, read: () => Promise<T>): (() => Promise<T>) => {
  let last: { readonly at: number; readonly value: T } | null = null
  return async () => {
    if (last !== null && Math.abs(clock.now() - last.at) < TEN_MINUTES) return last.value
    const value = await read()
    last = { at: clock.now(), value }
    return value
  }
}
