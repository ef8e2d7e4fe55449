import type { Clock, Records } from '../sockets/ports.ts'
import type { Api } from './api.ts'
import type { Drafts } from './draft.ts'
import type { Shop } from './shop.ts'
import type { SkuSource } from './sku-sources.ts'

/** One connected shop, as everything here works with it. */
export interface Office {
  readonly api: Api
  readonly shop: Shop
  readonly drafts: Drafts
  readonly clock: Clock
  readonly records: Records
  readonly source: SkuSource
  readonly settings: {
    readonly completedStates: string
    readonly cancelledStates: string
    readonly paymentModule: string
    /** Units of an order that Navette cancels go back to the shelf. */
    readonly restocks: boolean
  }
}
