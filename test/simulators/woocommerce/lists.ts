import type { Reply } from '../wire.ts'
import { invalidParam, json } from './errors.ts'
import type { Shop } from './shop.ts'

interface Row {
  readonly id: number
}

/** One page of a list, with the headers WordPress counts in (woocommerce.md 1.4). Ids decide about the order unless dates are asked for. */
export const listReply = <R extends Row>(
  shop: Shop,
  query: URLSearchParams,
  rows: readonly R[],
  render: (row: R) => Readonly<Record<string, unknown>>,
  orderings: readonly string[] = ['date', 'id', 'include', 'title', 'slug', 'modified'],
): Reply => {
  const perPage = wholeNumber(query, 'per_page', 10, 100)
  const page = wholeNumber(query, 'page', 1, Number.MAX_SAFE_INTEGER)
  const orderby = query.get('orderby') ?? 'date'
  if (!orderings.includes(orderby)) throw invalidParam('orderby', `orderby is not one of ${orderings.join(', ')}.`)
  const order = query.get('order') ?? 'desc'
  if (order !== 'asc' && order !== 'desc') throw invalidParam('order', 'order is not one of asc, desc.')
  // Everything is created one after the other: dates and ids sort alike.
  const sorted = rows.toSorted((one, other) => (order === 'asc' ? one.id - other.id : other.id - one.id))
  const from = (page - 1) * perPage
  const onPage = sorted.slice(from, from + perPage)
  const shown = shop.dropsRows ? onPage.slice(0, -1) : onPage
  const counts = { 'x-wp-total': String(rows.length), 'x-wp-totalpages': String(Math.ceil(rows.length / perPage)) }
  const headers: Readonly<Record<string, string>> = shop.options.hidesTotals ? {} : counts
  return json(
    200,
    shown.map((row) => trimmed(query, render(row))),
    headers,
  )
}

const wholeNumber = (query: URLSearchParams, name: string, fallback: number, most: number): number => {
  const text = query.get(name)
  if (text === null) return fallback
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1 || value > most) {
    throw invalidParam(name, `${name} must be between 1 (inclusive) and ${most} (inclusive)`)
  }
  return value
}

/** `_fields`, first level and one below. */
export const trimmed = (
  query: URLSearchParams,
  whole: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => {
  const wanted = query
    .get('_fields')
    ?.split(',')
    .map((field) => field.split('.')[0])
  return wanted === undefined
    ? whole
    : Object.fromEntries(Object.entries(whole).filter(([name]) => wanted.includes(name)))
}

/** A list of ids; null where the filter is empty or absent, which is no filter at all (pitfall 13). */
export const idsIn = (query: URLSearchParams, name: string): ReadonlySet<number> | null => {
  const text = query.get(name)
  if (text === null || text === '') return null
  const ids = text.split(',').map((part) => Number(part.trim()))
  if (ids.some((id) => !Number.isInteger(id))) throw invalidParam(name, `${name}[0] is not of type integer.`)
  return new Set(ids)
}

/** A moment of a filter: shop time unless `dates_are_gmt` or its own zone says otherwise (woocommerce.md 3.1). */
export const momentIn = (shop: Shop, query: URLSearchParams, name: string): number | null => {
  const text = query.get(name)
  if (text === null) return null
  const [, bare, zone] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(Z|[+-]\d\d:\d\d)?$/.exec(text) ?? []
  if (bare === undefined) throw invalidParam(name, 'Invalid date.')
  if (zone !== undefined) return Date.parse(text)
  const ahead = query.get('dates_are_gmt') === 'true' ? 0 : shop.options.gmtOffset * 3_600_000
  return Date.parse(`${bare}Z`) - ahead
}

export const gmt = (at: number): string => new Date(at).toISOString().slice(0, 19)
export const local = (shop: Shop, at: number): string => gmt(at + shop.options.gmtOffset * 3_600_000)
