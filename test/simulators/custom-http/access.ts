import { createHmac, randomBytes } from 'node:crypto'
import type { Received, Reply } from '../wire.ts'
import { json } from './json.ts'
import type { Shop } from './shop.ts'

const TOKEN_SECONDS = 3600

/** Null when the call proves who it is; else the refusal. */
export const refuseCall = (shop: Shop, call: Received): Reply | null =>
  !shop.isRevoked && PROOFS[shop.setup.auth](shop, call) ? null : json(401, { error: 'unauthorized' })

const PROOFS: Readonly<Record<Shop['setup']['auth'], (shop: Shop, call: Received) => boolean>> = {
  none: () => true,
  basic: ({ key }, { headers }) =>
    headers.authorization === `Basic ${Buffer.from(`${key.login}:${key.secret}`).toString('base64')}`,
  bearer: ({ key }, { headers }) => headers.authorization === `Bearer ${key.secret}`,
  header: ({ key }, { headers }) => headers['x-shop-key'] === key.secret,
  query: ({ key }, { url }) => url.searchParams.getAll('token').join() === key.secret,
  oauth2: ({ tokens, now }, { headers }) => (tokens.get(headers.authorization?.slice(7) ?? '') ?? 0) > now(),
  hmac: isSigned,
}

/** The signature covers what is asked, when, and the body to the last byte. */
function isSigned({ key, now }: Shop, { method, url, headers, body }: Received): boolean {
  const date = String(headers['x-date'])
  const message = `${method}\n${url.pathname}${url.search}\n${date}\n${body.toString('utf8')}`
  const expected = createHmac('sha256', key.secret).update(message).digest('hex')
  return (
    headers['x-signature'] === expected &&
    headers['x-login'] === key.login &&
    Math.abs(Number(date) * 1000 - now()) < 300_000
  )
}

/** Client credentials, in the body (RFC 6749, 4.4). */
export const grantToken = (shop: Shop, { method, headers, body }: Received): Reply => {
  const form = new URLSearchParams(body.toString('utf8'))
  const isForm = headers['content-type'] === 'application/x-www-form-urlencoded'
  if (method !== 'POST' || !isForm || form.get('grant_type') !== 'client_credentials')
    return json(400, { error: 'unsupported_grant_type' })
  const isKnown = form.get('client_id') === shop.key.login && form.get('client_secret') === shop.key.secret
  if (form.get('scope') !== 'orders stock') return json(400, { error: 'invalid_scope' })
  if (shop.isRevoked || !isKnown) return json(401, { error: 'invalid_client' })
  const token = randomBytes(24).toString('base64url')
  shop.tokens.set(token, shop.now() + TOKEN_SECONDS * 1000)
  return json(200, { access_token: token, token_type: 'Bearer', expires_in: TOKEN_SECONDS })
}
