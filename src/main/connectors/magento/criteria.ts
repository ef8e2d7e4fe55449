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

/** Any of these values; one filter each, because a comma inside a value would tear `in` apart (2.2). */
export const oneOf = (field: string, values: readonly string[]): readonly Filter[] =>
  values.map((value) => ({ field, value, condition: 'eq' }))

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
