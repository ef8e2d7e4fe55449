import { Fault } from '../../domain/fault.ts'
import type { XmlElement } from '../http/read-xml.ts'
import type { Redact } from '../http/redact.ts'
import { ACTIONS, type ActionName, quotaEndsAt, SIDE } from './facts.ts'

/** An `errorresponse` (3.1). */
export interface RakutenError {
  readonly type: string
  readonly code: string
  readonly message: string
  readonly details: readonly string[]
  readonly httpStatus: number
}

/** `redact` keeps the token out, should an error quote the address it was asked at. */
export const readError = (root: XmlElement, httpStatus: number, redact: Redact): RakutenError => ({
  type: root.text('error/type'),
  code: root.text('error/code'),
  message: redact(root.text('error/message')),
  details: (root.at('error/details')?.all('detail') ?? []).map(({ value }) => redact(value)).filter(Boolean),
  httpStatus,
})

/** What kind of error it is, whatever the call (3.2). `unknown` also stands for a purchase that is not there or not confirmed yet. */
export const meaningOf = ({ type, code, message, details, httpStatus }: RakutenError): Meaning => {
  const words = [message, ...details].join(' ')
  if (code === 'InvalidUserConnection') return 'credentials'
  if (code === 'InvalidUserRights') return /quota|maximum number of requests/i.test(words) ? 'quota' : 'rights'
  if (code === 'ServerError') return 'outage'
  if (type === 'Sender') return 'parameter'
  // [C] Which HTTP status comes with which error is not known: only the one that means an outage everywhere counts.
  return httpStatus === 503 || /unavailable|indisponible|maintenance/i.test(words) ? 'outage' : 'unknown'
}

export type Meaning = 'credentials' | 'quota' | 'rights' | 'outage' | 'parameter' | 'unknown'

/** The fault an error is when its call has no better use for it. */
export const toFault = (error: RakutenError, action: ActionName, now: number): Fault => {
  const more = { side: SIDE, detail: detailOf(error, action) }
  const { safe } = ACTIONS[action]
  switch (meaningOf(error)) {
    case 'credentials':
      return new Fault('credentials', 'Rakuten refused the login or the token: enter the new token.', more)
    case 'quota':
      return new Fault('quota', 'Rakuten’s hourly allowance of calls is used up.', {
        ...more,
        retryAt: quotaEndsAt(now),
      })
    // Not `settings`: that stops the connection, and an account without stock rights can still take orders.
    case 'rights':
      return new Fault('refused', `Rakuten keeps “${action}” for professional accounts: ${wordsOf(error)}`, more)
    case 'outage':
      return new Fault('unreachable', `Rakuten is out of order at the moment: ${wordsOf(error)}`, {
        ...more,
        outcome: safe ? 'not-done' : 'unknown',
      })
    case 'parameter':
      return new Fault('refused', `Rakuten refused “${action}”: ${wordsOf(error)}`, more)
    // Says neither that it failed nor why: the order is asked about again by itself, and nothing else is held up.
    case 'unknown':
      return new Fault('unreadable', `Rakuten answered “${action}” with “${wordsOf(error)}” and no reason.`, {
        ...more,
        outcome: safe ? 'not-done' : 'unknown',
      })
  }
}

/** The most telling words of an error. */
export const wordsOf = ({ message, details, code }: RakutenError): string =>
  (details.length > 0 ? details.join(' · ') : message || code) || 'no reason given'

const detailOf = (error: RakutenError, action: ActionName): Readonly<Record<string, string>> => ({
  action,
  type: error.type,
  code: error.code,
  message: error.message,
  details: error.details.join('\n'),
  httpStatus: String(error.httpStatus),
})
