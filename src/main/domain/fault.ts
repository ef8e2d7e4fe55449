/**
 * The one error of the house: something outside, or a setting, kept us from going on. Anything else that is thrown is a bug.
 * The message is written for the seller and never holds a secret or a buyer's name; the `cause` is kept for the log.
 */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly kind: FaultKind
  /** The side that failed, as the seller knows it: "Rakuten", the back office's label, "This PC". */
  readonly side: string | null
  /** When the outside said it may be asked again (UTC ISO), if it said so. */
  readonly retryAt: string | null
  /** `unknown`: what was asked may have happened all the same (time-out, dropped connection, 5xx after sending). */
  readonly outcome: 'not-done' | 'unknown'
  /** Plain facts for the timeline and for tests: codes, statuses, texts of the outside. */
  readonly detail: Readonly<Record<string, string>>

  constructor(kind: FaultKind, message: string, more: FaultMore = {}) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause })
    this.kind = kind
    this.side = more.side ?? null
    this.retryAt = more.retryAt ?? null
    this.outcome = more.outcome ?? 'not-done'
    this.detail = more.detail ?? {}
  }
}

interface FaultMore {
  readonly cause?: unknown
  readonly side?: string
  readonly retryAt?: string
  readonly outcome?: 'not-done' | 'unknown'
  readonly detail?: Readonly<Record<string, string>>
}

interface FaultRule {
  /** Whether the next order may be tried, or everything that speaks through this connection stops. */
  readonly concerns: 'order' | 'connection'
  /** `alone`: the next cycle tries again by itself. `person`: never again before somebody did something. */
  readonly retry: 'alone' | 'person'
}

/** What each kind of fault means for the cycle (product.md sections 4, 8 and 14). */
export const FAULTS = {
  /** Login, token or key refused: no further call until another one is entered. */
  credentials: { concerns: 'connection', retry: 'person' },
  /** The outside asks us to slow down. */
  busy: { concerns: 'connection', retry: 'alone' },
  /** The hourly allowance of calls is used up. */
  quota: { concerns: 'connection', retry: 'alone' },
  /** No answer, or an outage said so. */
  unreachable: { concerns: 'connection', retry: 'alone' },
  /** Understood and declined: asking the same again gets the same answer. */
  refused: { concerns: 'order', retry: 'person' },
  /** An answer came and cannot be trusted: nothing is concluded from it. */
  unreadable: { concerns: 'order', retry: 'alone' },
  /** Something the seller set is missing or wrong. */
  settings: { concerns: 'connection', retry: 'person' },
  /** This PC's clock and the servers' disagree: what depends on time pauses. */
  clock: { concerns: 'connection', retry: 'alone' },
  /** The order moved while we looked at it: read it again. */
  stale: { concerns: 'order', retry: 'alone' },
} as const satisfies Record<string, FaultRule>

export type FaultKind = keyof typeof FAULTS

/** True for a fault, of any kind or of one of these. */
export const isFault = (error: unknown, ...kinds: readonly FaultKind[]): error is Fault =>
  error instanceof Fault && (kinds.length === 0 || kinds.includes(error.kind))
