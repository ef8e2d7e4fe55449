import { createHmac } from 'node:crypto'

/** One request to be signed by OAuth 1.0a (RFC 5849); its body is not part of the signature unless it is a form, which ours never is. */
export interface RequestToSign {
  readonly method: string
  /** As the server will see it: behind a proxy that ends TLS, its own address. The query is signed with it. */
  readonly url: URL
  readonly algorithm: 'HMAC-SHA1' | 'HMAC-SHA256'
  readonly consumerKey: string
  readonly consumerSecret: string
  /** Absent where a consumer key alone is enough ("one-legged"). */
  readonly token?: { readonly key: string; readonly secret: string }
  /** Seconds since 1970. */
  readonly timestamp: number
  /** Used once. */
  readonly nonce: string
}

/** The `Authorization` header of a signed request. */
export const oauth1Header = (request: RequestToSign): string =>
  `OAuth ${oauth1Parameters(request)
    .map(([name, value]) => `${name}="${encode(value)}"`)
    .join(',')}`

/** The same as parameters of the query, for servers that take the header away before the platform sees it. */
export const oauth1Parameters = (request: RequestToSign): readonly (readonly [name: string, value: string])[] => {
  const { consumerKey, token, algorithm, timestamp, nonce } = request
  const own: readonly (readonly [string, string])[] = [
    ['oauth_consumer_key', consumerKey],
    ['oauth_nonce', nonce],
    ['oauth_signature_method', algorithm],
    ['oauth_timestamp', String(timestamp)],
    ...(token === undefined ? [] : [['oauth_token', token.key] as const]),
  ]
  return [...own, ['oauth_signature', signature(request, own)]]
}

const signature = (request: RequestToSign, own: readonly (readonly [string, string])[]): string => {
  const { method, url, algorithm, consumerSecret, token } = request
  const parameters = [...url.searchParams, ...own]
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([name, value], [otherName, otherValue]) => byText(name, otherName) || byText(value, otherValue))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
  const base = [method, `${url.origin}${url.pathname}`, parameters].map(encode).join('&')
  const key = `${encode(consumerSecret)}&${encode(token?.secret ?? '')}`
  return createHmac(algorithm === 'HMAC-SHA1' ? 'sha1' : 'sha256', key)
    .update(base)
    .digest('base64')
}

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** RFC 3986: `encodeURIComponent` leaves five characters alone that are not unreserved. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
