import { z } from 'zod'
import { Fault } from '../../domain/fault.ts'
import type { Api } from './api.ts'
import { PAGE_SIZE } from './facts.ts'
import { Whole } from './values.ts'

export interface List<T> {
  readonly path: string
  /** Under which the rows stand: `orders`. */
  readonly key: string
  /** Filters. */
  readonly query?: Readonly<Record<string, string>>
  /** Names of fields, where not all are wanted. */
  readonly fields?: readonly string[]
  readonly row: z.ZodType<T>
}

interface Row {
  readonly id: number
}

/** One page, 1 being the first. */
export const readPage = <T>(
  api: Api,
  { path, key, query, fields, row }: List<T>,
  page: number,
): Promise<readonly T[]> =>
  api.one(
    key,
    {
      path,
      query: {
        ...query,
        ...{ limit: String(PAGE_SIZE), page: String(page) },
        ...(fields === undefined ? {} : { fields: fields.join(',') }),
      },
    },
    z.array(row),
  )

/** How many rows the list has. */
export const countRows = async (
  api: Api,
  { path, query = {} }: Pick<List<unknown>, 'path' | 'query'>,
): Promise<number> => (await api.call({ path: `${path}/count`, query }, z.object({ count: Whole }))).count

/**
 * All rows, which must be as many as the shop counted before: rows that move to another page while it is read (something is deleted), or a
 * page shorter than asked for, leave none out unseen. Which way the shop sorts does not matter.
 */
export const readWhole = async <T extends Row>(api: Api, list: List<T>, counted?: number): Promise<readonly T[]> => {
  const count = counted ?? (await countRows(api, list))
  const rows = new Map<number, T>()
  for (let page = 1; rows.size < count; page += 1) {
    const before = rows.size
    for (const row of await readPage(api, list, page)) rows.set(row.id, row)
    if (rows.size === before) throw notWhole(api.side, list.path, rows.size, count)
  }
  return [...rows.values()]
}

const notWhole = (side: string, path: string, came: number, count: number): Fault =>
  new Fault(
    'unreadable',
    `The list of ${path} changed while it was read from ${side}, or is not whole: ${came} of ${count}.`,
    { side, detail: { path } },
  )
