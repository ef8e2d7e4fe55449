import type { Reply } from '../wire.ts'
import { ApiError, json } from './replies.ts'
import type { Shop } from './shop.ts'

interface Listed<T> {
  readonly key: string
  readonly rows: readonly T[]
  readonly view: (row: T) => Readonly<Record<string, unknown>>
  /** Filters of this list alone. */
  readonly filters?: Readonly<Record<string, (row: T, value: string) => boolean>>
}

interface Row {
  readonly id: number
  readonly createdAt?: number
  readonly updatedAt?: number
}

const OWN = [
  'page',
  'limit',
  'fields',
  'since_id',
  'created_at_min',
  'created_at_max',
  'updated_at_min',
  'updated_at_max',
]

/** A list, newest first unless asked from an id on, or only how long it is (lightspeed.md 1). */
export const answerList = <T extends Row>(
  shop: Shop,
  query: URLSearchParams,
  isCount: boolean,
  { key, rows, view, filters = {} }: Listed<T>,
): Reply => {
  const isWithin = within(query)
  const chosen = rows.filter(
    (row) =>
      isWithin(row) &&
      [...query].every(([name, value]) => shop.habits.ignoresFilters || (filters[name]?.(row, value) ?? true)),
  )
  const unknown = [...query.keys()].find((name) => !OWN.includes(name) && !(name in filters))
  if (unknown !== undefined) throw new ApiError(400, `Unknown parameter ${unknown}.`)
  if (isCount) return json(200, { count: chosen.length })
  const sorted = chosen.toSorted((one, other) => (query.has('since_id') ? one.id - other.id : other.id - one.id))
  const size = Math.min(number(query, 'limit', 50), shop.habits.pageSize)
  const page = number(query, 'page', 1)
  const shown = sorted.slice((page - 1) * size, page * size)
  const whole = shop.habits.dropsRows ? shown.slice(0, -1) : shown
  return json(200, { [key]: whole.map((row) => only(view(row), query.get('fields'))) })
}

const number = (query: URLSearchParams, name: string, usual: number): number => {
  const text = query.get(name) ?? String(usual)
  if (!/^[1-9]\d*$/.test(text)) throw new ApiError(400, `${name} must be a positive number.`)
  return Number(text)
}

/** What the filters on time and id let through; a date that is none is refused, whatever the list holds. */
const within = (query: URLSearchParams): ((row: Row) => boolean) => {
  const at = (name: string): number | null => {
    const text = query.get(name)
    if (text === null) return null
    // An unencoded plus arrives as a blank (7, 9).
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(text))
      throw new ApiError(400, `${name} is not a date.`)
    return Date.parse(text)
  }
  const [since, until, changedSince, changedUntil] = OWN.slice(4).map(at)
  return ({ id, createdAt = 0, updatedAt = 0 }) =>
    id > Number(query.get('since_id') ?? 0) &&
    (since == null || seconds(createdAt) >= since) &&
    (until == null || seconds(createdAt) <= until) &&
    (changedSince == null || seconds(updatedAt) >= changedSince) &&
    (changedUntil == null || seconds(updatedAt) <= changedUntil)
}

/** Dates have no milliseconds there. */
const seconds = (at: number): number => Math.floor(at / 1000) * 1000

const only = (row: Readonly<Record<string, unknown>>, fields: string | null): Readonly<Record<string, unknown>> => {
  if (fields === null) return row
  const wanted = fields.split(',')
  return Object.fromEntries(Object.entries(row).filter(([name]) => wanted.includes(name)))
}
