import { Fault } from '../../domain/fault.ts'
import type { Clock, HttpAnswer } from '../sockets/ports.ts'
import { retryAfter } from './status-fault.ts'

/** True for an answer that is written for people: a login page, a firewall, a maintenance notice. */
export const isPage = ({ bytes }: Pick<HttpAnswer, 'bytes'>): boolean =>
  /^\s*<(?!\?xml)/.test(Buffer.from(bytes.subarray(0, 100)).toString('latin1').replace(/^ï»¿/, ''))

/**
 * A web page where data was asked for, with an error status: whoever wrote it stands in front of the platform, and knows nothing of our key.
 * Null for any other answer.
 */
export const pageFault = (
  answer: HttpAnswer,
  { side, clock, safe }: { readonly side: string; readonly clock: Clock; readonly safe: boolean },
): Fault | null => {
  const { status, headers } = answer
  if (status < 400 || status === 404 || status === 429 || !isPage(answer)) return null
  const retryAt = retryAfter(headers, clock)
  const message = `A web page answers for ${side} (HTTP ${status}): something in front of it, such as a firewall or a maintenance page, keeps Navette out.`
  const more = {
    side,
    outcome: safe || status < 500 ? 'not-done' : 'unknown',
    detail: { status: String(status) },
  } as const
  return new Fault(retryAt === null ? 'unreachable' : 'busy', message, retryAt === null ? more : { ...more, retryAt })
}
