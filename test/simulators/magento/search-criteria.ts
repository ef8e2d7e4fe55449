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
  const found = rows.filter((row) =>
    asked.groups.every((filters) => filters.some((filter) => matches(cellOf(row, filter.field), filter))),
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

const compare = (one: string | number | null, other: string | number | null): number => {
  if (one === null || other === null) return Number(one !== null) - Number(other !== null)
  if (typeof one === 'number' || typeof other === 'number') return Number(one) - Number(other)
  const [first, second] = [folded(one), folded(other)]
  return first < second ? -1 : first > second ? 1 : 0
}

const matches = (actual: string | number | null, { value, condition }: Filter): boolean => {
  if (condition === 'null') return actual === null
  if (condition === 'notnull') return actual !== null
  // Nothing compares with a value that is not there.
  if (actual === null) return false
  const wanted = value.split(',')
  switch (condition) {
    case 'eq':
      return compare(actual, value) === 0
    case 'neq':
      return compare(actual, value) !== 0
    case 'gt':
      return compare(actual, value) > 0
    case 'gteq':
    case 'from':
    case 'moreq':
      return compare(actual, value) >= 0
    case 'lt':
      return compare(actual, value) < 0
    case 'lteq':
    case 'to':
      return compare(actual, value) <= 0
    case 'in':
      return wanted.some((one) => compare(actual, one) === 0)
    case 'nin':
      return !wanted.some((one) => compare(actual, one) === 0)
    case 'finset':
      return String(actual).split(',').includes(value)
    case 'like':
      return likePattern(value).test(String(actual))
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
