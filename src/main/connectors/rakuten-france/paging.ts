import { unreadable } from './unreadable.ts'

const MOST_PAGES = 1_000

/** Reads pages until one names no next token. A page that fails fails them all: half a list is no list. */
export const readPages = async <P extends { readonly nextToken: string }>(
  readPage: (token: string) => Promise<P>,
): Promise<readonly P[]> => {
  const pages: P[] = []
  const seen = new Set<string>()
  let token = ''
  do {
    const page = await readPage(token)
    pages.push(page)
    token = page.nextToken
    if (seen.has(token) || pages.length > MOST_PAGES) throw unreadable('its pages go round in circles', { token })
    seen.add(token)
  } while (token !== '')
  return pages
}
