import { randomBytes } from 'node:crypto'
import type { Received, Reply } from '../wire.ts'
import { json, Refusal } from './refusal.ts'

export interface Integration {
  accessKeyId: string
  secretAccessKey: string
  /** `expires_in` of new tokens, in seconds. */
  tokenLife: number
  isThere: boolean
}

/** 6: failures, and the seconds that the next try must wait for. */
const LIMITS = [
  [20, 60],
  [15, 30],
  [10, 10],
] as const

/** Client credentials for a token that lives ten minutes (shopware.md 1). */
export const createOauth = (integration: Integration, now: () => number) => {
  const tokens = new Map<string, number>()
  let failures = 0
  let blockedUntil = 0

  const fail = (): never => {
    failures += 1
    const wait = LIMITS.find(([count]) => failures >= count)?.[1] ?? 0
    blockedUntil = now() + wait * 1000
    throw new Refusal(401, { code: '4', title: 'Client authentication failed', detail: null })
  }

  return {
    answer({ body }: Received): Reply {
      if (blockedUntil > now()) {
        const seconds = Math.ceil((blockedUntil - now()) / 1000)
        const detail = `Auth throttled for ${seconds} seconds.`
        throw new Refusal(429, { code: 'FRAMEWORK__AUTH_THROTTLED', detail, parameters: { seconds } })
      }
      const given: Readonly<Record<string, unknown>> = JSON.parse(body.toString())
      if (given['grant_type'] !== 'client_credentials')
        throw new Refusal(400, { code: '2', title: 'The authorization grant type is not supported', detail: null })
      const { accessKeyId, secretAccessKey, tokenLife, isThere } = integration
      if (!isThere || given['client_id'] !== accessKeyId || given['client_secret'] !== secretAccessKey) fail()
      failures = 0
      const token = randomBytes(24).toString('base64url')
      tokens.set(token, now() + tokenLife * 1000)
      return json(200, { token_type: 'Bearer', expires_in: tokenLife, access_token: token })
    },
    check({ headers }: Received): void {
      const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? ''
      if (integration.isThere && (tokens.get(token) ?? 0) > now()) return
      const detail = 'The resource owner or authorization server denied the request.'
      throw new Refusal(401, { code: '9', title: detail, detail: 'Access token could not be verified' })
    },
    /** Ends every token that was given; others may be asked for. */
    endTokens: (): void => tokens.clear(),
  }
}
