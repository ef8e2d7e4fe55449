import { z } from 'zod'
import { Fault } from '../../domain/fault.ts'
import { createJsonCalls } from '../http/json-calls.ts'
import { createKeptToken, type Token, type TokenHolder } from '../http/kept-token.ts'
import type { HttpAnswer } from '../sockets/ports.ts'
import { addressOf } from './http-address.ts'
import { proofOf } from './http-proof.ts'
import type { Office } from './office.ts'

const Grant = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive().default(300) })

/** How much of a token's life is used before another is asked for. */
const LIFE_USED = 0.9

/** Connections are opened anew in every cycle: by interface and client. */
const holders = new Map<string, TokenHolder>()

export interface Tokens {
  /** Null where the template needs none. */
  read(): Promise<string | null>
  /** Forgets one that was refused; true where another can be had. */
  drop(token: string | null): Promise<boolean>
}

/** OAuth 2 client credentials (RFC 6749, 4.4), both of them in the body. */
export const createTokens = (office: Office): Tokens => {
  const { template, form, ports } = office
  const { auth } = template.interface
  if (auth.mode !== 'oauth2') return { read: async () => null, drop: async () => false }
  const { tokenPath, scope } = auth
  const key = JSON.stringify([form.baseUrl, tokenPath, scope, form.login, form.secret])

  // RFC 6749, 5.2: a client that is not known is a 400 as often as a 401.
  const refusal = ({ status }: HttpAnswer): Fault | null => {
    if (status !== 400) return null
    const message = `${ports.side} gives no token for this client ID and secret (HTTP 400).`
    return new Fault('credentials', message, { side: ports.side, detail: { status: '400' } })
  }

  const fetchToken = async (): Promise<Token> => {
    const { secrets } = proofOf(office, null)
    const grant = await createJsonCalls({ ports, secrets, judge: refusal }).call(
      {
        ...{ name: 'token', method: 'POST', safe: true, answerIsSecret: true },
        url: addressOf(form.baseUrl, tokenPath, { values: {}, tables: template }, ports.side),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
          ...{ grant_type: 'client_credentials', client_id: form.login, client_secret: form.secret },
          ...(scope === undefined ? {} : { scope }),
        }).toString(),
      },
      Grant,
    )
    return { value: grant.access_token, renewAt: ports.clock.now() + grant.expires_in * LIFE_USED * 1000 }
  }

  const holder = holders.get(key) ?? { token: null }
  holders.set(key, holder)
  const kept = createKeptToken(holder, ports.clock, fetchToken)
  return {
    read: kept.read,
    async drop(token) {
      if (token !== null) await kept.drop(token)
      return token !== null
    },
  }
}
