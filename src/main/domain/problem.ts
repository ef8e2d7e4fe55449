import type { FaultKind } from './fault.ts'

/** Why an order, or a connection, goes no further. It sits beside the status and never is one. */
export interface Problem {
  readonly kind: ProblemKind
  /** English, complete, without a buyer's name: what happened and what it means. Screens translate by kind and detail. */
  readonly message: string
  readonly detail: ProblemDetail
  readonly since: string
  /** When Navette tries again by itself; null when it waits for a person. */
  readonly nextTryAt: string | null
}

export type ProblemDetail = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

interface ProblemRule {
  /** Needs somebody, and so stands under *To do*; otherwise Navette tries again alone. */
  readonly needsPerson: boolean
  /** The named ways out, best first: the buttons of the screen and `navette act fix --choice`. */
  readonly choices: readonly string[]
}

/** Every kind of problem (product.md section 11). More may be added; none is renamed. The order is the order of urgency. */
export const PROBLEMS = {
  'cancelled-late': { needsPerson: true, choices: ['acknowledge'] },
  claim: { needsPerson: true, choices: ['open'] },
  duplicate: { needsPerson: true, choices: ['keep'] },
  'in-doubt': { needsPerson: true, choices: ['look-again', 'create'] },
  gone: { needsPerson: true, choices: ['place-again', 'cancel', 'manual'] },
  /** The back office has trouble with it and says so: goods not found, an address that will not do. */
  incident: { needsPerson: true, choices: ['acknowledge', 'manual'] },
  /** Units went missing on one side only: a line removed in the shop, or a unit cancelled that the shop cannot take out. */
  partial: { needsPerson: true, choices: ['cancel-items', 'leave'] },
  /** Cancelled in the back office, and the connection (or the number of them at once) wants a yes first. */
  cancellation: { needsPerson: true, choices: ['cancel', 'leave'] },
  'total-differs': { needsPerson: true, choices: ['accept-difference', 'cancel-there'] },
  'tracking-required': { needsPerson: true, choices: ['track', 'manual'] },
  carrier: { needsPerson: true, choices: ['choose', 'add-template'] },
  /** Another code than the one that was sent came from the back office. */
  'tracking-changed': { needsPerson: true, choices: ['offer', 'leave'] },
  'not-recorded': { needsPerson: true, choices: ['send-again', 'manual'] },
  negotiation: { needsPerson: true, choices: ['accept', 'refuse'] },
  preorder: { needsPerson: true, choices: ['accept', 'refuse', 'confirm'] },
  'accepted-elsewhere': { needsPerson: true, choices: ['place', 'leave'] },
  sku: { needsPerson: true, choices: ['alias', 'retry', 'refuse'] },
  stock: { needsPerson: true, choices: ['wait', 'accept-available', 'refuse'] },
  address: { needsPerson: true, choices: ['correct', 'manual'] },
  'delivery-mode': { needsPerson: true, choices: ['map'] },
  'unknown-value': { needsPerson: true, choices: ['retry', 'manual'] },
  'stock-confirmation': { needsPerson: true, choices: ['send', 'discard'] },
  credentials: { needsPerson: true, choices: ['new-secret'] },
  settings: { needsPerson: true, choices: ['retry'] },
  refused: { needsPerson: true, choices: ['retry', 'manual'] },
  clock: { needsPerson: true, choices: ['retry'] },
  quota: { needsPerson: false, choices: ['retry'] },
  busy: { needsPerson: false, choices: ['retry'] },
  unreachable: { needsPerson: false, choices: ['retry'] },
  unreadable: { needsPerson: false, choices: ['retry'] },
} as const satisfies Record<string, ProblemRule> & Record<Exclude<FaultKind, 'stale'>, ProblemRule>

export type ProblemKind = keyof typeof PROBLEMS
export const PROBLEM_KINDS = Object.keys(PROBLEMS) as ProblemKind[] // Object.keys forgets the names it just listed

export const needsPerson = (problem: Pick<Problem, 'kind'>): boolean => PROBLEMS[problem.kind].needsPerson

/** The ways out of this very problem: those of its kind, unless its detail narrows them. */
export const choicesFor = ({ kind, detail }: Pick<Problem, 'kind' | 'detail'>): readonly string[] =>
  Array.isArray(detail['choices']) ? detail['choices'] : PROBLEMS[kind].choices

/** The problem to show first when an order has several. */
export const mostUrgent = <P extends Pick<Problem, 'kind'>>(problems: readonly P[]): P | null =>
  problems.reduce<P | null>((first, next) => (first && urgency(first) <= urgency(next) ? first : next), null)

const urgency = ({ kind }: Pick<Problem, 'kind'>): number => PROBLEM_KINDS.indexOf(kind)
