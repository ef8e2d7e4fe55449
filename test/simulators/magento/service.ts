import type { Received, Reply } from '../wire.ts'
import { catalogueRoutes } from './catalogue-routes.ts'
import { onlyFields } from './field-filter.ts'
import { authenticate, type Credentials } from './oauth.ts'
import { noRoute, Refusal } from './refusal.ts'
import { salesRoutes } from './sales-routes.ts'
import { type Shop, STORES } from './state.ts'
import { stockRoutes } from './stock-routes.ts'

const ROUTES = [...salesRoutes, ...catalogueRoutes, ...stockRoutes]
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' }
/** What the web server in front of PHP takes. */
const MOST_ADDRESS = 8_000
const PAGE = '<!DOCTYPE html><html><body><h1>404 Not Found</h1></body></html>'

/** Everything that answers under `/rest` of one shop. */
export const createService = (shop: Shop, credentials: Credentials) => {
  const nonces = new Set<string>()

  const serve = (call: Received, scope: string, path: string): unknown => {
    authenticate(call, { ...shop.setup, isRevoked: shop.isRevoked, credentials, now: shop.now(), nonces })
    if (!/application\/json|\*\/\*/.test(call.headers.accept ?? '*/*'))
      throw new Refusal(
        406,
        'Server cannot match any of the given Accept HTTP header media type(s) from the request: "%1" with media types from the config of response renderer.',
        [call.headers.accept ?? ''],
      )
    if (scope !== 'all' && !STORES.some(({ code }) => code === scope)) throw noRoute()
    const found = ROUTES.find((route) => route.method === call.method && route.path.test(path))
    if (found === undefined) throw noRoute()
    if (found.right !== null && shop.missingRights.has(found.right))
      throw new Refusal(401, "The consumer isn't authorized to access %resources.", { resources: found.right })
    const query = call.url.searchParams
    const [, ...parts] = found.path.exec(path) ?? []
    const answer = found.answer({ shop, query, parts: parts.map(decodeURIComponent), body: bodyOf(call) })
    return onlyFields(answer, query.get('fields'))
  }

  return (call: Received): Reply => {
    const [, index, scope = '', path = ''] = /^\/(index\.php\/)?rest\/(\w+)\/V1\/(.*)$/.exec(call.url.pathname) ?? []
    // The web server takes no slash inside a part of a path.
    const isThere = scope !== '' && !/%2f|%5c/i.test(path) && (shop.setup.rewritesAddresses || index !== undefined)
    if (call.url.href.length > MOST_ADDRESS)
      return { status: 414, headers: { 'content-type': 'text/html' }, body: PAGE }
    if (!isThere) return { status: 404, headers: { 'content-type': 'text/html' }, body: PAGE }
    try {
      return { status: 200, headers: JSON_TYPE, body: JSON.stringify(serve(call, scope, path)) }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { status, message, parameters } = error
      const body = JSON.stringify({ message, ...(parameters === null ? {} : { parameters }), trace: null })
      return { status, headers: JSON_TYPE, body }
    }
  }
}

const bodyOf = ({ body, headers }: Received): unknown => {
  if (body.length === 0) return null
  if (!(headers['content-type'] ?? '').startsWith('application/json'))
    throw new Refusal(400, 'Content-Type header is invalid.')
  try {
    return JSON.parse(body.toString())
  } catch {
    throw new Refusal(400, 'Decoding error: Syntax error')
  }
}
