import type { Parcel } from '../../domain/parcel.ts'
import { centsOf } from './amounts.ts'
import type { Decimal } from './formats.ts'
import { type Item, neededOf, oneValueOf, type Source, unreadable } from './item.ts'
import type { StateMap } from './maps.ts'
import { leastAdvanced } from './order-states.ts'
import type { OrderThere } from './order-there.ts'
import type { Template } from './template.ts'
import { linesOf, parcelsOf } from './to-parcels.ts'

/** What is needed to understand an item beside its map. */
export interface Reading {
  readonly source: Source
  readonly words: Pick<Template, 'carriers' | 'states'>
  readonly decimal?: Decimal
}

/** The orders that items tell of, in their order; several rows of one order are one, and a row that came twice came once. */
export const toOrdersThere = (items: readonly Item[], map: StateMap, reading: Reading): readonly OrderThere[] => {
  const orders = new Map<string, OrderThere[]>()
  for (const item of new Map(items.map((one) => [one.raw, one])).values()) {
    const one = toOrderThere(item, map, reading)
    const key = one.remoteId === null ? `ref:${one.ref}` : `id:${one.remoteId}`
    orders.set(key, [...(orders.get(key) ?? []), one])
  }
  return Array.from(orders.values(), (rows) => together(rows, map, reading))
}

const toOrderThere = (item: Item, map: StateMap, { source, words, decimal = '.' }: Reading): OrderThere => {
  const remoteId = oneValueOf(item, map.remoteId, 'remoteId', source)
  const ref = oneValueOf(item, map.ref, 'ref', source)
  if (remoteId === null && ref === null) throw unreadable(source, `${item.place} does not say which order it is about`)
  const total = oneValueOf(item, map.total, 'total', source)
  return {
    remoteId,
    ref,
    number: oneValueOf(item, map.number, 'number', source),
    url: oneValueOf(item, map.url, 'url', source),
    state: neededOf(item, map.state, 'state', source),
    totalCents: total === null ? null : centsOf(total, decimal, item, source),
    postcode: oneValueOf(item, map.postcode, 'postcode', source),
    parcels: parcelsOf(item, map, words, source),
    lines: linesOf(item, map.lines, source),
  }
}

/**
 * Rows for each line of an order say how far that line is, so that the one furthest behind counts; other rows tell what happened one after
 * the other, so that the last one does.
 */
const together = (rows: readonly OrderThere[], { sku }: StateMap, { words }: Reading): OrderThere => {
  const [first] = rows
  const last = rows.at(-1)
  if (first === undefined || last === undefined) throw new RangeError('an order of no rows')
  const told = <K extends keyof OrderThere>(name: K): OrderThere[K] =>
    rows.findLast((row) => row[name] !== null)?.[name] ?? last[name]
  return {
    remoteId: first.remoteId,
    ref: told('ref'),
    number: told('number'),
    url: told('url'),
    state: sku === undefined ? last.state : leastAdvanced(rows, words),
    totalCents: told('totalCents'),
    postcode: told('postcode'),
    parcels: joined(rows.flatMap(({ parcels }) => parcels)),
    lines: told('lines'),
  }
}

/** Rows with the same number are one parcel; one row that does not tell what is inside makes it unknown. */
const joined = (parcels: readonly Parcel[]): readonly Parcel[] => {
  const byNumber = new Map<string, Parcel>()
  for (const parcel of parcels) {
    const key = parcel.trackingNumber ?? parcel.trackingUrl ?? ''
    const known = byNumber.get(key)
    const isUntold = known !== undefined && (known.contents.length === 0 || parcel.contents.length === 0)
    byNumber.set(key, {
      ...parcel,
      carrierName: parcel.carrierName ?? known?.carrierName ?? null,
      trackingUrl: parcel.trackingUrl ?? known?.trackingUrl ?? null,
      contents: isUntold ? [] : [...(known?.contents ?? []), ...parcel.contents],
    })
  }
  return Array.from(byNumber.values())
}
