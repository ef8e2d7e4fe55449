import { randomUUID } from 'node:crypto'
import type { JsonSpeech } from '../http/json-calls.ts'
import { oauth1Parameters } from '../http/oauth1.ts'
import type { Clock } from '../sockets/ports.ts'

/**
 * How a key is shown (woocommerce.md 1.3), in the order they are tried. `query`: the server takes the header away. `oauth`, `oauth-http`:
 * PHP does not see https, so only a signed call is let in; signed over the address as PHP sees it.
 */
export const WAYS = ['basic', 'query', 'oauth', 'oauth-http'] as const
export type Way = (typeof WAYS)[number]

export interface Keys {
  readonly consumerKey: string
  readonly consumerSecret: string
}

/** Shows the keys in one way, and keeps caches between us and the shop from answering (pitfall 10). */
export const signBy =
  (way: Way, { consumerKey, consumerSecret }: Keys, clock: Clock): NonNullable<JsonSpeech['sign']> =>
  ({ method, url }) => {
    const fresh = new URL(url)
    const nonce = randomUUID().replaceAll('-', '')
    if (method === 'GET') fresh.searchParams.set('navette', nonce.slice(0, 12))
    if (way === 'basic') {
      const pair = Buffer.from(`${consumerKey}:${consumerSecret}`).toString('base64')
      return { url: fresh, headers: { authorization: `Basic ${pair}` } }
    }
    for (const [name, value] of way === 'query' ? inQuery({ consumerKey, consumerSecret }) : signed(fresh)) {
      fresh.searchParams.set(name, value)
    }
    return { url: fresh }

    function signed(sent: URL): readonly (readonly [string, string])[] {
      const seen = new URL(sent)
      seen.protocol = way === 'oauth-http' ? 'http:' : 'https:'
      const timestamp = Math.floor(clock.now() / 1000)
      return oauth1Parameters({
        method,
        url: seen,
        algorithm: 'HMAC-SHA256',
        consumerKey,
        consumerSecret,
        timestamp,
        nonce,
      })
    }
  }

const inQuery = ({ consumerKey, consumerSecret }: Keys): readonly (readonly [string, string])[] => [
  ['consumer_key', consumerKey],
  ['consumer_secret', consumerSecret],
]
