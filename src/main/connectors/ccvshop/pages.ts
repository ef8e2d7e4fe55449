import { z } from 'zod'
import { Fault, isFault } from '../../domain/fault.ts'
import type { Api, Query } from './api.ts'
import { API_PATH, MOST_PAGES, PAGE_SIZE, SMALLEST_PAGE } from './facts.ts'
import { TOO_LARGE } from './judge.ts'

interface Row {
  readonly id: number
}

/**
 * A list page by page, each as large as the shop lets it be; rows that came before are left out, as happens where new ones push a list on. A
 * page that brings nothing new and leads on is a fault: the list would never end.
 */
export async function* pages<T extends Row>(
  api: Api,
  path: string,
  query: Query,
  row: z.ZodType<T>,
): AsyncGenerator<readonly T[]> {
  const { records, side } = api.ports
  const schema = z.object({ items: z.array(row), next: z.string().nullish() })
  const sizeKey = `page-size:${path}`
  let size = records.read(sizeKey, z.number()) ?? PAGE_SIZE
  let url = api.address(path, { ...query, size: String(size) })
  const seen = new Set<number>()
  let rows = 0
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const smaller = Math.max(SMALLEST_PAGE, Math.floor(size / 2))
    const answer = await unlessTooLarge(smaller < size, () => api.replyFrom(url, schema))
    if (answer === null) {
      size = smaller
      records.save(sizeKey, size)
      url = api.address(path, { ...query, start: String(rows), size: String(size) })
      continue
    }
    const { items, next } = answer.value
    const fresh = items.filter(({ id }) => seen.size < seen.add(id).size)
    rows += items.length
    yield fresh
    if (!next) return
    if (fresh.length === 0) throw astray(side, path)
    url = nextOf(url, next, side, path)
  }
  throw astray(side, path)
}

/** Null: too large (500.80), and a smaller page can be asked for. */
const unlessTooLarge = async <T>(canShrink: boolean, ask: () => Promise<T>): Promise<T | null> => {
  try {
    return await ask()
  } catch (error) {
    if (canShrink && isFault(error, 'refused') && error.detail['code'] === TOO_LARGE) return null
    throw error
  }
}

/** All pages of a list. */
export const list = async <T extends Row>(
  api: Api,
  path: string,
  query: Query,
  row: z.ZodType<T>,
): Promise<readonly T[]> => {
  const rows: T[] = []
  for await (const page of pages(api, path, query, row)) rows.push(...page)
  return rows
}

/** The shop tells where its list goes on; the key is shown to no other address. */
const nextOf = (from: URL, next: string, side: string, path: string): URL => {
  const url = URL.canParse(next, from) ? new URL(next, from) : null
  if (url === null || url.origin !== from.origin || !url.pathname.startsWith(API_PATH)) throw astray(side, path)
  return url
}

const astray = (side: string, path: string): Fault =>
  new Fault(
    'unreadable',
    `The list of ${path.replace(/\/$/, '')} of ${side} leads nowhere: it cannot be read to its end.`,
    {
      side,
      detail: { code: 'ASTRAY' },
    },
  )
