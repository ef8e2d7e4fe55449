import { z } from 'zod'
import { Fault, isFault } from '../../domain/fault.ts'
import { createJsonCalls } from '../http/json-calls.ts'
import type { HttpAnswer } from '../sockets/ports.ts'
import { addressOf } from './http-address.ts'
import { proofOf } from './http-proof.ts'
import type { Office } from './office.ts'

const Grant = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive().default(300) })

/** How much of a token's life is used before another is asked for. */
const LIFE_USED = 0.9

interface Token {
  readonly value: string
  /** Milliseconds since 1970. */
  readonly renewAt: number
}

/** Connections are opened anew in every cycle, and a token may not lie in the records: it lives as long as the program does. */
const tokens = new Map<string, Promise<Token>>()

export interface Tokens {
  /** Null where the template needs none. */
  read(): Promise<string | null>
  /** Forgets one that was refused; true where another can be had. */
  drop(token: string | null): boolean
}

/** OAuth 2 client credentials (RFC 6749, 4.4), both of them in the body. */
export const createTokens = (office: Office): Tokens => {
  const { template, form, ports } = office
  const { auth } = template.interface
  if (auth.mode !== 'oauth2') return { read: async () => null, drop: () => false }
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

  const renew = async (): Promise<Token> => {
    const token = fetchToken()
    tokens.set(key, token)
    try {
      return await token
    } catch (error) {
      // One that could not be had is no reason not to ask again.
      if (isFault(error) && tokens.get(key) === token) tokens.delete(key)
      throw error
    }
  }

  return {
    async read() {
      const known = tokens.get(key)
      const token = known === undefined ? await renew() : await known
      if (token.renewAt > ports.clock.now()) return token.value
      // Whoever asked at the same time may have begun to renew it.
      const next = tokens.get(key)
      return (next === undefined || next === known ? await renew() : await next).value
    },
    drop(token) {
      if (token !== null) tokens.delete(key)
      return token !== null
    },
  }
}
