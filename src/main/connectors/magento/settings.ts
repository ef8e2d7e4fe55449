import { severalOf } from '../sockets/definition.ts'
import type { Ports } from '../sockets/ports.ts'
import { restocks } from '../sockets/restock.ts'
import type { Calls } from './calls.ts'
import type { Lists } from './pages.ts'

/** How the seller uses the shop, as the form says. */
export interface Settings {
  readonly storeCode: string
  /** Empty: all sources of the website. */
  readonly sources: readonly string[]
  readonly completedStates: ReadonlySet<string>
  readonly cancelledStates: ReadonlySet<string>
  readonly restock: boolean
  readonly invoice: boolean
  readonly paymentMethod: string
  /** Who takes the units of our orders off what may be sold (2.5). */
  readonly reservations: 'navette' | 'shop'
  /** The attribute of a product that holds what the marketplace calls SKU. */
  readonly skuSource: string
}

/** What every part of this connector works with. */
export interface Desk {
  readonly ports: Ports
  readonly calls: Calls
  readonly lists: Lists
  readonly settings: Settings
}

export const readSettings = (
  values: Readonly<Record<Exclude<keyof Settings, 'skuSource'>, string>>,
  skuSource: string,
): Settings => ({
  storeCode: values.storeCode,
  sources: severalOf(values.sources),
  completedStates: new Set(severalOf(values.completedStates)),
  cancelledStates: new Set(severalOf(values.cancelledStates)),
  restock: restocks(values.restock),
  invoice: values.invoice !== 'no',
  paymentMethod: values.paymentMethod,
  reservations: values.reservations === 'shop' ? 'shop' : 'navette',
  skuSource,
})
