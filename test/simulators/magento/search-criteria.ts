import { Refusal } from './refusal.ts'

interface Filter {
  readonly field: string
  readonly value: string
  readonly condition: string
}

export interface SearchOptions {
  /** 300 a page, 20 unless said. */
  readonly limitsInput: boolean
}

export interface Found<T> {
  readonly items: readonly T[]
  readonly total: number
}

/** A search as the database does it: groups all hold, of a group one filter; a page beyond the end is the last one. */
export const search = <T>(
  query: URLSearchParams,
  rows: readonly T[],
  /** Undefined for what is not a column. */
  column: (row: T, field: string) => string | number | null | undefined,
  { limitsInput }: SearchOptions,
): Found<T> => {
  const asked = read(query)
  if (limitsInput && (asked.pageSize ?? 0) > 300)
    throw new Refusal(400, 'Maximum SearchCriteria pageSize is %1', ['300'])
  const cellOf = (row: T, field: string): string | number | null => {
    const value = column(row, field)
    if (value === undefined) throw new Refusal(400, "Column not found: 1054 Unknown column '%1'", [field])
    return value
  }
  const groups = asked.groups.map((filters) => filters.map((filter) => [filter.field, predicate(filter)] as const))
  const found = rows.filter((row) =>
    groups.every((filters) => filters.some(([field, matches]) => matches(cellOf(row, field)))),
  )
  const { sort } = asked
  // Without an order the database gives them as it likes.
  const sorted = sort.length === 0 ? found.toReversed() : found.toSorted(byAll(sort, cellOf))
  const size = asked.pageSize ?? (limitsInput ? 20 : Math.max(found.length, 1))
  const last = Math.max(1, Math.ceil(found.length / size))
  const page = Math.min(asked.page, last)
  return { items: sorted.slice((page - 1) * size, page * size), total: found.length }
}

const byAll =
  <T>(sort: readonly (readonly [string, string])[], cellOf: (row: T, field: string) => string | number | null) =>
  (one: T, other: T): number => {
    for (const [field, direction] of sort) {
      const order = compare(cellOf(one, field), cellOf(other, field))
      if (order !== 0) return direction.toUpperCase() === 'DESC' ? -order : order
    }
    return 0
  }

const read = (query: URLSearchParams) => {
  const groups = new Map<string, Map<string, Record<string, string>>>()
  const sort = new Map<string, Record<string, string>>()
  let pageSize: number | null = null
  let page = 1
  for (const [name, value] of query) {
    const filter = /^searchCriteria\[(?:filter_groups|filterGroups)\]\[(\d+)\]\[filters\]\[(\d+)\]\[(\w+)\]$/.exec(name)
    const order = /^searchCriteria\[sortOrders\]\[(\d+)\]\[(\w+)\]$/.exec(name)
    if (filter !== null) {
      const [, group = '', at = '', part = ''] = filter
      const filters = groups.get(group) ?? new Map<string, Record<string, string>>()
      groups.set(group, filters.set(at, { ...filters.get(at), [part]: value }))
    } else if (order !== null) {
      const [, at = '', part = ''] = order
      sort.set(at, { ...sort.get(at), [part]: value })
    } else if (name === 'searchCriteria[pageSize]') pageSize = Number(value)
    else if (name === 'searchCriteria[currentPage]') page = Number(value)
    else if (name !== 'fields') throw new Refusal(400, 'Invalid search criteria: %1', [name])
  }
  return {
    groups: [...groups.values()].map((filters) =>
      [...filters.values()].map(
        ({ field = '', value = '', condition_type: condition = 'eq' }): Filter => ({ field, value, condition }),
      ),
    ),
    sort: [...sort.values()].map(({ field = '', direction = 'DESC' }) => [field, direction] as const),
    pageSize,
    page,
  }
}

/** As the usual collation compares: neither case nor blanks at the end count. */
const folded = (text: string): string => text.toLowerCase().trimEnd()

const compare = (one: Cell, other: Cell): number => {
  if (one === null || other === null) return Number(one !== null) - Number(other !== null)
  if (typeof one === 'number' || typeof other === 'number') return Number(one) - Number(other)
  const [first, second] = [folded(one), folded(other)]
  return first < second ? -1 : first > second ? 1 : 0
}

type Cell = string | number | null

/** A filter ready to be held against many rows. */
const predicate = ({ value, condition }: Filter): ((actual: Cell) => boolean) => {
  const wanted = value.split(',')
  const numbers = new Set(wanted.map(Number))
  const texts = new Set(wanted.map(folded))
  const isAmong = (actual: string | number): boolean =>
    typeof actual === 'number' ? numbers.has(actual) : texts.has(folded(actual))
  // Nothing compares with a value that is not there.
  const there =
    (test: (actual: string | number) => boolean) =>
    (actual: Cell): boolean =>
      actual !== null && test(actual)
  switch (condition) {
    case 'null':
      return (actual) => actual === null
    case 'notnull':
      return (actual) => actual !== null
    case 'eq':
      return there((actual) => compare(actual, value) === 0)
    case 'neq':
      return there((actual) => compare(actual, value) !== 0)
    case 'gt':
      return there((actual) => compare(actual, value) > 0)
    case 'gteq':
    case 'from':
    case 'moreq':
      return there((actual) => compare(actual, value) >= 0)
    case 'lt':
      return there((actual) => compare(actual, value) < 0)
    case 'lteq':
    case 'to':
      return there((actual) => compare(actual, value) <= 0)
    case 'in':
      return there(isAmong)
    case 'nin':
      return there((actual) => !isAmong(actual))
    case 'finset':
      return there((actual) => String(actual).split(',').includes(value))
    case 'like':
      return there((actual) => likePattern(value).test(String(actual)))
    default:
      throw new Refusal(400, 'Invalid condition type %1', [condition])
  }
}

const likePattern = (value: string): RegExp =>
  new RegExp(
    `^${value
      .replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
      .replaceAll('%', '.*')
      .replaceAll('_', '.')}$`,
    'is',
  )
