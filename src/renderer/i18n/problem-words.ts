import type { i18n, TFunction } from 'i18next'
import type { ProblemView } from '../../preload/contract/shapes.ts'
import type { Format } from './format.ts'

/** Who and what a problem is about, where its detail does not say. */
export interface About {
  readonly office?: string | null
  readonly connection?: string
}

export interface ProblemWords {
  readonly head: string
  readonly body: string
}

/** A problem in the words of the screen's language; the program's own English sentence where a fact is missing. */
export const problemWords = (
  problem: Pick<ProblemView, 'kind' | 'detail' | 'message'>,
  about: About,
  { t, i18n, format }: { readonly t: TFunction; readonly i18n: i18n; readonly format: Format },
): ProblemWords => {
  const facts = factsOf(problem, about, format)
  // Keys are put together from a kind of problem and looked up before they are said, so their type cannot be known.
  const word = t as unknown as (key: string, options: object) => string
  const say = (...keys: readonly string[]): string | null => {
    for (const key of keys) {
      if (!i18n.exists(key)) continue
      const wanted = [...word(key, { skipInterpolation: true }).matchAll(/{{(\w+)}}/g)].map(([, name = '']) => name)
      if (wanted.every((name) => facts[name])) return word(key, facts)
    }
    return null
  }
  const variant = variantOf(problem)
  const head = say(`problem.${variant}.head`, `problem.${variant}.headPlain`, `problem.${problem.kind}.headPlain`)
  const body = say(`problem.${variant}.body`, `problem.${variant}.bodyPlain`)
  return { head: head ?? problem.message, body: body ?? (head === null ? '' : problem.message) }
}

const CARRIER_VARIANTS: Readonly<Record<string, string>> = {
  CARRIER_NO_URL: 'carrierNoLink',
  URL_DATA_MISSING: 'carrierNoLink',
  CARRIER_AMBIGUOUS: 'carrierSeveral',
  NUMBER_INVALID: 'carrierNumber',
}

/** One kind may need several wordings. */
const variantOf = ({ kind, detail }: Pick<ProblemView, 'kind' | 'detail'>): string => {
  if (kind === 'sku' && detail['reason'] === 'duplicate') return 'skuDuplicate'
  if (kind === 'credentials' && typeof detail['office'] === 'string') return 'officeCredentials'
  if (kind === 'total-differs' && detail['reason'] === 'before-acceptance') return 'totalWouldDiffer'
  if (kind === 'carrier') return CARRIER_VARIANTS[String(detail['code'])] ?? 'carrier'
  return kind
}

/** Sentences of the other side that stand inside one of ours. */
const INSIDE: ReadonlySet<string> = new Set(['rule', 'difference', 'incident'])

const factsOf = (
  { detail }: Pick<ProblemView, 'detail'>,
  { office, connection }: About,
  format: Format,
): Readonly<Record<string, string>> => {
  const currency = typeof detail['currency'] === 'string' ? detail['currency'] : 'EUR'
  const money = (name: string): string => {
    const cents = detail[name]
    return typeof cents === 'number' ? format.money(cents, currency) : ''
  }
  const plain = Object.entries(detail).flatMap(([name, value]) =>
    value === null ? [] : [[name, Array.isArray(value) ? value.join(' · ') : String(value)] as const],
  )
  return {
    office: office ?? '',
    connection: connection ?? '',
    ...Object.fromEntries(plain.map(([name, text]) => [name, INSIDE.has(name) ? text.replace(/\.$/, '') : text])),
    offer: money('offerCents'),
    price: money('priceCents'),
  }
}
