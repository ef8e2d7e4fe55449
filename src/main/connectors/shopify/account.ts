import { severalOf } from '../sockets/definition.ts'
import { restocks } from '../sockets/restock.ts'

/** The form, read. */
export interface Account {
  readonly shopUrl: URL
  readonly clientId: string
  readonly clientSecret: string
  /** Of an app that was made in the admin; empty where client id and secret are given. */
  readonly accessToken: string
  /** Ids of locations; none means all. */
  readonly locations: readonly string[]
  readonly completedStates: readonly string[]
  readonly cancelledStates: readonly string[]
  readonly restock: boolean
  readonly vatTags: readonly string[]
}

export const toAccount = (
  values: {
    readonly [K in keyof Account as K extends 'vatTags' ? 'vatTag' : K]: string
  },
): Account => ({
  shopUrl: new URL(values.shopUrl),
  clientId: values.clientId,
  clientSecret: values.clientSecret,
  accessToken: values.accessToken,
  locations: severalOf(values.locations),
  completedStates: severalOf(values.completedStates),
  cancelledStates: severalOf(values.cancelledStates),
  restock: restocks(values.restock),
  vatTags: severalOf(values.vatTag),
})
