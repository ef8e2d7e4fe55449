import { dateAs } from './date-as.ts'
import type { Template } from './template.ts'

/** Tables that `map` looks into. */
export type Tables = Pick<Template, 'carriers' | 'methods'>

/** What a placeholder stands for on its way through its filters. */
export type Filtered = string | readonly string[]

/** A value does not fit its filter; the message names neither the value nor its owner. */
export class DoesNotFit extends Error {
  override readonly name = 'DoesNotFit'
}

interface Filter {
  /** How many arguments it wants, at least and at most. */
  readonly wants: readonly [number, number]
  /** Says what is wrong with its arguments, or null. */
  readonly refuse?: (args: readonly string[]) => string | null
  readonly apply: (value: string, args: readonly string[], tables: Tables) => string
}

/** Each works on one text; `join` makes one of a list, and any other works on each of its members. */
export const FILTERS: Readonly<Record<string, Filter>> = {
  upper: { wants: [0, 0], apply: (value) => value.toUpperCase() },
  lower: { wants: [0, 0], apply: (value) => value.toLowerCase() },
  trim: { wants: [0, 0], apply: (value) => value.trim() },
  max: {
    wants: [1, 1],
    refuse: notACount,
    apply: (value, [most]) => Array.from(value).slice(0, Number(most)).join(''),
  },
  ascii: { wants: [0, 0], apply: (value) => toAscii(value) },
  url: { wants: [0, 0], apply: (value) => encodeURIComponent(value.toWellFormed()) },
  default: { wants: [1, 1], apply: (value, [instead = '']) => (value === '' ? instead : value) },
  iso: { wants: [0, 0], apply: (value) => dateAs(value, "yyyy-MM-dd'T'HH:mm:ss'Z'", 'UTC') },
  date: {
    wants: [1, 2],
    refuse: notADate,
    apply: (value, [pattern = '', zone = 'UTC']) => (value === '' ? '' : dateAs(value, pattern, zone)),
  },
  cents: { wants: [0, 0], apply: (value) => centsOf(value) },
  number: { wants: [0, 0], apply: (value) => numberOf(value) },
  map: {
    wants: [1, 1],
    refuse: ([table = '']) => (table in TABLES ? null : `there is no table “${table}”`),
    apply: (value, [table = ''], tables) => TABLES[table]?.(value, tables) ?? value,
  },
  join: { wants: [1, 1], apply: (value) => value },
}

export const applyFilter = (
  value: Filtered,
  { name, args }: { readonly name: string; readonly args: readonly string[] },
  tables: Tables,
): Filtered => {
  const filter = FILTERS[name]
  if (filter === undefined) throw new DoesNotFit(`there is no filter “${name}”`)
  if (typeof value === 'string') return filter.apply(value, args, tables)
  return name === 'join' ? value.join(args[0]) : value.map((one) => filter.apply(one, args, tables))
}

const TABLES: Readonly<Record<string, (value: string, tables: Tables) => string | undefined>> = {
  methods: (value, { methods }) => methods.find(({ id }) => id === value)?.title,
  carrier: (value, { carriers }) => carriers[value],
}

/** Letters that are no base letter with a mark. */
const WRITTEN_OUT: Readonly<Record<string, string>> = {
  ...{ Æ: 'AE', æ: 'ae', Œ: 'OE', œ: 'oe', ß: 'ss', ẞ: 'SS', Ø: 'O', ø: 'o', Ð: 'D', ð: 'd', Þ: 'Th', þ: 'th' },
  ...{ Ł: 'L', ł: 'l', Đ: 'D', đ: 'd', ı: 'i', '’': "'", '‘': "'", '“': '"', '”': '"', '–': '-', '—': '-', '€': 'EUR' },
}

const toAscii = (text: string): string =>
  Array.from(text, (character) => WRITTEN_OUT[character] ?? character)
    .join('')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\n\r\t -~]/gu, '?')

const centsOf = (value: string): string => {
  const [, sign, units, cents] = /^(-?)(\d+)\.(\d\d)$/.exec(value) ?? []
  if (units === undefined) throw new DoesNotFit('cents wants an amount')
  return `${sign}${units}${cents}`.replace(/^(-?)0+(?=\d)/, '$1')
}

const numberOf = (value: string): string => {
  if (value !== '' && !/^-?(0|[1-9]\d{0,14})(\.\d{1,6})?$/.test(value)) throw new DoesNotFit('number wants a number')
  return value
}

function notACount([count = '']: readonly string[]): string | null {
  return /^[1-9]\d{0,5}$/.test(count) ? null : 'max wants a whole number'
}

function notADate([pattern = '', zone = 'UTC']: readonly string[]): string | null {
  try {
    dateAs('2026-03-04T09:00:00Z', pattern, zone)
    return null
  } catch {
    return 'the date is written with yyyy, yy, MM, dd, HH, mm and ss, in a time zone such as Europe/Paris'
  }
}
