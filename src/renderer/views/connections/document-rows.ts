import type { DocumentTableView } from '../../../preload/contract/shapes.ts'
import { type Entry, entriesOf, isJson, type Place, placeAt } from './json-text.ts'

/** A line of a table: their word and ours. `raw` is how it is written; without it, it is new. */
export interface Row {
  readonly theirs: string
  readonly ours: string
  /** Something else than a text stands there: shown, and left alone. */
  readonly fixed?: true
  readonly raw?: string
}

export type TableShape = Pick<DocumentTableView, 'at' | 'rows' | 'mayBegin'>

/** What has yet to be answered by whoever built the outside. */
export const OPEN_ANSWER = '?'
export const isOpen = (word: string): boolean => word === '' || word === OPEN_ANSWER

const pathOf = ({ at }: TableShape): readonly string[] => at.split('.')

/** The rows of a table as a document has them; null: it does not have the table, or is no JSON. */
export const readRows = (text: string, table: TableShape): readonly Row[] | null => {
  if (!isJson(text)) return null
  const place = placeAt(text, pathOf(table))
  if (place === null) return table.mayBegin && placeAt(text, pathOf(table).slice(0, -1)) !== null ? [] : null
  const isList = typeof table.rows === 'object'
  if (text[place.from] !== (isList ? '[' : '{')) return null
  return entriesOf(text, place).map((entry) => rowOf(text, entry, table))
}

const rowOf = (text: string, entry: Entry, { rows }: TableShape): Row => {
  const raw = text.slice(entry.from, entry.to)
  const value: unknown = JSON.parse(raw)
  if (typeof rows === 'object') {
    const [theirs, ours] = [memberOf(value, rows.theirs), memberOf(value, rows.ours)]
    return typeof theirs === 'string' && typeof ours === 'string'
      ? { theirs, ours, raw }
      : { theirs: typeof theirs === 'string' ? theirs : raw, ours: raw, fixed: true, raw }
  }
  const isText = typeof value === 'string'
  const word = isText ? value : raw
  return {
    ...(rows === 'theirs-first' ? { theirs: entry.key, ours: word } : { theirs: word, ours: entry.key }),
    ...(!isText && { fixed: true as const }),
    raw,
  }
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined

/** The document with these rows; nothing else of its text changes. */
export const writeRows = (text: string, table: TableShape, rows: readonly Row[]): string => {
  const path = pathOf(table)
  const place = placeAt(text, path)
  if (place !== null) return put(text, place, written(rows, table, indentAt(text, place.from)))
  const parent = placeAt(text, path.slice(0, -1))
  return parent === null ? text : begin(text, parent, path.at(-1) ?? '', rows, table)
}

const put = (text: string, { from, to }: Place, value: string): string => text.slice(0, from) + value + text.slice(to)

/** The first row of a table the document did not have yet. */
const begin = (text: string, parent: Place, name: string, rows: readonly Row[], table: TableShape): string => {
  const indent = indentAt(text, parent.from)
  const member = `${indent}  ${JSON.stringify(name)}: ${written(rows, table, `${indent}  `)}`
  const last = entriesOf(text, parent).at(-1)
  if (last === undefined) return put(text, parent, `{\n${member}\n${indent}}`)
  return put(text, { from: last.to, to: last.to }, `,\n${member}`)
}

/** The blanks at the beginning of the line. */
const indentAt = (text: string, at: number): string =>
  /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))?.[0] ?? ''

const written = (rows: readonly Row[], table: TableShape, indent: string): string => {
  const [open, close] = typeof table.rows === 'object' ? ['[', ']'] : ['{', '}']
  if (rows.length === 0) return open + close
  const lines = rows.map((row) => `${indent}  ${lineOf(row, table)}`)
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`
}

const lineOf = ({ theirs, ours, fixed, raw }: Row, { rows }: TableShape): string => {
  if (typeof rows === 'object') {
    if (raw === undefined)
      return `{ ${JSON.stringify(rows.theirs)}: ${JSON.stringify(theirs)}, ${JSON.stringify(rows.ours)}: ${JSON.stringify(ours)} }`
    if (fixed) return raw
    const item: unknown = JSON.parse(raw)
    if (memberOf(item, rows.theirs) === theirs && memberOf(item, rows.ours) === ours) return raw
    return spaced({ ...(item as object), [rows.theirs]: theirs, [rows.ours]: ours }) // a row that is not fixed is an object
  }
  const [key, value] = rows === 'theirs-first' ? [theirs, ours] : [ours, theirs]
  return `${JSON.stringify(key)}: ${fixed && raw !== undefined ? raw : JSON.stringify(value)}`
}

/** An object on one line, as a person writes it. */
const spaced = (item: object): string =>
  `{ ${Object.entries(item)
    .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(', ')} }`
