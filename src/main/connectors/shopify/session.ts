import type { TokenHolder } from '../http/kept-token.ts'
import type { Account } from './account.ts'
import { type Bucket, createBucket } from './bucket.ts'

/** What the program knows of one app in one shop while it runs. */
export interface Session extends TokenHolder {
  readonly bucket: Bucket
}

/**
 * Connections are opened anew in every cycle, and a token is a secret that may not lie in the records: so it lives here, for as long as the
 * program does, together with the points that Shopify grants to an app in a shop, however many connections spend them.
 */
const sessions = new Map<string, Session>()

/** A new secret starts a session of its own: what the old one was granted proves nothing about it. */
export const sessionOf = ({ shopUrl, clientId, clientSecret, accessToken }: Account): Session => {
  const key = JSON.stringify([shopUrl.host, clientId, clientSecret, accessToken])
  const known = sessions.get(key) ?? { bucket: createBucket(), token: null }
  sessions.set(key, known)
  return known
}
