import type { TokenHolder } from '../http/kept-token.ts'
import type { Settings } from './settings.ts'

/** By integration and shop: connections are opened anew in every cycle. */
const sessions = new Map<string, TokenHolder>()

/** A new secret starts a session of its own: what the old one was granted proves nothing about it. */
export const sessionOf = ({ base, accessKeyId, secretAccessKey }: Settings): TokenHolder => {
  const key = JSON.stringify([base, accessKeyId, secretAccessKey])
  const known = sessions.get(key) ?? { token: null }
  sessions.set(key, known)
  return known
}
