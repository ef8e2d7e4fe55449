import { Fault } from '../../domain/fault.ts'
import type { Clock, HttpAnswer } from '../sockets/ports.ts'

interface Situation {
  readonly side: string
  readonly clock: Clock
  /** The call only read: whatever its answer was, nothing happened. */
  readonly safe: boolean
}

/** What an HTTP status means where the outside speaks plain HTTP; null when the call went well. */
export const statusFault = (
  answer: Pick<HttpAnswer, 'status' | 'headers'>,
  { side, clock, safe }: Situation,
): Fault | null => {
  const { status } = answer
  if (status >= 200 && status < 300) return null
  const more = { side, detail: { status: String(status) } }
  if (status === 401 || status === 403) {
    return new Fault('credentials', `${side} refused the key it was given (HTTP ${status}).`, more)
  }
  const retryAt = retryAfter(answer.headers, clock)
  if (status === 429 || (status === 503 && retryAt !== null)) {
    return new Fault(
      'busy',
      `${side} asks for fewer calls (HTTP ${status}).`,
      retryAt === null ? more : { ...more, retryAt },
    )
  }
  if (status === 408 || status >= 500) {
    const outcome = safe ? 'not-done' : 'unknown'
    return new Fault('unreachable', `${side} is out of order at the moment (HTTP ${status}).`, { ...more, outcome })
  }
  return new Fault('refused', `${side} refused the call (HTTP ${status}).`, more)
}

/** `Retry-After` as a moment (UTC ISO): seconds from now, or an HTTP date. Null when absent, past or unreadable. */
export const retryAfter = (headers: Headers, clock: Clock): string | null => {
  const text = headers.get('retry-after')?.trim() ?? ''
  const at = /^\d{1,8}$/.test(text) ? clock.now() + Number(text) * 1000 : Date.parse(text)
  return Number.isFinite(at) && at > clock.now() ? new Date(at).toISOString() : null
}
