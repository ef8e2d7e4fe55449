import { search } from './search-criteria.ts'
import type { Shop } from './state.ts'

export interface Asked {
  readonly shop: Shop
  readonly query: URLSearchParams
  /** What stands in the path where the route has a place for it, decoded. */
  readonly parts: readonly string[]
  readonly body: unknown
}

/** A route of the service and the resource it takes; null: everybody who is let in may use it. */
export interface Route {
  readonly method: string
  readonly path: RegExp
  readonly right: string | null
  answer(asked: Asked): unknown
}

/** `orders/:id/cancel` */
export const route = (method: string, path: string, right: string | null, answer: Route['answer']): Route => ({
  method,
  path: new RegExp(`^${path.replace(/:\w+/g, '([^/]+)')}$`),
  right,
  answer,
})

export const list = <T>(
  { shop, query }: Asked,
  rows: readonly T[],
  column: (row: T, field: string) => string | number | null | undefined,
  shown: (row: T) => unknown,
) => {
  const { items, total } = search(query, rows, column, shop.setup)
  return { items: items.map(shown), search_criteria: {}, total_count: total }
}
