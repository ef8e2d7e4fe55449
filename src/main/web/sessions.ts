import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const NINETY_DAYS_S = 90 * 24 * 3600

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()

const valuesOf = (cookies: string | undefined, name: string): readonly string[] =>
  (cookies ?? '')
    .split(';')
    .map((cookie) => cookie.trim())
    .filter((cookie) => cookie.startsWith(`${name}=`))
    .map((cookie) => cookie.slice(name.length + 1))

/**
 * The browsers that showed a key. Kept in memory, as digests: whoever reads this process's memory or a log finds no cookie, and a
 * restart asks for a key again.
 * @param port part of the cookie's name, because browsers share cookies among the ports of one host
 */
export const createSessions = (port: number) => {
  const name = `navette-${port}`
  const digests: Buffer[] = []
  return {
    /** A `Set-Cookie` header that lets this browser in from now on. Not `Secure`: the address is plain http on loopback. */
    open: (): string => {
      const token = randomBytes(32).toString('base64url')
      digests.push(digestOf(token))
      return `${name}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${NINETY_DAYS_S}`
    },
    isOpen: (cookies: string | undefined): boolean =>
      valuesOf(cookies, name).some((token) => {
        const digest = digestOf(token)
        return digests.some((known) => timingSafeEqual(known, digest))
      }),
  }
}

export type Sessions = ReturnType<typeof createSessions>
