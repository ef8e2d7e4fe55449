import { type FieldValues, severalOf } from '../sockets/definition.ts'
import type { Ports } from '../sockets/ports.ts'
import { restocks } from '../sockets/restock.ts'
import type { Api } from './api.ts'
import type { fields } from './fields.ts'
import type { Shop } from './shop.ts'
import type { SkuSource } from './sku-sources.ts'

/** The form, read. */
export interface Settings {
  /** Without what follows it: no `/admin`, no slash at the end. */
  readonly base: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** Empty: the only storefront. */
  readonly salesChannel: string
  /** Empty: the sales channel's own. */
  readonly paymentMethod: string
  readonly completedStates: ReadonlySet<string>
  readonly shippedStates: ReadonlySet<string>
  readonly cancelledStates: ReadonlySet<string>
  readonly restocks: boolean
}

/** What every part of this connector works with. */
export interface Desk {
  readonly ports: Ports
  readonly settings: Settings
  readonly source: SkuSource
  readonly api: Api
  readonly shop: Shop
}

export const readSettings = (values: FieldValues<typeof fields>): Settings => ({
  base: new URL(values.shopUrl).href.replace(/[?#].*$/, '').replace(/(\/(admin|api))?\/*$/, ''),
  accessKeyId: values.accessKeyId.trim(),
  secretAccessKey: values.secretAccessKey.trim(),
  salesChannel: values.salesChannel,
  paymentMethod: values.paymentMethod,
  completedStates: new Set(severalOf(values.completedStates)),
  shippedStates: new Set(severalOf(values.shippedStates)),
  cancelledStates: new Set(severalOf(values.cancelledStates)),
  restocks: restocks(values.restock),
})
