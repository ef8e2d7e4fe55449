import { Fault } from '../../domain/fault.ts'
import type { From } from './formats.ts'

/** A row, an object or an element of what came in. */
export interface Item {
  /** Where it stands, for whoever looks for it: `row 3`, `$.items[2]`. */
  readonly place: string
  /** Every text at a path within it, exactly as it came; none where nothing is. Throws a `Fault` unreadable for what is no text. */
  texts(path: string): readonly string[]
  /** The items of a list within it; none where nothing is. */
  inside(path: string): readonly Item[]
  /** Its parts under their own names, for the preview. */
  readonly raw: string
}

/** Whom a text came from, and what it is: `Shop X, shipments.csv`. */
export interface Source {
  readonly side: string
  readonly what: string
}

/** What came cannot be trusted; the place is named, never the value. */
export const unreadable = ({ side, what }: Source, why: string): Fault =>
  new Fault('unreadable', `${side}, ${what}: ${why}.`, { side })

/** The values of one of our fields in an item, trimmed; those that are empty left out. */
export const valuesOf = (item: Item, from: From | undefined): readonly string[] => {
  if (from === undefined) return []
  if (typeof from !== 'string') return [from.always]
  return item
    .texts(from)
    .map((text) => text.trim())
    .filter((text) => text !== '')
}

/** Null when there is none; two that differ are a doubt. */
export const oneValueOf = (item: Item, from: From | undefined, field: string, source: Source): string | null => {
  const values = new Set(valuesOf(item, from))
  if (values.size > 1) throw unreadable(source, `${item.place} has several values for “${field}”`)
  const [value] = values
  return value ?? null
}

/** A field without which the item says nothing. */
export const neededOf = (item: Item, from: From, field: string, source: Source): string => {
  const value = oneValueOf(item, from, field, source)
  if (value === null) throw unreadable(source, `${item.place} has nothing for “${field}”`)
  return value
}
