import { z } from 'zod'
import type { Api } from './api.ts'
import { oneOf } from './filters.ts'
import { Rate, Reference, Whole, Words } from './shapes.ts'

const TaxRule = z.object({
  id_tax_rules_group: Whole,
  id_state: Reference,
  zipcode_from: Words,
  zipcode_to: Words,
  id_tax: Whole,
  behavior: Whole,
})
type TaxRule = z.infer<typeof TaxRule>

/** VAT in percent of a tax rules group. */
export type RateOf = (taxRulesGroup: number, postcode: string) => number

/** What the shop's own tables say for one country of delivery; a group without a rule for it bears no tax. */
export const readRates = async (api: Api, country: number): Promise<RateOf> => {
  const rules = await api.list('tax_rules', { filter: { id_country: oneOf([country]) } }, TaxRule)
  const ids = [...new Set(rules.map(({ id_tax }) => id_tax))].filter((id) => id !== 0)
  const taxes =
    ids.length === 0
      ? []
      : await api.list(
          'taxes',
          { display: ['id', 'rate'], filter: { id: oneOf(ids) } },
          z.object({ id: Whole, rate: Rate }),
        )
  const rates = new Map(taxes.map(({ id, rate }) => [id, rate]))
  return (group, postcode) =>
    combined(
      rules.filter((rule) => rule.id_tax_rules_group === group && rule.id_state === 0 && isAt(rule, postcode)),
      rates,
    )
}

const isAt = ({ zipcode_from: from, zipcode_to: to }: TaxRule, postcode: string): boolean =>
  to === '' || to === '0' ? from === '' || from === '0' || from === postcode : postcode >= from && postcode <= to

/** The most exact rule first; it says whether it stands alone (0), is added to (1), or taxed in its turn (2). */
const combined = (rules: readonly TaxRule[], rates: ReadonlyMap<number, number>): number => {
  const sorted = rules.toSorted((one, other) => compare(other.zipcode_from, one.zipcode_from))
  const [first] = sorted
  if (first === undefined) return 0
  const used = first.behavior === 0 ? [first] : sorted
  const percents = used.map(({ id_tax }) => rates.get(id_tax) ?? 0)
  if (first.behavior !== 2) return percents.reduce((sum, percent) => sum + percent, 0)
  const factor = percents.reduce((product, percent) => product * (1 + percent / 100), 1)
  return Math.round((factor - 1) * 100_000) / 1_000
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
