import type { Received, Reply } from '../wire.ts'
import type { Limits } from './limits.ts'
import { ApiError, notFound } from './replies.ts'
import { ROUTES } from './routes.ts'
import type { Shop } from './shop.ts'

/** The interface of one shop: key, calls left, language, permission, and then what was asked (lightspeed.md 1, 6). */
export const answerer =
  (shop: Shop, limits: Limits) =>
  (call: Received): Reply => {
    const request = call.url.pathname.replace(/^\/+[a-z]{2}\//, '')
    try {
      const isAllowed = limits.take()
      const reply = isAllowed
        ? answer(shop, limits, call, request)
        : new ApiError(429, 'Rate limit exceeded.').toReply(call.method, request)
      return { ...reply, headers: { ...reply.headers, ...limits.headers() } }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      const reply = error.toReply(call.method, request)
      return { ...reply, headers: { ...reply.headers, ...limits.headers() } }
    }
  }

const answer = (shop: Shop, limits: Limits, call: Received, request: string): Reply => {
  const { key } = shop
  const wanted = key === null ? null : `Basic ${Buffer.from(`${key.apiKey}:${key.apiSecret}`).toString('base64')}`
  if (wanted === null || call.headers.authorization !== wanted) throw new ApiError(401, 'Access denied.')
  const [, language = '', path] = /^\/([a-z]{2})\/(.+)\.json$/.exec(call.url.pathname) ?? []
  if (path === undefined) throw notFound('Resource')
  if (!shop.habits.languages.includes(language)) throw new ApiError(404, 'Unknown or inactive language.')
  const ids = [...path.matchAll(/(?<=\/)\d+/g)].map(([id]) => Number(id))
  const shape = path.replaceAll(/(?<=\/)\d+(?=\/|$)/g, '#')
  const route = ROUTES.find((one) => one.method === call.method && one.path === shape)
  if (route === undefined) throw notFound(`${call.method} ${request}`)
  refuseUnpermitted(shop, route.permission, call.method)
  if (call.method === 'POST' || call.method === 'PUT') {
    const type = call.headers['content-type'] ?? ''
    if (!type.startsWith('application/json')) throw new ApiError(400, 'Send JSON.')
  }
  return route.answer(shop, call, ids, limits)
}

const refuseUnpermitted = ({ permissions }: Shop, area: string | null, method: string): void => {
  if (area === null) return
  const right = method === 'GET' ? 'read' : 'write'
  if (permissions[area]?.[right] !== true) throw new ApiError(403, `This key has no ${right} permission for ${area}.`)
}
