import { Fault, isFault } from '../../domain/fault.ts'
import { createJsonCalls } from '../http/json-calls.ts'
import type { Ports } from '../sockets/ports.ts'
import type { Account } from './account.ts'
import { answerFault } from './answer-faults.ts'
import { Envelope, isThrottled, spoilingErrors } from './envelope.ts'
import { API_VERSION, CALLS_AT_ONCE } from './facts.ts'
import { judgeStatus } from './http-faults.ts'
import type { Question } from './question.ts'
import { sessionOf } from './session.ts'
import { createTokens } from './token.ts'

export type Api = ReturnType<typeof createApi>

/** How often a call that found no points left is made again, and how long it may wait each time. */
const THROTTLED_TRIES = 4
const LONGEST_WAIT_MS = 30_000
const RETRY_DELAY_MS = 1_000

export interface Answer<T> {
  readonly value: T
  readonly headers: Headers
}

/** One shop's GraphQL address: token, points and errors are seen to here. */
export const createApi = (account: Account, ports: Ports) => {
  const { clock, side } = ports
  const session = sessionOf(account)
  const tokens = createTokens(account, session, ports)
  const url = new URL(`/admin/api/${API_VERSION}/graphql.json`, account.shopUrl)

  const waitFor = async (points: number): Promise<void> => {
    const wait = session.bucket.waitFor(points, clock.now())
    if (wait > LONGEST_WAIT_MS) throw tooBusy(wait)
    if (wait > 0) await clock.sleep(wait)
  }

  const tooBusy = (wait: number): Fault =>
    new Fault('busy', `${side} asks for fewer calls.`, { side, retryAt: new Date(clock.now() + wait).toISOString() })

  const send = async (token: string, { name, document, variables = {}, points, writes }: Question<unknown>) => {
    const secrets = [account.clientSecret, account.accessToken, token]
    const calls = createJsonCalls({ ports, secrets, atOnce: CALLS_AT_ONCE, judge: judgeStatus(side) })
    session.bucket.spend(points, clock.now())
    const { value: envelope, headers } = await calls.withReply(
      {
        ...{ name, url, method: 'POST', safe: writes !== true },
        headers: { 'x-shopify-access-token': token },
        body: { query: document, variables },
      },
      Envelope,
    )
    const status = envelope.extensions?.cost?.throttleStatus
    if (status !== undefined) session.bucket.learn(status, clock.now())
    return { envelope, headers }
  }

  /** With a token that was just refused, once more with another: a refused call has done nothing. */
  const sendAsUs = async (question: Question<unknown>) => {
    const token = await tokens.read()
    try {
      return await send(token, question)
    } catch (error) {
      if (!isFault(error, 'credentials') || !(await tokens.drop(token))) throw error
    }
    return send(await tokens.read(), question)
  }

  const sendInTurn = async (question: Question<unknown>) => {
    for (let tries = 1; ; tries += 1) {
      await waitFor(question.points)
      const sent = await sendAsUs(question)
      if (!isThrottled(sent.envelope)) return sent
      // It was not begun. What it really costs stands in the answer, and the bucket has learnt the rest.
      const needed = sent.envelope.extensions?.cost?.requestedQueryCost ?? question.points
      const wait = Math.max(session.bucket.waitFor(needed, clock.now()), RETRY_DELAY_MS)
      if (tries === THROTTLED_TRIES || wait > LONGEST_WAIT_MS) throw tooBusy(wait)
      await clock.sleep(wait)
    }
  }

  const reply = async <T>(question: Question<T>): Promise<Answer<T>> => {
    const { name, answer, writes = false } = question
    const { envelope, headers } = await sendInTurn(question)
    const errors = spoilingErrors(envelope)
    if (errors.length > 0) throw answerFault(errors, envelope, { side, name, writes })
    return { value: parse(envelope.data, answer, writes), headers }
  }

  const parse = <T>(data: unknown, answer: Question<T>['answer'], writes: boolean): T => {
    const parsed = answer.safeParse(data)
    if (parsed.success) return parsed.data
    const [first] = parsed.error.issues
    const path = first?.path.map(String).join('.') || 'the whole answer'
    const message = `${side} (${url.host}) answered in an unexpected shape (${path}: ${first?.code ?? 'invalid'}).`
    const outcome = writes ? 'unknown' : 'not-done'
    throw new Fault('unreadable', message, { side, outcome, detail: { host: url.host, path } })
  }

  const withHeaders = async <T>(question: Question<T>): Promise<Answer<T>> => {
    try {
      return await reply(question)
    } catch (error) {
      // An outage that came as an answer: whatever else was no good has been asked again already.
      const isOutage = isFault(error, 'unreachable') && error.detail['call'] !== undefined
      if (question.writes || !isOutage) throw error
    }
    await clock.sleep(RETRY_DELAY_MS)
    return reply(question)
  }

  return {
    withHeaders,
    ask: async <T>(question: Question<T>): Promise<T> => (await withHeaders(question)).value,
  }
}
