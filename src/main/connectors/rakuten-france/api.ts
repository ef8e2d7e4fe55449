import { Fault, isFault } from '../../domain/fault.ts'
import { createGates } from '../http/gates.ts'
import { multipartFile } from '../http/multipart.ts'
import { createRedactor } from '../http/redact.ts'
import { statusFault } from '../http/status-fault.ts'
import type { HttpAnswer, Ports } from '../sockets/ports.ts'
import { type Answer, type RecordsOf, readAnswer } from './answer.ts'
import { createBudget } from './budget.ts'
import { meaningOf, type RakutenError, toFault } from './errors.ts'
import { ACTIONS, type ActionName, CHANNEL, SIDE } from './facts.ts'
import { toQuery } from './query.ts'

export interface Account {
  readonly login: string
  readonly token: string
  readonly baseUrl: URL
  /** The seller's own limit; null for none. */
  readonly callsPerHour: number | null
}

export interface Question<T> {
  readonly parameters?: Readonly<Record<string, string>>
  /** An XML file, sent as UTF-8 without a byte order mark (2.5). */
  readonly file?: string
  readonly records?: RecordsOf<T>
}

export type Response<T = never> = Extract<Answer<T>, { readonly kind: 'response' }>

export type Api = ReturnType<typeof createApi>

const RETRY_DELAY_MS = 1_000

/** Speaks Rakuten's protocol: one URL per family, the action and the credentials in the query, XML back (2). */
export const createApi = (account: Account, ports: Pick<Ports, 'http' | 'clock' | 'records'>) => {
  const { http, clock } = ports
  const redact = createRedactor([account.token])
  const gates = createGates({ ...ports, side: SIDE })
  const budget = createBudget(account.callsPerHour, ports)
  let serverAhead: number | null = null

  const send = async (action: ActionName, { parameters, file }: Question<unknown>): Promise<HttpAnswer> => {
    const { family, safe } = ACTIONS[action]
    gates.check(family)
    budget.spend()
    const upload = file === undefined ? undefined : multipartFile('file', `${action}.xml`, 'text/xml', file)
    const answer = await http.send({
      method: upload === undefined ? 'GET' : 'POST',
      url: addressOf(account, action, parameters),
      name: action,
      secrets: [account.token],
      safe,
      ...upload,
    })
    const serverTime = Date.parse(answer.headers.get('date') ?? '')
    if (!Number.isNaN(serverTime)) serverAhead = serverTime - clock.now()
    return answer
  }

  const read = <T>(answer: HttpAnswer, action: ActionName, records: RecordsOf<T> | undefined): Answer<T> => {
    try {
      const read = readAnswer(answer, action, redact, records)
      if (read.kind === 'error' && !isForTheCaller(read.error)) throw toFault(read.error, action, clock.now())
      return read
    } catch (error) {
      const fault = inItsOwnWords(error, answer, action)
      if (fault instanceof Fault) gates.closeFor(ACTIONS[action].family, fault)
      throw fault
    }
  }

  /** Whoever stands in front of Rakuten may ask for fewer calls without knowing its XML. */
  const inItsOwnWords = (error: unknown, answer: HttpAnswer, action: ActionName): unknown => {
    if (!isFault(error, 'unreadable')) return error
    const fault = statusFault(answer, { side: SIDE, clock, safe: ACTIONS[action].safe })
    return fault?.kind === 'busy' ? fault : error
  }

  /** Errors that concern more than this call are thrown; the others are handed back, for the caller to judge. */
  const ask = async <T = never>(action: ActionName, question: Question<T> = {}): Promise<Answer<T>> => {
    const answer = await send(action, question)
    try {
      return read(answer, action, question.records)
    } catch (error) {
      if (!ACTIONS[action].safe || !isFault(error, 'unreadable', 'unreachable')) throw error
    }
    await clock.sleep(RETRY_DELAY_MS)
    return read(await send(action, question), action, question.records)
  }

  return {
    ask,
    /** The answer of a call that has no use for an error. */
    need: async <T = never>(action: ActionName, question: Question<T> = {}): Promise<Response<T>> => {
      const answer = await ask(action, question)
      if (answer.kind === 'error') throw toFault(answer.error, action, clock.now())
      return answer
    },
    now: () => clock.now(),
    /** How far Rakuten's clock is ahead of this PC's, in milliseconds, by its last answer; null while none told. */
    serverAhead: () => serverAhead,
  }
}

const isForTheCaller = (error: RakutenError): boolean => ['parameter', 'unknown'].includes(meaningOf(error))

const addressOf = ({ baseUrl, login, token }: Account, action: ActionName, parameters = {}): URL => {
  const { family, version } = ACTIONS[action]
  const url = new URL(`${baseUrl.pathname.replace(/\/$/, '')}/${family}`, baseUrl)
  url.search = toQuery({ action, login, pwd: token, version, channel: CHANNEL, ...parameters })
  return url
}
