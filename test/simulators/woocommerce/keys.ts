import { createHmac } from 'node:crypto'
import type { Received } from '../wire.ts'
import { RestError } from './errors.ts'
import type { Shop } from './shop.ts'

/** Who calls, as WooCommerce finds out (woocommerce.md 1.3). Null: nobody it knows, which is no error by itself. */
export const authenticate = (shop: Shop, call: Received, method: string): 'manager' | 'customer' | null => {
  if (shop.options.takesHeader && call.headers.authorization !== undefined) {
    throw new RestError(403, 'jwt_auth_bad_auth_header', 'Authorization header malformed.')
  }
  const shown = shop.options.sees === 'https' ? (basicKeys(shop, call) ?? queryKeys(call)) : null
  const { key } = shop
  if (shown !== null) {
    if (key === null || shown.consumerKey !== key.consumerKey) return null
    if (shown.consumerSecret !== key.consumerSecret) throw authError('Consumer secret is invalid.')
    return permitted(key, method)
  }
  const signed = oauthOf(shop, call)
  if (signed === null) return null
  if (key === null || signed.get('oauth_consumer_key') !== key.consumerKey) throw authError('Consumer key is invalid.')
  checkSignature(shop, call, signed, key.consumerSecret)
  return permitted(key, method)
}

const permitted = (key: NonNullable<Shop['key']>, method: string): 'manager' | 'customer' => {
  const isRead = method === 'GET' || method === 'OPTIONS'
  const may = key.permission === 'read_write' || key.permission === (isRead ? 'read' : 'write')
  if (!may) throw authError(`The API key provided does not have ${isRead ? 'read' : 'write'} permissions.`)
  return key.role
}

const authError = (message: string): RestError => new RestError(401, 'woocommerce_rest_authentication_error', message)

interface ShownKeys {
  readonly consumerKey: string
  readonly consumerSecret: string
}

const basicKeys = ({ options }: Shop, { headers }: Received): ShownKeys | null => {
  const [, pair] = /^Basic (.+)$/.exec(options.stripsHeader ? '' : (headers.authorization ?? '')) ?? []
  if (pair === undefined) return null
  const [consumerKey = '', consumerSecret = ''] = Buffer.from(pair, 'base64').toString().split(':')
  return { consumerKey, consumerSecret }
}

const queryKeys = ({ url }: Received): ShownKeys | null => {
  const consumerKey = url.searchParams.get('consumer_key')
  const consumerSecret = url.searchParams.get('consumer_secret')
  return consumerKey === null || consumerSecret === null ? null : { consumerKey, consumerSecret }
}

const oauthOf = ({ options }: Shop, { url, headers }: Received): ReadonlyMap<string, string> | null => {
  const header = options.stripsHeader ? '' : (headers.authorization ?? '')
  const given = header.startsWith('OAuth ')
    ? header
        .slice(6)
        .split(/,\s*/)
        .map((part) => /^([^=]+)="(.*)"$/.exec(part) ?? [])
        .map(([, name = '', value = '']) => [name, decodeURIComponent(value)] as const)
    : [...url.searchParams].filter(([name]) => name.startsWith('oauth_'))
  if (given.length === 0) return null
  const parameters = new Map(given)
  const needed = ['oauth_consumer_key', 'oauth_timestamp', 'oauth_nonce', 'oauth_signature', 'oauth_signature_method']
  const missing = needed.filter((name) => !parameters.has(name))
  if (missing.length === 0) return parameters
  throw new RestError(
    401,
    'woocommerce_rest_authentication_missing_parameter',
    `Missing OAuth parameters ${missing.join(', ')}`,
  )
}

const FIFTEEN_MINUTES = 15 * 60

const checkSignature = (
  shop: Shop,
  { method, url }: Received,
  signed: ReadonlyMap<string, string>,
  secret: string,
): void => {
  const algorithm = { 'HMAC-SHA1': 'sha1', 'HMAC-SHA256': 'sha256' }[signed.get('oauth_signature_method') ?? '']
  if (algorithm === undefined) throw authError('Invalid signature - signature method is invalid.')
  const all = new Map([...url.searchParams, ...signed])
  all.delete('oauth_signature')
  // The shop decodes what is decoded once more before it encodes it.
  const query = [...all]
    .map(([name, value]) => [encode(decoded(name)), encode(decoded(value))] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${encode(name)}%3D${encode(value)}`)
    .join('%26')
  const base = `${method}&${encode(`${shop.options.sees}://${url.host}${url.pathname}`)}&${query}`
  const expected = createHmac(algorithm, `${secret}&`).update(base).digest('base64')
  if (expected !== signed.get('oauth_signature'))
    throw authError('Invalid signature - provided signature does not match.')
  const timestamp = Number(signed.get('oauth_timestamp'))
  if (Math.abs(timestamp - shop.options.now() / 1000) > FIFTEEN_MINUTES) throw authError('Invalid timestamp.')
  const nonce = `${timestamp}:${signed.get('oauth_nonce')}`
  if (shop.usedNonces.has(nonce)) throw authError('Invalid nonce - nonce has already been used.')
  shop.usedNonces.add(nonce)
}

const decoded = (text: string): string =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString())

/** PHP's rawurlencode. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
