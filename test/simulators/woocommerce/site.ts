import type { Received, Reply } from '../wire.ts'
import { json, noRoute, page, RestError } from './errors.ts'
import { authenticate } from './keys.ts'
import { answerFulfillments, answerRoute } from './routes.ts'
import type { Shop } from './shop.ts'

/** The whole web site: WordPress, and WooCommerce inside (woocommerce.md 1). */
export const answerSite = (shop: Shop, call: Received): Reply => {
  const reply = answer(shop, call)
  if (!shop.options.printsWarnings || String(reply.body).startsWith('<!')) return reply
  const warning =
    '<br />\n<b>Warning</b>:  Undefined array key "x" in <b>/var/www/plugins/x.php</b> on line <b>12</b><br />\n'
  return { ...reply, body: warning + String(reply.body) }
}

const answer = (shop: Shop, call: Received): Reply => {
  if (shop.options.movedTo !== '') return page(301, { location: `${shop.options.movedTo}${call.url.pathname}` })
  const path = apiPath(shop, call.url.pathname)
  if (typeof path !== 'string') return path
  if (shop.options.refusesMethods && !['GET', 'POST'].includes(call.method)) return page(501)
  try {
    if (path === '') {
      const ofWooCommerce = shop.isActive ? ['wc/v1', 'wc/v2', 'wc/v3'] : []
      return json(200, { name: 'Ma boutique', namespaces: ['oembed/1.0', ...ofWooCommerce, 'wp/v2'] })
    }
    return answerApi(shop, path.replace(/\/$/, ''), call)
  } catch (error) {
    if (error instanceof RestError) return error.reply
    throw error
  }
}

/** What follows `wp-json/`, or what the web server or WordPress answers instead (1.1, 1.2). */
const apiPath = ({ options }: Shop, pathname: string): string | Reply => {
  const [isApi, index, path = ''] = /^\/(index\.php\/)?wp-json(?:\/(.*))?$/.exec(pathname) ?? []
  if (isApi === undefined) return page(pathname === '/' ? 200 : 404)
  if (options.permalinks === 'plain') return path === '' ? page(200) : page(301, { location: '/' })
  if (options.permalinks === 'index' && index === undefined) return page(404)
  return path
}

const answerApi = (shop: Shop, path: string, call: Received): Reply => {
  const method = methodOf(call)
  const route = /^wc\/v3\/(.+)$/.exec(path)?.[1]
  if (route === undefined || route.startsWith('/') || !shop.isActive) throw noRoute()
  const role = authenticate(shop, call, method)
  const [, orderId] = /^orders\/(\d+)\/fulfillments$/.exec(route) ?? []
  if (orderId !== undefined && method === 'GET') return answerFulfillments(shop, Number(orderId), role)
  if (role === null) throw notSeen(method)
  if (role === 'customer') throw new RestError(403, 'woocommerce_rest_cannot_view', 'Sorry, you cannot list resources.')
  return answerRoute(shop, method, route, call)
}

const notSeen = (method: string): RestError =>
  method === 'GET'
    ? new RestError(401, 'woocommerce_rest_cannot_view', 'Sorry, you cannot list resources.')
    : new RestError(401, 'woocommerce_rest_cannot_create', 'Sorry, you are not allowed to create resources.')

const methodOf = ({ method, headers, url }: Received): string => {
  const named = url.searchParams.get('_method') ?? headers['x-http-method-override']
  return method === 'POST' && typeof named === 'string' ? named.toUpperCase() : method
}
