import { type Carrier, STRENGTHS, serves } from './carrier.ts'
import { normaliseName } from './carrier-name.ts'
import type { CarrierCatalogue, NumberMatch } from './catalogue.ts'
import { isFollowedIn, s10Issuer } from './s10.ts'

/** Where a parcel leaves and arrives: ISO 3166-1 alpha-2. */
export interface Route {
  readonly fromCountry: string
  readonly toCountry: string
  readonly toPostcode: string | null
}

/**
 * The carriers among some whose shape and check digits a normalised number has, those of the best strength only. The issuer an S10 number
 * names itself is beyond doubt.
 */
export const recognise = (
  number: string,
  among: readonly Carrier[],
  route: Route,
  catalogue: CarrierCatalogue,
): readonly NumberMatch[] => {
  const followed = among.filter(({ id }) => isFollowedIn(id, route.toCountry))
  const issuerId = s10Issuer(number)
  const issuer = followed.find(({ id }) => id === issuerId)
  if (issuer !== undefined) return [{ carrier: issuer, strength: 'strong', checked: true }]
  const matches = followed.map((carrier) => catalogue.match(carrier, number)).filter((match) => match !== null)
  const best = STRENGTHS.find((strength) => matches.some((match) => match.strength === strength))
  return matches.filter(({ strength }) => strength === best)
}

/** Whether a number looks like this carrier's; true when the carrier has no known shape. */
export const fits = (number: string, carrier: Carrier, catalogue: CarrierCatalogue): boolean =>
  carrier.numberPatterns.length === 0 || catalogue.match(carrier, number) !== null || s10Issuer(number) === carrier.id

/**
 * Tells several matches apart, in the order of carriers.md section 2.4; what tells nothing apart is passed over. Those left come best first.
 */
export const narrowDown = (
  matches: readonly NumberMatch[],
  route: Route,
  shippingMethod: string | null,
  catalogue: CarrierCatalogue,
): readonly NumberMatch[] => {
  const method = shippingMethod ?? ''
  const named = catalogue.byName(method)?.carrierId
  const clues: readonly ((match: NumberMatch) => boolean)[] = [
    ({ carrier }) => serves(carrier, route.fromCountry) || serves(carrier, route.toCountry),
    // One digit passes by chance in one foreign number of ten: on a shape that many share it proves nothing.
    ({ checked, strength }) => checked && strength !== 'weak',
    ({ carrier }) => carrier.id === named,
    ({ carrier }) => isOfKind(carrier, method),
  ]
  return clues.reduce(preferring, matches).toSorted((one, other) => Number(other.checked) - Number(one.checked))
}

/** Those that fit, or all when none does. */
export const preferring = <T>(all: readonly T[], fitting: (one: T) => boolean): readonly T[] => {
  const some = all.filter(fitting)
  return some.length > 0 ? some : all
}

/** What the words of a shipping method say about who carries it. */
const KINDS: readonly { readonly words: RegExp; readonly carriers: readonly string[] }[] = [
  {
    words: /\b(?:relais|relay|locker|pickup|point retrait)\b/,
    carriers: ['mondial-relay', 'relais-colis', 'inpost', 'vinted-go'],
  },
  { words: /\b(?:lettre|courrier|letter)\b/, carriers: ['laposte-lettre-suivie', 'deutsche-post'] },
  {
    words: /\bexpress\b/,
    carriers: ['chronopost', 'dhl-express', 'fedex', 'tnt-fr', 'tnt-international', 'correos-express', 'ctt-express'],
  },
]

const isOfKind = ({ id }: Carrier, method: string): boolean =>
  KINDS.some(({ words, carriers }) => carriers.includes(id) && words.test(normaliseName(method)))
