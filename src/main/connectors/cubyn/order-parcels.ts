import type { ParcelContent } from '../../domain/parcel.ts'
import type { OfficeOrder, OfficeProgress } from '../sockets/back-office.ts'
import { notNamed } from './lists.ts'
import type { Names } from './names.ts'
import { byAge, type CubynParcel } from './parcel.ts'
import type { Statuses } from './statuses.ts'
import { toSocketParcel } from './tracking.ts'

/** An order at Cubyn: the parcel it was created as, and those that were added to it there. */
export interface OrderParcels {
  readonly main: CubynParcel
  readonly further: readonly CubynParcel[]
}

/**
 * The orders among parcels of one reference: a duplicate is a further parcel of the oldest of them, and not a second order; where the first
 * parcel is not there any more, the oldest duplicate stands for the order. Anything else under the reference is an order doubled.
 */
export const ordersAmong = (parcels: readonly CubynParcel[]): readonly OrderParcels[] => {
  const sorted = [...new Map(parcels.map((parcel) => [parcel.id, parcel])).values()].toSorted(byAge)
  const mains = sorted.filter(({ isDuplicate }) => !isDuplicate)
  const [first = sorted[0], ...others] = mains
  if (first === undefined) return []
  const further = sorted.filter((parcel) => parcel.isDuplicate && parcel !== first)
  return [{ main: first, further }, ...others.map((main) => ({ main, further: [] }))]
}

/** What the parcels of an account mean; `stateOf` knows an answer to every status. */
export interface Meaning {
  readonly side: string
  readonly names: Names
  stateOf(parcel: CubynParcel): 'open' | 'left' | 'cancelled'
  readonly statuses: Pick<Statuses, 'noteOf' | 'incidentOf'>
}

/** How an order gets on. A part of it has left as long as another of its parcels has not, where each says what is in it. */
export const toProgress = ({ main, further }: OrderParcels, { names, stateOf, statuses }: Meaning): OfficeProgress => {
  const live = [main, ...further].filter((parcel) => stateOf(parcel) !== 'cancelled')
  const [oldest] = live
  if (oldest === undefined) return { state: 'cancelled', parcels: [], lines: null }
  const left = live.filter((parcel) => stateOf(parcel) === 'left')
  const notes = live.map(statuses.noteOf).filter((note) => note !== null)
  const incidents = live.map(statuses.incidentOf).filter((incident) => incident !== null)
  const counted = left.every(({ items }) => items !== null) ? live : [oldest]
  return {
    state: counted.every((parcel) => left.includes(parcel)) ? 'completed' : 'open',
    parcels: left.map((parcel) => toSocketParcel(parcel, names)),
    // A duplicate that replaces a lost parcel counts its units again: too many are never missed, too few would be.
    lines: sumOf(live),
    ...(notes.length === 0 ? {} : { notes }),
    ...(incidents.length === 0 ? {} : { incident: incidents.join(' ') }),
  }
}

/** The same for a look-up, which must know what was really created. */
export const toOfficeOrder = (order: OrderParcels, reference: string, meaning: Meaning): OfficeOrder => {
  const { main, further } = order
  const parts = further.filter((parcel) => meaning.stateOf(parcel) !== 'cancelled' && !isSame(parcel, main))
  const lines = sumOf([main, ...parts])
  if (lines === null) throw notNamed(meaning.side, 'the goods of a parcel', main.row)
  return {
    ...{ backOfficeRef: main.id, reference, number: main.id },
    // Nobody knows the address of a parcel's page.
    url: null,
    state: toProgress(order, meaning).state,
    // The warehouse ships, the shop invoices: no prices are kept (cubyn.md 2).
    totalCents: null,
    ...{ lines, postcode: main.postcode },
  }
}

const sumOf = (parcels: readonly CubynParcel[]): readonly ParcelContent[] | null => {
  const units = new Map<string, number>()
  for (const { items } of parcels) {
    if (items === null) return null
    for (const { sku, quantity } of items) units.set(sku, (units.get(sku) ?? 0) + quantity)
  }
  return [...units].map(([sku, quantity]) => ({ sku, quantity }))
}

const isSame = (one: CubynParcel, other: CubynParcel): boolean => listed(one) === listed(other)
const listed = ({ items }: CubynParcel): string =>
  JSON.stringify((items ?? []).map(({ sku, quantity }) => [sku, quantity]).toSorted())
