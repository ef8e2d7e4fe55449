import type { Api } from './api.ts'
import { readMethods, type ShopMethod } from './methods.ts'
import type { StateOf } from './order-states.ts'
import type { SkuSource } from './products.ts'
import { remembered } from './remembered.ts'
import { readShopSettings, type ShopSettings } from './shop-settings.ts'
import { readTaxTable, type TaxTable } from './taxes.ts'
import type { TrackingMeta } from './tracking-meta.ts'

/** One shop as the seller connected it: how to speak to it, what its words mean, and what of it changes seldom. */
export interface Shop {
  readonly api: Api
  readonly side: string
  readonly shopUrl: string
  readonly skuSource: SkuSource
  readonly stateOf: StateOf
  readonly trackingMeta: readonly TrackingMeta[]
  /** Units that Navette cancels go back to the shelf. */
  readonly restocks: boolean
  settings(): Promise<ShopSettings>
  taxTable(): Promise<TaxTable>
  methods(): Promise<readonly ShopMethod[]>
}

const TEN_MINUTES = 10 * 60_000

export const createShop = (facts: Omit<Shop, 'settings' | 'taxTable' | 'methods' | 'side'>): Shop => {
  const { api } = facts
  const { clock, side } = api.ports
  return {
    ...facts,
    side,
    settings: remembered(clock, TEN_MINUTES, () => readShopSettings(api)),
    taxTable: remembered(clock, TEN_MINUTES, () => readTaxTable(api)),
    methods: remembered(clock, TEN_MINUTES, () => readMethods(api)),
  }
}
