import { z } from 'zod'
import { Fault, isFault } from '../../domain/fault.ts'
import { createJsonCalls, type JsonCall, type JsonReply } from '../http/json-calls.ts'
import { createKeptToken, type Token } from '../http/kept-token.ts'
import type { Ports } from '../sockets/ports.ts'
import { judgeAnswers } from './error-answers.ts'
import { CALLS_AT_ONCE, PACE, TOKEN_LIFE_USED } from './facts.ts'
import { sessionOf } from './session.ts'

export type Query = Readonly<Record<string, string>>

export interface Api {
  readonly ports: Ports
  readonly side: string
  /** `GET /v2`: who Cubyn takes us for. Answers without a valid key as well (cubyn.md 1). */
  about(): Promise<JsonReply<About>>
  get<T>(path: string, query: Query, schema: z.ZodType<T>): Promise<JsonReply<T>>
  /** With the short token that some addresses want in their query. */
  getWithToken<T>(path: string, query: Query, schema: z.ZodType<T>): Promise<JsonReply<T>>
  post<T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<T>
  put<T>(path: string, schema: z.ZodType<T>): Promise<T>
}

const About = z.object({
  version: z.string().nullish(),
  auth: z
    .object({
      application: z.object({ name: z.string().nullish() }).nullish(),
      user: z.object({ id: z.union([z.number(), z.string().min(1)]) }).nullish(),
    })
    .nullish(),
})
export type About = z.infer<typeof About>

/** `ttl` in milliseconds. */
const Grant = z.object({ token: z.string().min(1), ttl: z.number().positive() })

interface Account {
  readonly baseUrl: string
  readonly applicationKey: string
}

export const createApi = ({ baseUrl, applicationKey }: Account, ports: Ports): Api => {
  const { side, clock } = ports
  const session = sessionOf(baseUrl, applicationKey)
  const headers = { 'x-application': applicationKey }

  const reply = <T>(
    call: Omit<JsonCall, 'url'> & { readonly path: string; readonly query?: Query },
    schema: z.ZodType<T>,
    ...tokens: readonly string[]
  ) => {
    const { path, query = {}, ...more } = call
    const url = new URL(`${baseUrl.replace(/\/+$/, '')}/v2${path}`)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const secrets = [applicationKey, ...tokens]
    const calls = createJsonCalls({ ports, secrets, atOnce: CALLS_AT_ONCE, pace: PACE, judge: judgeAnswers(side) })
    return calls.withReply({ ...more, url, headers }, schema)
  }

  const about = () => reply({ name: 'GET /v2', path: '' }, About)

  const userId = async (): Promise<number | string> => {
    if (session.userId !== null) return session.userId
    const { auth } = (await about()).value
    if (auth?.user?.id === undefined) throw unknownKey(side)
    session.userId = auth.user.id
    return auth.user.id
  }

  const fetchToken = async (): Promise<Token> => {
    const body = { type: 'short', userId: await userId() }
    // Asking twice gives two tokens, both good.
    const call = {
      name: 'POST /v2/tokens',
      method: 'POST',
      path: '/tokens',
      body,
      safe: true,
      answerIsSecret: true,
    } as const
    const { token, ttl } = (await reply(call, Grant)).value
    return { value: token, renewAt: clock.now() + ttl * TOKEN_LIFE_USED }
  }

  const token = createKeptToken(session, clock, fetchToken)

  const getWithToken: Api['getWithToken'] = async (path, query, schema) => {
    const ask = (value: string) =>
      reply({ name: `GET /v2${path}`, path, query: { ...query, st: value } }, schema, value)
    const used = await token.read()
    try {
      return await ask(used)
    } catch (error) {
      // It may have ended before its time.
      if (!isFault(error, 'credentials')) throw error
    }
    await token.drop(used)
    return ask(await token.read())
  }

  return {
    ...{ ports, side, about, getWithToken },
    get: (path, query, schema) => reply({ name: `GET /v2${path}`, path, query }, schema),
    post: async (path, body, schema) =>
      (await reply({ name: `POST /v2${path}`, method: 'POST', path, body }, schema)).value,
    put: async (path, schema) => (await reply({ name: `PUT /v2${path}`, method: 'PUT', path }, schema)).value,
  }
}

export const unknownKey = (side: string): Fault =>
  new Fault(
    'credentials',
    `${side} does not know the application key: copy it again from the app in your Cubyn account.`,
    { side },
  )
