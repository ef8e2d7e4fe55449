import type { Item, Source } from './item.ts'
import { unreadable } from './item.ts'
import { type Json, walkJson } from './walk-json.ts'

/** The items at a path of a document; an object there is one item. Nothing there is a fault: an empty list looks otherwise. */
export const readJsonItems = (text: string, path: string, source: Source): readonly Item[] => {
  const found = walkJson(parseJson(text, source), path.replace(/\[\*\]$/, ''), source)
  if (found.length === 0) throw unreadable(source, `there is nothing at ${path}`)
  return itemsOf(found, path, source)
}

/** An object on each line. */
export const readJsonLines = (text: string, source: Source): readonly Item[] =>
  text
    .split(/\r?\n/)
    .map((line, at) => ({ line, place: `row ${at + 1}` }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, place }) => toItem(parseJson(line, { ...source, what: `${source.what}, ${place}` }), place, source))

const itemsOf = (found: readonly Json[], path: string, source: Source): readonly Item[] =>
  found.flatMap((one) => (Array.isArray(one) ? one : [one])).map((one, at) => toItem(one, `${path}[${at}]`, source))

const toItem = (value: Json, place: string, source: Source): Item => {
  if (value === null || typeof value !== 'object') throw unreadable(source, `${place} is no object`)
  return {
    place,
    texts: (path) =>
      walkJson(value, path, source).flatMap((one) => {
        if (one === null) return []
        if (typeof one === 'object') throw unreadable(source, `${place} holds no text at “${path}”`)
        return [String(one)]
      }),
    inside: (path) =>
      itemsOf(
        walkJson(value, path, source).filter((one) => one !== null),
        `${place}.${path}`,
        source,
      ),
    raw: JSON.stringify(value),
  }
}

/** Numbers stay as they were written, so that a long id keeps its last digits and `14.90` its nought. */
const parseJson = (text: string, source: Source): Json => {
  try {
    return JSON.parse(text, (_, value: unknown, context?: { readonly source?: string }) =>
      typeof value === 'number' ? asWritten(value, context?.source) : value,
    )
  } catch {
    // The parser's own message quotes the text, and with it a buyer.
    throw unreadable(source, text.trim() === '' ? 'it is empty' : 'it is not JSON')
  }
}

/** Node 20 does not tell how a number was written. */
const asWritten = (value: number, written: string | undefined): string => {
  if (written === undefined && Number.isInteger(value) && !Number.isSafeInteger(value)) throw new RangeError('too long')
  return written ?? String(value)
}
