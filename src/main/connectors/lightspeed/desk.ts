import type { FieldValues } from '../sockets/definition.ts'
import { severalOf } from '../sockets/definition.ts'
import type { Ports } from '../sockets/ports.ts'
import { restocks } from '../sockets/restock.ts'
import type { Api } from './api.ts'
import { CANCELLED } from './facts.ts'
import type { fields } from './fields.ts'
import { type SkuSource, toSkuSource } from './sku-source.ts'

export interface Settings {
  readonly source: SkuSource
  readonly completedStates: readonly string[]
  readonly cancelledStates: readonly string[]
  readonly restocks: boolean
  /** Orders that would cost something else there wait for the seller. */
  readonly holdsDifferences: boolean
  readonly paymentMethod: string
  readonly writesBuyerMail: boolean
}

/** What all of the connector's work is done with. */
export interface Desk {
  readonly api: Api
  readonly ports: Ports
  readonly settings: Settings
}

type Values = Omit<FieldValues<typeof fields>, 'apiKey' | 'apiSecret' | 'cluster' | 'baseUrl'>

export const toSettings = (values: Values, skuSource: string): Settings => ({
  source: toSkuSource(skuSource),
  completedStates: severalOf(values.completedStates),
  cancelledStates: [CANCELLED, ...severalOf(values.cancelledStates)],
  restocks: restocks(values.restock),
  holdsDifferences: values.priceDifference === 'hold',
  paymentMethod: values.paymentMethod.trim(),
  writesBuyerMail: values.buyerMail === 'buyer',
})
