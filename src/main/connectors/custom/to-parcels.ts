import type { Parcel } from '../../domain/parcel.ts'
import { unitsOf } from './amounts.ts'
import { type Item, neededOf, oneValueOf, type Source, unreadable, valuesOf } from './item.ts'
import type { LinesMap, ParcelMap, StateMap } from './maps.ts'
import type { Template } from './template.ts'

type Words = Pick<Template, 'carriers'>

/** The parcels that one item tells of: a list within it, or numbers beside each other. */
export const parcelsOf = (item: Item, map: StateMap, words: Words, source: Source): readonly Parcel[] => {
  const { parcels } = map
  if (parcels === undefined) return numbered(item, map, contentsOf(item, map, source), words, source)
  return item.inside(parcels.items).flatMap((parcel) => {
    const contents = linesOf(parcel, parcels.map.lines, source) ?? []
    return numbered(parcel, parcels.map, contents, words, source)
  })
}

/** The lines of a list within the item; null where the template names none. */
export const linesOf = (item: Item, lines: LinesMap | undefined, source: Source): Parcel['contents'] | null =>
  lines === undefined ? null : item.inside(lines.items).map((line) => contentOf(line, lines.map, source))

const contentOf = (line: Item, map: LinesMap['map'], source: Source): Parcel['contents'][number] => ({
  sku: neededOf(line, map.sku, 'sku', source),
  quantity: unitsOf(neededOf(line, map.quantity, 'quantity', source), line, source),
})

/** What a row of its own for each line says of the parcel. */
const contentsOf = (item: Item, { sku, quantity }: StateMap, source: Source): Parcel['contents'] => {
  if (sku === undefined) return []
  const found = oneValueOf(item, sku, 'sku', source)
  if (found === null) return []
  const units = quantity === undefined ? '1' : neededOf(item, quantity, 'quantity', source)
  return [{ sku: found, quantity: unitsOf(units, item, source) }]
}

/** A carrier without a number is no parcel yet. One carrier may stand for all numbers; any other count is a doubt. */
const numbered = (
  item: Item,
  map: ParcelMap,
  contents: Parcel['contents'],
  words: Words,
  source: Source,
): readonly Parcel[] => {
  const numbers = valuesOf(item, map.trackingNumber)
  const carriers = valuesOf(item, map.carrier)
  const urls = valuesOf(item, map.trackingUrl)
  const count = Math.max(numbers.length, urls.length)
  const fits = [1, count].includes(carriers.length) || carriers.length === 0
  if (count > 0 && (!fits || (urls.length > 0 && numbers.length > 0 && urls.length !== numbers.length)))
    throw unreadable(
      source,
      `${item.place}: which carrier and link belong to which number cannot be told; use “parcels”`,
    )
  return Array.from({ length: count }, (_, at) => ({
    carrierName: carrierOf(carriers[carriers.length === 1 ? 0 : at], words),
    carrierCode: null,
    trackingNumber: numbers[at] ?? null,
    trackingUrl: urls[at] ?? null,
    contents,
  }))
}

const carrierOf = (word: string | undefined, { carriers }: Words): string | null => {
  if (word === undefined) return null
  const known = Object.entries(carriers).find(([theirs]) => plain(theirs) === plain(word))
  return known?.[1] ?? word
}

const plain = (word: string): string => word.trim().toLowerCase()
