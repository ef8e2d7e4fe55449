import type { Carrier } from './carrier.ts'
import type { CarrierQuestion, RuleAnswer } from './carrier-question.ts'
import { byDefault, byLink, byMapping, byName, byNumber } from './carrier-rules.ts'
import type { CarrierCatalogue } from './catalogue.ts'
import { fits } from './recognise.ts'

/** Product.md section 5, in its order. */
const RULES = [
  { rule: 'mapping', ask: byMapping },
  { rule: 'link', ask: byLink },
  { rule: 'name', ask: byName },
  { rule: 'number', ask: byNumber },
  { rule: 'default', ask: byDefault },
] as const

type AskedRule = (typeof RULES)[number]['rule']

/** The five that can find a carrier, and the sixth: a person is asked. */
export const CARRIER_RULES = [...RULES.map(({ rule }) => rule), 'problem'] as const
export type CarrierRule = AskedRule | 'problem'

export type CarrierFinding =
  | {
      readonly kind: 'found'
      readonly carrier: Carrier
      readonly rule: AskedRule
      /** False: the number does not look like this carrier's. Worth a warning, never a refusal. */
      readonly numberFits: boolean
    }
  /** Several fit, best first, and no default decides. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Carrier[] }
  | { readonly kind: 'unknown' }

/** Who moves a parcel: the first rule that names one carrier wins. */
export const findCarrier = (question: CarrierQuestion, catalogue: CarrierCatalogue): CarrierFinding => {
  const asked = askRules(question, catalogue)
  for (const { rule, answer } of asked) {
    if (answer?.kind !== 'found') continue
    const { carrier } = answer
    return { kind: 'found', carrier, rule, numberFits: fits(question.number, carrier, catalogue) }
  }
  const open = asked.map(({ answer }) => answer).find((answer) => answer?.kind === 'ambiguous')
  return open ?? { kind: 'unknown' }
}

/** What each rule would say by itself. */
export const askRules = (
  question: CarrierQuestion,
  catalogue: CarrierCatalogue,
): readonly { readonly rule: AskedRule; readonly answer: RuleAnswer }[] =>
  RULES.map(({ rule, ask }) => ({ rule, answer: ask(question, catalogue) }))
