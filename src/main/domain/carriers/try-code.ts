import type { Carrier } from './carrier.ts'
import type { CarrierProblem } from './carrier-problem.ts'
import type { CarrierCatalogue } from './catalogue.ts'
import { describeTracking, type ParcelToDescribe, type TrackingDescription, type WordOf } from './describe-tracking.ts'
import { askRules, type CarrierRule } from './find-carrier.ts'
import { normaliseNumber, splitNumbers } from './tracking-number.ts'

/** *Try a code*: what the marketplace would be told, and what each of the six rules says. */
export interface TriedCode {
  readonly outcome: TrackingDescription | CarrierProblem
  readonly rules: readonly TriedRule[]
}

export interface TriedRule {
  readonly rule: CarrierRule
  /** The one that decided. */
  readonly hit: boolean
  /** Whom the rule names; several when it cannot decide, none when it has nothing to say. */
  readonly carriers: readonly Carrier[]
}

/** Asks all rules about a number, whether or not an earlier one has hit. */
export const tryCode = (asked: ParcelToDescribe, catalogue: CarrierCatalogue, wordOf: WordOf): TriedCode => {
  const outcome = describeTracking(asked, catalogue, wordOf)
  const [given = ''] = splitNumbers(asked.parcel.trackingNumber)
  const number = normaliseNumber(given)
  const answers = number === null ? [] : askRules({ ...asked, number }, catalogue)
  const deciding = answers.find(({ answer }) => answer?.kind === 'found')?.rule ?? 'problem'
  const said = answers.map(({ rule, answer }) => ({
    rule,
    hit: rule === deciding,
    carriers: answer === null ? [] : answer.kind === 'found' ? [answer.carrier] : answer.candidates,
  }))
  return { outcome, rules: [...said, { rule: 'problem', hit: deciding === 'problem', carriers: [] }] }
}
