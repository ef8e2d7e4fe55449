import { formatCents } from '../../domain/money.ts'
import { plainWords } from '../../domain/plain-words.ts'
import { STANDARD_VAT, vatInside } from '../../domain/vat.ts'

/** [C] A tag without a country speaks of the marketplace's own; Monaco has its rates. */
const HOME: readonly string[] = ['FR', 'MC']

export const standardRate = (countryCode: string): number => STANDARD_VAT[countryCode] ?? 0

/**
 * The rate of a product in percent, by the country it goes to: a tag such as `TVA 5.5` (at home), `TVA DE 7` (there), else the standard rate.
 * Outside the European VAT area no tag brings one back.
 */
export const rateOf = (tags: readonly string[], words: readonly string[], countryCode: string): number => {
  const standard = standardRate(countryCode)
  if (standard === 0) return 0
  const starts = words.map(plainWords)
  for (const tag of tags.map(plainWords)) {
    const start = starts.find((word) => tag.startsWith(`${word} `) || tag.startsWith(`${word}:`))
    if (start === undefined) continue
    const [, country, percent] =
      /^\s*:?\s*(?:([a-z]{2})\s+)?(\d{1,2}(?:[.,]\d{1,2})?)\s*%?$/.exec(tag.slice(start.length)) ?? []
    if (percent === undefined) continue
    const isMeant = country === undefined ? HOME.includes(countryCode) : country.toUpperCase() === countryCode
    if (isMeant) return Number(percent.replace(',', '.'))
  }
  return standard
}

/** The tax lines of an amount that includes the tax: for the whole line, not for a unit (shopify.md 2.3). */
export const taxLines = (grossCents: number, percent: number, currency: string) =>
  percent === 0
    ? {}
    : {
        taxLines: [
          {
            title: `TVA ${percent}%`,
            rate: String(Number((percent / 100).toFixed(6))),
            priceSet: { shopMoney: { amount: formatCents(vatInside(grossCents, percent)), currencyCode: currency } },
          },
        ],
      }
