import type { Account } from '../account.ts'

/** What a page token stands for: the ids still to list, and the filters of the first call. */
export interface OpenPage<Filter = unknown> {
  readonly ids: readonly string[]
  readonly filter: Filter
}

export interface Page<Filter> extends OpenPage<Filter> {
  /** '' on the last page. */
  readonly nextToken: string
}

/**
 * One page of a list whose tokens count up from `firstToken`. The token alone says what comes next, whatever filters are
 * sent with it (section 7), and may be sent again. Null when the token is unknown.
 */
export const nextPage = <Filter>(
  account: Account,
  token: string,
  firstToken: number,
  wholeList: () => OpenPage<Filter>,
): Page<Filter> | null => {
  if (token === '') return turn(account, wholeList(), firstToken)
  const ofThisList = Number(token) >= firstToken && Number(token) < firstToken + TOKENS_PER_LIST
  // A token in this list's range was made below, from this list's own filter.
  const open = account.pages.get(token) as OpenPage<Filter> | undefined
  return ofThisList && open !== undefined ? turn(account, open, firstToken) : null
}

const TOKENS_PER_LIST = 1_000_000_000

const turn = <Filter>(account: Account, { ids, filter }: OpenPage<Filter>, firstToken: number): Page<Filter> => {
  const shown = ids.slice(0, account.settings.pageSize)
  const rest = ids.slice(account.settings.pageSize)
  if (rest.length === 0) return { ids: shown, filter, nextToken: '' }
  const nextToken = account.nextId(`token from ${firstToken}`, firstToken)
  account.pages.set(nextToken, { ids: rest, filter })
  return { ids: shown, filter, nextToken }
}
