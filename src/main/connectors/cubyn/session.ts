/** What the program knows of one account while it runs. */
export interface Session {
  userId: number | string | null
  /** The search token in use, or the call that fetches it. */
  token: Promise<Token> | null
}

export interface Token {
  readonly value: string
  /** Milliseconds since 1970 from which another one is asked for. */
  readonly renewAt: number
}

/** Connections are opened anew in every cycle, and a token is a secret that may not lie in the records: so it lives as long as the program. */
const sessions = new Map<string, Session>()

export const sessionOf = (baseUrl: string, applicationKey: string): Session => {
  const key = JSON.stringify([baseUrl, applicationKey])
  const known = sessions.get(key) ?? { userId: null, token: null }
  sessions.set(key, known)
  return known
}
