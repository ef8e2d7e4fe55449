/** One row of the shop's tax table (`GET /taxes`). */
export interface TaxRate {
  readonly id: number
  /** Empty: every country; so are `state`, `postcodes` and `cities`. */
  readonly country: string
  readonly state: string
  readonly postcodes: readonly string[]
  readonly cities: readonly string[]
  readonly percent: number
  readonly priority: number
  readonly isCompound: boolean
  readonly onShipping: boolean
  /** Position in the table. */
  readonly order: number
  /** `standard` for the class without a name. */
  readonly taxClass: string
}

export interface Place {
  readonly country: string
  readonly state: string
  readonly postcode: string
  readonly city: string
}

/**
 * What WooCommerce will add to a net price at this place, in percent: the closest rate of every priority; compound ones on top of the others.
 */
export const percentAt = (rates: readonly TaxRate[], place: Place, taxClass: string): number =>
  combined(ratesAt(rates, place, taxClass))

/** The same for shipping, which only some rates are for. */
export const shippingPercentAt = (rates: readonly TaxRate[], place: Place, taxClass: string): number =>
  combined(ratesAt(rates, place, taxClass).filter(({ onShipping }) => onShipping))

const combined = (rates: readonly TaxRate[]): number => {
  const simple = rates.filter(({ isCompound }) => !isCompound).reduce((sum, { percent }) => sum + percent, 0)
  return rates
    .filter(({ isCompound }) => isCompound)
    .reduce((sum, { percent }) => sum + ((100 + sum) * percent) / 100, simple)
}

const ratesAt = (rates: readonly TaxRate[], place: Place, taxClass: string): readonly TaxRate[] => {
  const closestFirst = rates.filter((rate) => rate.taxClass === taxClass && isFor(rate, place)).toSorted(byCloseness)
  return closestFirst.filter(({ priority }, at) => closestFirst.findIndex((rate) => rate.priority === priority) === at)
}

const isFor = ({ country, state, postcodes, cities }: TaxRate, place: Place): boolean =>
  (country === '' || country === place.country) &&
  (state === '' || state.toUpperCase() === place.state.toUpperCase()) &&
  (postcodes.length === 0 || postcodes.some((pattern) => isPostcodeIn(pattern, place.postcode))) &&
  (cities.length === 0 || cities.some((city) => city.toUpperCase() === place.city.toUpperCase()))

const bare = (postcode: string): string => postcode.replace(/[\s-]/g, '').toUpperCase()

/** `97100`, `97*` or `97100...97699`. */
const isPostcodeIn = (pattern: string, postcode: string): boolean => {
  const [from, to] = pattern.split('...').map(bare)
  const wanted = bare(postcode)
  if (from === undefined) return false
  if (to !== undefined) return /^\d+$/.test(wanted) && Number(wanted) >= Number(from) && Number(wanted) <= Number(to)
  return from.endsWith('*') ? wanted.startsWith(from.slice(0, -1)) : wanted === from
}

/** As WooCommerce sorts: by priority, then the rate that says more about the place, then the one that stands first. */
const byCloseness = (one: TaxRate, other: TaxRate): number =>
  one.priority - other.priority || closeness(other) - closeness(one) || one.order - other.order || one.id - other.id

const closeness = ({ country, state, postcodes, cities }: TaxRate): number =>
  Number(country !== '') * 8 + Number(state !== '') * 4 + Number(postcodes.length > 0) * 2 + Number(cities.length > 0)
