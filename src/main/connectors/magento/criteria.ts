import { IDS_AT_ONCE } from './facts.ts'

/** What may be asked of a top-level attribute (3.1). */
export type Condition = 'eq' | 'in' | 'nin' | 'gt' | 'gteq' | 'lteq' | 'notnull'

export interface Filter {
  readonly field: string
  readonly value: string | number
  readonly condition: Condition
}

export interface Criteria {
  /** Every group must hold; of a group's filters, one. */
  readonly groups: readonly (readonly Filter[])[]
  readonly sort?: { readonly field: string; readonly direction: 'ASC' | 'DESC' }
  readonly pageSize: number
  /** From 1. */
  readonly page?: number
  /** The only fields wanted back, in Magento's brackets. */
  readonly fields?: string
}

export const where = (field: string, condition: Condition, value: string | number): readonly Filter[] => [
  { field, value, condition },
]

/** Any of these values, as one list where that is short and safe: a comma inside a value would tear it apart (2.2). */
export const oneOf = (field: string, values: readonly string[]): readonly Filter[] => {
  const [alone = [], together = []] = [true, false].map((wanted) =>
    values.filter((value) => mustStandAlone(value) === wanted),
  )
  return [
    ...(together.length === 0 ? [] : where(field, 'in', together.join(','))),
    ...alone.flatMap((value) => where(field, 'eq', value)),
  ]
}

const mustStandAlone = (value: string): boolean => value.includes(',') || value !== value.trim()

/** Values in groups that fit an address each, in their order. */
export const inAddresses = (values: readonly string[]): readonly (readonly string[])[] => {
  const groups: string[][] = []
  let length = MOST_IN_ADDRESS
  for (const value of values) {
    const own = encodeURIComponent(value).length + (mustStandAlone(value) ? FILTER_LENGTH : SEPARATOR_LENGTH)
    const isFull = length + own > MOST_IN_ADDRESS || groups.at(-1)?.length === IDS_AT_ONCE
    if (isFull) groups.push([])
    length = (isFull ? 0 : length) + own
    groups.at(-1)?.push(value)
  }
  return groups
}

/** [C] Servers take addresses of 8,000 characters; half of that leaves room for the rest. */
const MOST_IN_ADDRESS = 4_000
/** `%2C` */
const SEPARATOR_LENGTH = 3
/** The three parameters of one more filter. */
const FILTER_LENGTH = 260

/** The query of a search. Brackets and values are encoded once here, and once more in what is signed (1.3). */
export const toQuery = ({ groups, sort, pageSize, page = 1, fields }: Criteria): string => {
  const parameters: (readonly [string, string | number])[] = groups.flatMap((filters, group) =>
    filters.flatMap(({ field, value, condition }, at) => {
      const path = `searchCriteria[filter_groups][${group}][filters][${at}]`
      return [
        [`${path}[field]`, field] as const,
        [`${path}[value]`, value] as const,
        [`${path}[condition_type]`, condition] as const,
      ]
    }),
  )
  if (sort !== undefined) {
    parameters.push(['searchCriteria[sortOrders][0][field]', sort.field])
    parameters.push(['searchCriteria[sortOrders][0][direction]', sort.direction])
  }
  parameters.push(['searchCriteria[pageSize]', pageSize], ['searchCriteria[currentPage]', page])
  if (fields !== undefined) parameters.push(['fields', fields])
  return parameters.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')
}
