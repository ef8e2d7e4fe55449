import type { TokenHolder } from '../http/kept-token.ts'

/** What the program knows of one account while it runs. */
export interface Session extends TokenHolder {
  userId: number | string | null
}

/** Connections are opened anew in every cycle, and a token is a secret that may not lie in the records: so it lives as long as the program. */
const sessions = new Map<string, Session>()

export const sessionOf = (baseUrl: string, applicationKey: string): Session => {
  const key = JSON.stringify([baseUrl, applicationKey])
  const known = sessions.get(key) ?? { userId: null, token: null }
  sessions.set(key, known)
  return known
}
