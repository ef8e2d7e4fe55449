import type { z } from 'zod'
import { Fault } from '../../domain/fault.ts'
import type { Call, Calls } from './calls.ts'
import { type Criteria, toQuery, where } from './criteria.ts'
import { pageOf } from './schemas.ts'

/** Lists are believed only when they are whole: a page beyond the end repeats the last one, and pages shift while they are read (3.1). */
export interface Lists {
  /** The first page alone, which must hold everything that matches. */
  only<T>(path: string, item: z.ZodType<T>, criteria: Criteria): Promise<readonly T[]>
  /** Page after page, counted. */
  all<T>(path: string, item: z.ZodType<T>, criteria: Criteria, keyOf: (item: T) => string): Promise<readonly T[]>
  /** Everything, by ascending id: what comes or goes meanwhile shifts no page. */
  byId<T>(path: string, item: z.ZodType<T>, criteria: ById, idOf: (item: T) => number): Promise<readonly T[]>
  /** Counted pages of a route that has a query of its own. */
  counted<T>(fetchPage: (page: number) => Promise<Page<T>>, keyOf: (item: T) => string): Promise<readonly T[]>
}

export interface Page<T> {
  readonly items: readonly T[]
  readonly total_count: number
}

interface ById extends Omit<Criteria, 'sort' | 'page'> {
  /** As the filter calls it, `entity_id`. */
  readonly id: string
}

export const createLists = (calls: Calls, side: string): Lists => {
  const doubtful = (what: string): Fault =>
    new Fault('unreadable', `${side} answered a part of a list only (${what}): nothing is concluded from it.`, { side })

  const page = <T>(path: string, item: z.ZodType<T>, criteria: Criteria, more: Partial<Call> = {}): Promise<Page<T>> =>
    calls.call({ path, query: toQuery(criteria), ...more }, pageOf(item))

  const counted: Lists['counted'] = async (fetchPage, keyOf) => {
    const found = new Map<string, Awaited<ReturnType<typeof fetchPage>>['items'][number]>()
    for (let number = 1; ; number += 1) {
      const { items, total_count: total } = await fetchPage(number)
      const before = found.size
      for (const item of items) found.set(keyOf(item), item)
      if (found.size === total) return [...found.values()]
      if (found.size > total || found.size === before) throw doubtful(`${found.size} of ${total}`)
    }
  }

  return {
    counted,

    async only(path, item, criteria) {
      const { items, total_count: total } = await page(path, item, criteria)
      if (items.length !== total) throw doubtful(`${items.length} of ${total}`)
      return items
    },

    all: (path, item, criteria, keyOf) => counted((number) => page(path, item, { ...criteria, page: number }), keyOf),

    async byId(path, item, { id, ...criteria }, idOf) {
      type Found = z.infer<typeof item>
      const found: Found[] = []
      for (let last = 0; ; ) {
        const groups = last === 0 ? criteria.groups : [...criteria.groups, where(id, 'gt', last)]
        const { items, total_count: left } = await page(path, item, {
          ...criteria,
          groups,
          sort: { field: id, direction: 'ASC' },
        })
        if (items.length !== Math.min(left, criteria.pageSize)) throw doubtful(`${items.length} of ${left}`)
        for (const one of items) {
          if (idOf(one) <= last) throw doubtful('not in order')
          last = idOf(one)
          found.push(one)
        }
        if (items.length === left) return found
      }
    },
  }
}
