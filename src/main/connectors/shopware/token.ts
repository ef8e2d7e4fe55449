import { z } from 'zod'
import type { JsonCalls } from '../http/json-calls.ts'
import { createKeptToken, type Token } from '../http/kept-token.ts'
import type { Clock } from '../sockets/ports.ts'
import { TOKEN_MARGIN_MS } from './facts.ts'
import { sessionOf } from './session.ts'
import type { Settings } from './settings.ts'

const Grant = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() })

export interface Tokens {
  /** The token to send; a fresh one when the last is about to end. */
  read(): Promise<string>
  /** Forgets a token that was refused. */
  drop(token: string): Promise<void>
}

/** Client credentials for a token that lives minutes (shopware.md 1). */
export const createTokens = (calls: JsonCalls, settings: Settings, clock: Clock): Tokens => {
  const session = sessionOf(settings)

  const fetchToken = async (): Promise<Token> => {
    const asked = clock.now()
    const grant = await calls.call(
      {
        name: 'oauth/token',
        method: 'POST',
        url: new URL(`${settings.base}/api/oauth/token`),
        body: {
          grant_type: 'client_credentials',
          client_id: settings.accessKeyId,
          client_secret: settings.secretAccessKey,
        },
        // Asking twice gives two tokens, both good.
        safe: true,
        answerIsSecret: true,
      },
      Grant,
    )
    const life = grant.expires_in * 1000
    return { value: grant.access_token, renewAt: asked + Math.max(life - TOKEN_MARGIN_MS, life / 2) }
  }

  return createKeptToken(session, clock, fetchToken)
}
