import type { HttpAnswer } from '../sockets/ports.ts'
import type { Values } from './canonical.ts'
import type { Read } from './formats.ts'
import { besideItems, itemsOf } from './http-answer.ts'
import type { Asked, HttpCalls } from './http-calls.ts'
import { type Item, type Source, unreadable } from './item.ts'
import { pathsOf } from './maps.ts'
import type { Office } from './office.ts'
import type { Paging } from './operation-templates.ts'

/** A list of the template. */
export interface Listed {
  readonly answer: Read
  readonly paging: Paging
  readonly map: Readonly<Record<string, unknown>>
}

/** One part of a list, and where it goes on. */
interface Page {
  readonly items: readonly Item[]
  readonly next: string | null
}

/** More pages than any shop of a seller has: a list that does not end. */
const MOST_PAGES = 5_000

/** Every item of a list, all its pages; null for a status of `asked.answers`. A page that came before is a fault, never the end. */
export const readPages = async (
  office: Office,
  calls: HttpCalls,
  list: Listed,
  asked: Asked,
): Promise<readonly Item[] | null> => {
  const { side, clock } = office.ports
  const source = { side, what: `the answer to ${asked.name}` }
  const first = firstOf(list.paging)
  const found = new Map<string, Item[]>()
  let at: Values | null = first
  let url: URL | undefined
  for (let count = 0; at !== null; count += 1) {
    if (count >= MOST_PAGES) throw unreadable(source, `it has more than ${MOST_PAGES} pages`)
    const values: Values = { ...asked.values, now: clock.nowIso(), ...at }
    const page: Page | null = await calls.ask({ ...asked, values, ...(url === undefined ? {} : { url }) }, (answer) =>
      asked.answers?.includes(answer.status) ? null : pageOf(answer, list, source),
    )
    if (page === null) return null
    refuseRepeated(page, found, source)
    const place = { count: count + 1, at, page }
    if (list.paging.by === 'link' && page.next !== null)
      url = sameHost(page.next, url ?? calls.requestOf({ ...asked, values }).url, source)
    at = nextOf(list.paging, place, source)
  }
  return Array.from(found.values()).flat()
}

/** What a list is first asked with. */
export const firstOf = (paging: Paging): Values => {
  const size = 'size' in paging ? String(paging.size) : ''
  return { page: 'first' in paging ? String(paging.first) : '', offset: '0', cursor: '', size }
}

const nextOf = (
  paging: Paging,
  { count, at, page }: { readonly count: number; readonly at: Values; readonly page: Page },
  source: Source,
): Values | null => {
  switch (paging.by) {
    case 'nothing':
      return null
    case 'page':
    case 'offset': {
      const { size, stopWhen, first } = paging
      if (page.items.length === 0 || (stopWhen === 'short' && page.items.length < size)) return null
      return { ...at, page: String(first + count), offset: String(count * size) }
    }
    case 'cursor':
      if (page.next !== null && page.next === at['cursor']) throw unreadable(source, 'it goes on where it began')
      return page.next === null ? null : { ...at, cursor: page.next }
    case 'link':
      return page.next === null ? null : at
  }
}

const pageOf = (answer: HttpAnswer, { answer: read, paging, map }: Listed, source: Source): Page => ({
  items: itemsOf(answer, read, source, pathsOf(map)),
  next: 'next' in paging ? besideItems(answer, read, paging.next, source) : null,
})

/** An address that knows no pages answers with the first one for ever; what moved to the next page while we read came twice, and once is kept. */
const refuseRepeated = ({ items }: Page, found: Map<string, Item[]>, source: Source): void => {
  const known = items.filter(({ raw }) => found.has(raw))
  if (items.length > 0 && known.length === items.length) throw unreadable(source, 'the same page came twice')
  const fresh = items.filter(({ raw }) => !found.has(raw))
  for (const item of fresh) found.set(item.raw, [...(found.get(item.raw) ?? []), item])
}

/** The proof goes with every call, so it goes nowhere else. */
const sameHost = (next: string, from: URL, source: Source): URL => {
  const url = URL.canParse(next, from) ? new URL(next, from) : null
  if (url === null || url.origin !== from.origin) throw unreadable(source, 'it goes on at another address')
  return url
}
