import type { Parcel } from '../../domain/parcel.ts'
import type { StateWord, Template } from './template.ts'

/** An order as the other side tells of it, its words not yet weighed. */
export interface OrderThere {
  readonly remoteId: string | null
  readonly ref: string | null
  readonly number: string | null
  readonly url: string | null
  /** In its own words. */
  readonly state: string
  readonly totalCents: number | null
  readonly postcode: string | null
  readonly parcels: readonly Parcel[]
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[] | null
}

/** What a word of theirs means; null: nobody said. Compared without case and blanks around it. */
export const stateOf = ({ states }: Pick<Template, 'states'>, word: string): StateWord | null => {
  const bare = plain(word)
  const known = Object.entries(states).find(([theirs]) => plain(theirs) === bare)
  return known === undefined ? null : known[1]
}

const plain = (word: string): string => word.trim().toLowerCase()
