import type { Received, Reply } from '../wire.ts'
import { invalid, json, ShopError } from './errors.ts'
import type { Shop } from './state.ts'

const COMMON = ['start', 'size', 'orderby', 'expand']
const MOST = 250

/** What a query may hold is closed: there is no "changed since" (ccvshop.md 3). */
export const refuseUnknown = ({ url }: Received, filters: readonly string[]): void => {
  const unknown = [...url.searchParams.keys()].find((name) => ![...COMMON, ...filters].includes(name))
  if (unknown !== undefined) throw invalid(`The parameter ${unknown} is not known.`)
}

const numberIn = ({ url }: Received, name: string, usual: number): number => {
  const text = url.searchParams.get(name)
  if (text === null) return usual
  if (!/^\d{1,9}$/.test(text)) throw invalid(`The parameter ${name} is no number.`)
  return Number(text)
}

type Sorting<T> = Readonly<Record<string, (row: T) => number>>

/** A page of a list, with the address of the next. */
export const collection = <T>(
  shop: Shop,
  call: Received,
  rows: readonly T[],
  render: (row: T) => unknown,
  sorting: Sorting<T> = {},
): Reply => {
  const start = numberIn(call, 'start', 0)
  const size = Math.min(MOST, Math.max(1, numberIn(call, 'size', 100)))
  if (size > shop.largestPage) throw new ShopError(500, '500.80', 'The payload is too large.')
  const sorted = sort(rows, call.url.searchParams.get('orderby'), sorting)
  const items = sorted.slice(start, start + size)
  const next = start + size < sorted.length ? addressOf(shop, call, start + size, size) : null
  const previous = start > 0 ? addressOf(shop, call, Math.max(0, start - size), size) : null
  return json(200, { href: call.url.href, start, size, items: items.map(render), next, previous })
}

const sort = <T>(rows: readonly T[], orderby: string | null, sorting: Sorting<T>): readonly T[] => {
  if (orderby === null) return rows
  const [, by = '', direction] = /^(\w+)_(asc|desc)$/.exec(orderby) ?? []
  const value = sorting[by]
  if (value === undefined) throw invalid(`Lists are not sorted by ${orderby}.`)
  const sign = direction === 'asc' ? 1 : -1
  return rows.toSorted((one, other) => sign * (value(one) - value(other)))
}

const addressOf = (shop: Shop, { url }: Received, start: number, size: number): string => {
  const address = new URL(url)
  address.searchParams.set('start', String(start))
  address.searchParams.set('size', String(size))
  return shop.leadsTo === null ? address.href : `${shop.leadsTo}${address.pathname}${address.search}`
}

export const expands = (shop: Shop, { url }: Received, what: string): boolean =>
  shop.options.expands && (url.searchParams.get('expand') ?? '').split(',').includes(what)
