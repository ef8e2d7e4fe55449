import { z } from 'zod'
import { Fault } from '../../domain/fault.ts'
import { createJsonCalls } from '../http/json-calls.ts'
import { createKeptToken, type Token } from '../http/kept-token.ts'
import type { Ports } from '../sockets/ports.ts'
import type { Account } from './account.ts'
import { CALLS_AT_ONCE, TOKEN_LIFE_USED } from './facts.ts'
import { judgeTokenAnswer } from './http-faults.ts'
import type { Session } from './session.ts'

const Grant = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() })

export interface Tokens {
  /** The token to send; a fresh one when the last is about to end. */
  read(): Promise<string>
  /** Forgets a token that was refused. False where there is no other to be had: it was typed in. */
  drop(token: string): Promise<boolean>
}

/** Client credentials against a token that lives a day (shopify.md 1.2), or the token that was typed in. */
export const createTokens = (account: Account, session: Session, ports: Ports): Tokens => {
  const { clientId, clientSecret, accessToken } = account
  const { clock, side } = ports
  const secrets = [clientSecret]
  const calls = createJsonCalls({ ports, secrets, atOnce: CALLS_AT_ONCE, judge: judgeTokenAnswer(side) })

  const fetchToken = async (): Promise<Token> => {
    const grant = await calls.call(
      {
        name: 'access_token',
        method: 'POST',
        url: new URL('/admin/oauth/access_token', account.shopUrl),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: clientId,
          client_secret: clientSecret,
        }).toString(),
        // Asking twice gives two tokens, both good.
        safe: true,
        answerIsSecret: true,
      },
      Grant,
    )
    return { value: grant.access_token, renewAt: clock.now() + grant.expires_in * TOKEN_LIFE_USED * 1000 }
  }

  if (accessToken !== '' && (clientId === '' || clientSecret === ''))
    return { read: async () => accessToken, drop: async () => false }
  const kept = createKeptToken(session, clock, fetchToken)
  return {
    async read() {
      if (clientId === '' || clientSecret === '') throw missing(side)
      return kept.read()
    },
    async drop(token) {
      await kept.drop(token)
      return true
    },
  }
}

const missing = (side: string): Fault =>
  new Fault(
    'settings',
    `${side} needs the client ID and the client secret of your app, or the access token of an older one.`,
    {
      side,
      detail: { field: 'clientSecret' },
    },
  )
