import { createHmac } from 'node:crypto'
import type { Received, Reply } from '../wire.ts'
import { notAllowed, ShopError } from './errors.ts'
import type { Shop } from './state.ts'

const FIVE_MINUTES = 5 * 60_000

const hash = (secret: string, parts: readonly string[]): string =>
  createHmac('sha512', secret).update(parts.join('|')).digest('hex')

const uriOf = ({ url }: Received): string => `${url.pathname}${url.search}`

/** Key, signature and time (ccvshop.md 1). */
export const authenticate = (shop: Shop, call: Received): void => {
  const { 'x-public': publicKey, 'x-date': date, 'x-hash': given } = call.headers
  const refused = (message: string): ShopError => new ShopError(401, '401.10', message)
  if (typeof publicKey !== 'string' || typeof date !== 'string' || typeof given !== 'string')
    throw refused('The headers x-public, x-date and x-hash are required.')
  if (shop.key === null || publicKey !== shop.key.publicKey) throw refused('The public key is not known.')
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(date)) throw refused('The header x-date is no ISO 8601 date.')
  if (Math.abs(Date.parse(date) - shop.now()) > FIVE_MINUTES) throw refused('The header x-date is too far off.')
  const expected = hash(shop.key.secretKey, [publicKey, call.method, uriOf(call), String(call.body), date])
  if (given !== expected) throw refused('The hash is not right.')
}

/** A right is read or write for each resource; without it the method is not there. */
export const authorise = ({ rights }: Shop, resource: string, method: string): void => {
  const right = rights.get(resource)
  if (right === 'none' || (right === 'read' && method !== 'GET')) throw notAllowed()
}

const A_MINUTE = 60_000

export const count = (shop: Shop, resource: string, method: string): void => {
  const { limits } = shop.options
  const now = shop.now()
  const what = `${method} ${resource}`
  const recent = shop.called.filter(({ at }) => now - at < A_MINUTE)
  shop.called.splice(0, shop.called.length, ...recent, { at: now, what })
  if (limits === null) return
  if (recent.length >= limits.total) throw new ShopError(429, '429.11', 'The total limit per minute is reached.')
  if (recent.filter((one) => one.what === what).length >= limits.perResource)
    throw new ShopError(429, '429.10', 'The limit per minute of this resource is reached.')
}

/** The shop signs what it answers, as it is asked to. */
export const signed = (shop: Shop, call: Received, reply: Reply): Reply => {
  const { key, options, tampers } = shop
  const body = String(reply.body)
  const sent = tampers === null ? reply : { ...reply, body: tampers(body) }
  if (!options.signs || key === null) return sent
  const date = `${new Date(shop.now()).toISOString().slice(0, 19)}Z`
  const signature = hash(key.secretKey, [key.publicKey, call.method, uriOf(call), body, date])
  return { ...sent, headers: { ...sent.headers, 'x-date': date, 'x-hash': signature } }
}
