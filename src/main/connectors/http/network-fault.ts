import { Fault } from '../../domain/fault.ts'
import type { Redact } from './redact.ts'
import { redactError } from './redact-error.ts'

interface Failed {
  readonly side: string
  readonly host: string
  readonly timeoutMs: number
  readonly redact: Redact
}

/**
 * The request cannot have arrived: no address, no connection, no trusted certificate. Everything else may have happened. A reset is
 * not listed, because a kept-alive connection is reset after the request as often as before it.
 */
const NEVER_SENT: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name is not known (is this PC online?)',
  EAI_AGAIN: 'its name could not be looked up (is this PC online?)',
  ECONNREFUSED: 'nobody answers there',
  EHOSTUNREACH: 'there is no way to it from here',
  ENETUNREACH: 'this PC is offline',
  EADDRNOTAVAIL: 'this PC is offline',
  UND_ERR_CONNECT_TIMEOUT: 'it took too long to connect',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet (is the time of this PC right?)',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not trusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not trusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is not trusted',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate belongs to another address',
}

/** What `fetch` threw, as a fault that says whether the request may have arrived. */
export const networkFault = (error: unknown, { side, host, timeoutMs, redact }: Failed): Fault => {
  const cause = redactError(error, redact)
  if (error instanceof Error && error.name === 'TimeoutError') {
    const message = `${side} did not answer within ${Math.ceil(timeoutMs / 1000)} seconds.`
    return new Fault('unreachable', message, { side, cause, outcome: 'unknown', detail: { host, code: 'TIMEOUT' } })
  }
  const code = codeOf(error)
  const why = NEVER_SENT[code]
  const detail = { host, code }
  return why === undefined
    ? new Fault('unreachable', `The connection to ${side} broke.`, { side, cause, outcome: 'unknown', detail })
    : new Fault('unreachable', `${side} cannot be reached: ${why}.`, { side, cause, detail })
}

/** `fetch` wraps the system's error once, and once more when a name has several addresses. */
const codeOf = (error: unknown, depth = 0): string => {
  if (!(error instanceof Error) || depth > 4) return ''
  if ('code' in error && typeof error.code === 'string' && error.code !== '') return error.code
  const [first]: readonly unknown[] = error instanceof AggregateError ? error.errors : []
  return codeOf(error.cause ?? first, depth + 1)
}
