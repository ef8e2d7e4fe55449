import { TAX_RULE_TYPES } from './facts.ts'
import type { Country, Currency, Tax } from './shapes.ts'

interface Destination {
  readonly countryId: string
  readonly postcode: string
}

type Rule = NonNullable<Tax['rules']>[number]

/** VAT in percent of goods under this tax, sent there: the shop's narrowest rule for it, else the tax's own rate. */
export const taxPercent = (tax: Tax, to: Destination, now: number): number => {
  const rules = (tax.rules ?? []).filter(
    (rule) => rule.countryId === to.countryId && !(Date.parse(rule.activeFrom ?? '') > now) && fits(rule, to.postcode),
  )
  for (const type of TAX_RULE_TYPES) {
    const [latest] = rules
      .filter((rule) => rule.type.technicalName === type)
      .toSorted((one, other) => (other.activeFrom ?? '').localeCompare(one.activeFrom ?? ''))
    if (latest !== undefined) return latest.taxRate
  }
  return tax.taxRate
}

const fits = ({ type, data }: Rule, postcode: string): boolean => {
  switch (type.technicalName) {
    case 'zip_code':
      return data?.zipCode === postcode
    case 'zip_code_range':
      return postcode >= (data?.fromZipCode ?? '') && postcode <= (data?.toZipCode ?? '')
    default:
      return type.technicalName === 'entire_country'
  }
}

/** True where the shop charges no VAT: to this country, or for this amount in this currency. */
export const isTaxFree = (country: Country, euro: Currency, totalCents: number): boolean => {
  const reaches = (amount: number | null | undefined): boolean => totalCents >= Math.round((amount ?? 0) * 100)
  if ((euro.taxFreeFrom ?? 0) > 0 && reaches(euro.taxFreeFrom)) return true
  const { customerTax } = country
  if (country.taxFree === true) return true
  return (
    customerTax?.enabled === true &&
    (!customerTax.amount || (customerTax.currencyId === euro.id && reaches(customerTax.amount)))
  )
}
