import type { Account } from './account.ts'
import { type Bucket, createBucket } from './bucket.ts'

/** What the program knows of one app in one shop while it runs. */
export interface Session {
  readonly bucket: Bucket
  /** The token in use, or the call that fetches it; null before the first and after a refusal. */
  token: Promise<Token> | null
}

export interface Token {
  readonly value: string
  /** Milliseconds since 1970 from which another one is asked for. */
  readonly renewAt: number
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
