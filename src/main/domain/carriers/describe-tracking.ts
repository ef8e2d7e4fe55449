import type { Parcel } from '../parcel.ts'
import { type Carrier, toCarrier } from './carrier.ts'
import {
  type CarrierProblem,
  carrierAmbiguous,
  carrierHasNoLink,
  carrierUnknown,
  discontinued,
  linkLacks,
  numberInvalid,
} from './carrier-problem.ts'
import type { CarrierQuestion, ParcelContext } from './carrier-question.ts'
import { type CarrierCatalogue, carrierHosts } from './catalogue.ts'
import { type CarrierFinding, type CarrierRule, findCarrier } from './find-carrier.ts'
import { isFollowedIn } from './s10.ts'
import { buildTrackingLink } from './tracking-link.ts'
import { normaliseNumber, splitNumbers } from './tracking-number.ts'
import { isHomePage, isHttpsLink, linkHost } from './web-link.ts'

/** A parcel that has a number; one without needs no carrier. */
export interface ParcelToDescribe extends ParcelContext {
  readonly parcel: Pick<Parcel, 'carrierName' | 'carrierCode' | 'trackingUrl'> & { readonly trackingNumber: string }
}

/** What the marketplace is told about a parcel. */
export interface TrackingDescription extends Told {
  readonly kind: 'tracking'
  /** Normalised. */
  readonly number: string
  readonly warnings: readonly TrackingWarning[]
  /** Further numbers of the same field, as given: the marketplace takes one. */
  readonly otherNumbers: readonly string[]
}

interface Told {
  /** Null: nobody we know, only the back office's link. */
  readonly carrier: Carrier | null
  /** The marketplace's word for the carrier; null: its word for "another one". */
  readonly word: string | null
  readonly url: string
  readonly rule: CarrierRule
}

/** `NUMBER_SUSPECT`: it does not look like its carrier's. `SEVERAL_NUMBERS`: only the first is told. */
export type TrackingWarning = 'NUMBER_SUSPECT' | 'SEVERAL_NUMBERS'

/** The marketplace's spelling of a carrier; null when it does not list it. */
export type WordOf = (carrier: Carrier) => string | null

/** Finds carrier and link (product.md section 4, step 7): where there is a number there is a link, or a problem that says why not. */
export const describeTracking = (
  { parcel, ...context }: ParcelToDescribe,
  catalogue: CarrierCatalogue,
  wordOf: WordOf,
): TrackingDescription | CarrierProblem => {
  const [given = '', ...otherNumbers] = splitNumbers(parcel.trackingNumber)
  const number = normaliseNumber(given)
  if (number === null) return numberInvalid(given)
  const question = { ...context, parcel, number }
  const finding = findCarrier(question, catalogue)
  const told = tell(question, finding, catalogue, wordOf)
  if ('code' in told) return told
  const isSuspect = finding.kind === 'found' && !finding.numberFits
  const warnings: readonly TrackingWarning[] = [
    ...(isSuspect ? (['NUMBER_SUSPECT'] as const) : []),
    ...(otherNumbers.length > 0 ? (['SEVERAL_NUMBERS'] as const) : []),
  ]
  return { kind: 'tracking', ...told, number, warnings, otherNumbers }
}

const tell = (
  question: CarrierQuestion,
  finding: CarrierFinding,
  catalogue: CarrierCatalogue,
  wordOf: WordOf,
): Told | CarrierProblem => {
  const { parcel, number, route } = question
  const givenLink = usableLink(question, catalogue)
  if (finding.kind !== 'found') {
    if (givenLink !== null) return { carrier: null, word: null, url: givenLink.url, rule: 'link' }
    if (finding.kind === 'ambiguous') return carrierAmbiguous(number, finding.candidates)
    return carrierUnknown(parcel.carrierName ?? parcel.carrierCode, number)
  }

  const { carrier, rule } = finding
  const word = wordOf(carrier)
  const ended = discontinued(carrier)
  if (ended !== null) return ended
  if (givenLink?.isKnownHost) return { carrier, word, url: givenLink.url, rule }
  const link = isFollowedIn(carrier.id, route.toCountry)
    ? buildTrackingLink(carrier, number, route)
    : ({ kind: 'no-template' } as const)
  if (link.kind === 'link') return { carrier, word, url: link.url, rule }
  if (link.kind === 'missing') return linkLacks(carrier, link.field)
  if (givenLink !== null) return { carrier, word: null, url: givenLink.url, rule }
  if (word !== null && carrier.landingUrl !== null) return { carrier, word, url: carrier.landingUrl, rule }
  return carrierHasNoLink(carrier)
}

/** The back office's own link, if it leads a buyer to a parcel: on a known carrier's host, else by https only. */
const usableLink = (
  { parcel: { trackingUrl: url }, settings }: CarrierQuestion,
  catalogue: CarrierCatalogue,
): { readonly url: string; readonly isKnownHost: boolean } | null => {
  const host = url === null ? null : linkHost(url)
  if (url === null || host === null || isHomePage(url)) return null
  const own = settings.ownCarriers.flatMap((carrier) => carrierHosts(toCarrier(carrier)))
  const isKnownHost = own.includes(host) || catalogue.byHost(host).length > 0
  return isKnownHost || isHttpsLink(url) ? { url, isKnownHost } : null
}
