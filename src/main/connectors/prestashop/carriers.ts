import { z } from 'zod'
import { type DeliveryMethod, rolesOfTitle } from '../../domain/delivery-mode.ts'
import type { Api } from './api.ts'
import { Flag, Reference, Whole, Words } from './shapes.ts'

const Carrier = z.object({
  id: Whole,
  id_reference: Whole,
  id_tax_rules_group: Reference.optional(),
  name: Words,
  active: Flag,
  deleted: Flag,
  is_free: Flag,
  url: Words.optional(),
})
export type Carrier = z.infer<typeof Carrier>

/** All of them, deleted ones too: an edited carrier gets a new id, and older orders keep the old one (prestashop.md 3.2). */
export const listCarriers = (api: Api, language: number): Promise<readonly Carrier[]> =>
  api.list('carriers', { language }, Carrier)

const isInUse = ({ active, deleted }: Carrier): boolean => active && !deleted

/** A method is known by `id_reference`, which outlives every edit of the carrier. */
export const toMethods = (carriers: readonly Carrier[], shopName: string): readonly DeliveryMethod[] =>
  carriers.filter(isInUse).map(({ id_reference, name }) => ({
    id: String(id_reference),
    title: nameOf(name, shopName),
    // A carrier called “0” stands for the shop itself: the buyer fetches the parcel.
    serves: name === '0' ? [] : rolesOfTitle(name),
  }))

export const nameOf = (name: string, shopName: string): string => (name === '0' ? shopName : name)

/** Who shall stand in the order, and who stands in its cart; they differ when the first has a price of its own. */
export interface CarrierChoice {
  readonly carrier: Carrier
  readonly cartCarrier: Carrier
}

/**
 * The carrier of a method; of none, or of one that is not there any more, the shop's standard. A cart needs a free one: the price of any other
 * cannot be known before the order is made (2.2 "Shipping price"). Null: the shop has no carrier at all.
 */
export const chooseCarrier = (carriers: readonly Carrier[], methodId: string | null): CarrierChoice | null => {
  const inUse = carriers.filter(isInUse)
  const free = inUse.filter(({ is_free }) => is_free)
  const isStandard = ({ name }: Carrier): boolean => name !== '0' && rolesOfTitle(name).includes('standard')
  const carrier =
    inUse.find(({ id_reference }) => String(id_reference) === methodId) ??
    free.find(isStandard) ??
    inUse.find(isStandard) ??
    inUse[0]
  if (carrier === undefined) return null
  const cartCarrier = carrier.is_free ? carrier : (free.find(({ name }) => name !== '0') ?? free[0] ?? carrier)
  return { carrier, cartCarrier }
}

export const hasFreeCarrier = (carriers: readonly Carrier[]): boolean =>
  carriers.some((carrier) => isInUse(carrier) && carrier.is_free)
