import type { z } from 'zod'
import type { Api, Query } from './api.ts'
import { FILTER_LENGTH, IDS_AT_ONCE, PAGE } from './facts.ts'
import { above } from './filters.ts'

/**
 * All rows of a resource. The next page begins after the last id, so that nothing slips when rows come or go meanwhile; only an empty page is the
 * end, because one that is merely short may have been cut by the host.
 */
export const allPages = async <T extends { readonly id: number }>(
  api: Api,
  resource: string,
  query: Query,
  row: z.ZodType<T>,
): Promise<readonly T[]> => {
  const rows: T[] = []
  for (let last = 0; ; ) {
    const page = await api.list(resource, { ...query, filter: { ...query.filter, id: above(last) }, limit: PAGE }, row)
    if (page.length === 0) return rows
    rows.push(...page)
    last = Math.max(...page.map(({ id }) => id))
  }
}

/** What is listed for many values, each named once, in as many calls as the length of an address allows. */
export const listParts = async <V extends string | number, T>(
  values: readonly V[],
  list: (part: readonly V[]) => Promise<readonly T[]>,
): Promise<readonly T[]> => {
  const rows: T[] = []
  for (const part of inParts([...new Set(values)])) rows.push(...(await list(part)))
  return rows
}

/** Parts that are short enough for one address each. */
const inParts = <T extends string | number>(values: readonly T[]): readonly (readonly T[])[] => {
  const parts: T[][] = []
  let length = 0
  for (const value of values) {
    const size = encodeURIComponent(value).length + 3
    const last = parts.at(-1)
    if (last === undefined || last.length === IDS_AT_ONCE || length + size > FILTER_LENGTH) {
      parts.push([value])
      length = size
    } else {
      last.push(value)
      length += size
    }
  }
  return parts
}
