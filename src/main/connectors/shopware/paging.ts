import type { z } from 'zod'
import { Fault, isFault } from '../../domain/fault.ts'
import type { Api, Criteria } from './api.ts'
import { CODES, LARGEST_PAGE } from './facts.ts'

interface Page<T> {
  readonly total: number
  readonly data: readonly T[]
}

/** Every row, page by page. What is half told, or changes while it is told, is asked for once more, and then a `Fault`. */
export const searchAll = async <T extends { readonly id: string }>(
  api: Api,
  side: string,
  entity: string,
  criteria: Criteria,
  row: z.ZodType<T>,
): Promise<readonly T[]> => {
  const ask = (limit: number) =>
    wholeOf(async (page) => api.search(entity, { ...criteria, ...PAGED, limit, page }, row), limit)
  const rows = (await withinLimit(ask)) ?? (await withinLimit(ask))
  if (rows !== null) return rows
  throw new Fault('unreadable', `${side} tells only a part of its list (${entity}), or changes it while it is read.`, {
    side,
  })
}

/** 3: 1 counts all rows; older versions know no word for it. */
const PAGED = { 'total-count-mode': 1, sort: [{ field: 'id', order: 'ASC' }] } as const

const wholeOf = async <T extends { readonly id: string }>(
  ask: (page: number) => Promise<Page<T>>,
  limit: number,
): Promise<readonly T[] | null> => {
  const pages: Page<T>[] = []
  const count = (): number => pages.reduce((sum, { data }) => sum + data.length, 0)
  for (let page = 1; ; page += 1) {
    const { total, data } = await ask(page)
    pages.push({ total, data })
    // A full first page that claims to be all may only have counted itself.
    if (data.length < limit || (page > 1 && count() === total)) break
  }
  const rows = new Map(pages.flatMap(({ data }) => data).map((one) => [one.id, one]))
  const countsAll = pages.some(({ total, data }) => total !== data.length)
  const isWhole = countsAll ? pages.every(({ total }) => total === rows.size) : rows.size === count()
  return isWhole ? [...rows.values()] : null
}

/** 3: a shop may have set less than the usual. */
const withinLimit = async <R>(ask: (limit: number) => Promise<R>): Promise<R> => {
  try {
    return await ask(LARGEST_PAGE)
  } catch (error) {
    const isTooMuch = isFault(error, 'refused') && error.detail['code'] === CODES.limit
    const limit = Number(isTooMuch ? /MAX_LIMIT\(=(\d+)\)/.exec(error.detail['text'] ?? '')?.[1] : Number.NaN)
    if (!(limit > 0 && limit < LARGEST_PAGE)) throw error
    return ask(limit)
  }
}

/** So many at a time. */
export const portions = <T>(values: readonly T[], size = LARGEST_PAGE): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, at) => values.slice(at * size, (at + 1) * size))
