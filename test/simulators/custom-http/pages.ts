import type { Received, Reply } from '../wire.ts'
import { json } from './json.ts'
import type { Shop } from './shop.ts'

/** One page of a list, in the way this shop goes on. */
export const paged = <T>(shop: Shop, { url }: Received, rows: readonly T[]): Reply => {
  const { paging, pageSize } = shop.setup
  const from = fromOf(paging, url, pageSize)
  if (from === null) return json(400, { error: `bad ${paging}` })
  const to = from + pageSize
  const items = rows.slice(from, to)
  if (paging === 'page' || paging === 'offset') return json(200, { items })
  if (paging === 'cursor') return json(200, { items, next: to < rows.length ? `c${to}` : null })
  const next = new URL(url)
  next.searchParams.set('from', String(to))
  return json(200, { items, links: { next: to < rows.length ? next.href : null } })
}

const fromOf = (paging: Shop['setup']['paging'], { searchParams }: URL, size: number): number | null => {
  const number = (text: string | null): number | null => (text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null)
  switch (paging) {
    case 'page': {
      const page = number(searchParams.get('page'))
      return page === null || page < 1 ? null : (page - 1) * size
    }
    case 'offset':
      return number(searchParams.get('offset'))
    case 'cursor': {
      const cursor = searchParams.get('cursor') ?? ''
      return cursor === '' ? 0 : number(cursor.slice(1))
    }
    case 'link':
      return number(searchParams.get('from') ?? '0')
  }
}
