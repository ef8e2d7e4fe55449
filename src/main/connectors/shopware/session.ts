import type { Settings } from './settings.ts'

/** What the program knows of one integration in one shop while it runs. */
export interface Session {
  /** The token in use, or the call that fetches it; null before the first and after a refusal. */
  token: Promise<Token> | null
}

export interface Token {
  readonly value: string
  /** Milliseconds since 1970 from which another one is asked for. */
  readonly renewAt: number
}

/** Connections are opened anew in every cycle, and a token is a secret that may not lie in the records: it lives as long as the program does. */
const sessions = new Map<string, Session>()

/** A new secret starts a session of its own: what the old one was granted proves nothing about it. */
export const sessionOf = ({ base, accessKeyId, secretAccessKey }: Settings): Session => {
  const key = JSON.stringify([base, accessKeyId, secretAccessKey])
  const known = sessions.get(key) ?? { token: null }
  sessions.set(key, known)
  return known
}
