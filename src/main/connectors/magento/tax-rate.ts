import { STANDARD_VAT } from '../../domain/vat.ts'
import type { TaxRate, TaxRule } from './schemas.ts'

/** The shop's own tax tables; null where the integration may not read them. */
export interface TaxTables {
  readonly rules: readonly TaxRule[]
  readonly rates: readonly TaxRate[]
}

interface Destination {
  readonly countryCode: string
  readonly postcode: string
}

/**
 * VAT in percent on a product of this class, sent there. [C] (magento.md says nothing of tax): as the shop's own rules have it; a country of
 * which they know nothing at all has its standard rate.
 */
export const taxPercent = (tables: TaxTables | null, taxClass: number | null, to: Destination): number => {
  const standard = STANDARD_VAT[to.countryCode] ?? 0
  // 0 is the class "None".
  if (taxClass === 0) return 0
  const ofCountry = tables?.rates.filter(({ tax_country_id }) => tax_country_id === to.countryCode) ?? []
  if (tables === null || ofCountry.length === 0 || taxClass === null) return standard
  const rules = tables.rules
    .filter(({ product_tax_class_ids }) => product_tax_class_ids.includes(taxClass))
    .toSorted((one, other) => one.priority - other.priority || one.position - other.position)
  for (const { tax_rate_ids } of rules) {
    const [best] = ofCountry
      .filter((rate) => tax_rate_ids.includes(rate.id) && !rate.tax_region_id && closeness(rate, to.postcode) > 0)
      .toSorted((one, other) => closeness(other, to.postcode) - closeness(one, to.postcode))
    if (best !== undefined) return best.rate
  }
  return 0
}

/** How well a rate's postcodes fit: 0 not at all, more the narrower they are. */
const closeness = ({ tax_postcode, zip_is_range, zip_from, zip_to }: TaxRate, postcode: string): number => {
  if (zip_is_range === 1) {
    const isInside = Number(postcode) >= (zip_from ?? Number.NaN) && Number(postcode) <= (zip_to ?? Number.NaN)
    return isInside ? 2 : 0
  }
  if (tax_postcode === '' || tax_postcode === '*') return 1
  if (!tax_postcode.endsWith('*')) return tax_postcode === postcode ? 100 : 0
  return postcode.startsWith(tax_postcode.slice(0, -1)) ? 1 + tax_postcode.length : 0
}
