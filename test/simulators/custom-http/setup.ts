export type AuthMode = 'none' | 'basic' | 'bearer' | 'header' | 'query' | 'oauth2' | 'hmac'
export type PagingStyle = 'page' | 'offset' | 'cursor' | 'link'

/** How this shop was built: every shop of somebody's own is built otherwise. */
export interface Setup {
  readonly auth: AuthMode
  readonly paging: PagingStyle
  /** `by-ids`: several at once. `by-id`: one by one. `all`: a list since a moment. */
  readonly ordersAsked: 'by-ids' | 'by-id' | 'all'
  /** Whether an order number that it has already is refused. */
  readonly refusesDuplicates: boolean
  /** Whether orders can be searched by their external number. */
  readonly searches: boolean
  readonly stock: 'json' | 'csv'
  /** Items on a page at most, whatever is asked for. */
  readonly pageSize: number
}

export const DEFAULT_SETUP: Setup = {
  ...{ auth: 'bearer', paging: 'page', ordersAsked: 'by-ids', refusesDuplicates: true, searches: true, stock: 'json' },
  pageSize: 100,
}
