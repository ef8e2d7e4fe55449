import type { FaultKind } from '../../domain/fault.ts'
import { longestSpelling, type Redact } from './redact.ts'

/** One attempt of one call, without its secrets: for the timeline and the log. */
export interface CallRecord {
  readonly name: string
  readonly method: string
  readonly url: string
  /** 1, or 2 when a read was tried again. */
  readonly attempt: number
  /** When it was sent, UTC ISO. */
  readonly at: string
  readonly durationMs: number
  /** Null when no answer came. */
  readonly status: number | null
  readonly bytes: number
  readonly fault: FaultKind | null
  /** Why no answer came, in words. */
  readonly failure: string | null
  /** Beginnings of what was sent and of what came. They hold buyers' data: for the encrypted database, never for a log file. */
  readonly request: string
  readonly answer: string
}

const EXCERPT = 4_000

/**
 * The beginning of a body as text, secrets taken out before it is cut: a secret that the cut goes through would show its first half.
 */
export const excerpt = (body: Uint8Array | string | undefined, redact: Redact, secrets: readonly string[]): string => {
  if (body === undefined) return ''
  const margin = longestSpelling(secrets)
  const window = body.slice(0, EXCERPT + 2 * margin)
  const text = redact(typeof window === 'string' ? window : decode(window))
  const whole = window.length === body.length
  if (whole && text.length <= EXCERPT) return text
  return `${text.slice(0, Math.min(EXCERPT, whole ? EXCERPT : Math.max(0, text.length - margin)))}…`
}

/** Good enough to be looked at; the connectors decode with more care. */
const decode = (bytes: Uint8Array): string => {
  const text = new TextDecoder().decode(bytes)
  return text.slice(0, -4).includes('\uFFFD') ? new TextDecoder('windows-1252').decode(bytes) : text
}
