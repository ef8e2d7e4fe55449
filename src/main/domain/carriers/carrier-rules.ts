import { type Carrier, serves, toCarrier } from './carrier.ts'
import { familyOf, isBroker, normaliseName } from './carrier-name.ts'
import type { CarrierQuestion, CarrierSettings, RuleAnswer } from './carrier-question.ts'
import { type CarrierCatalogue, carrierHosts } from './catalogue.ts'
import { narrowDown, preferring, recognise } from './recognise.ts'
import { recallCarrier } from './remembered.ts'
import { linkHost } from './web-link.ts'

type Rule = (question: CarrierQuestion, catalogue: CarrierCatalogue) => RuleAnswer

/** The connection's own word on the back office's carrier name or code. */
export const byMapping: Rule = ({ parcel, settings }, catalogue) => {
  const keys = wordsFor(parcel).map((word) => mappedKey(word, settings.carriers))
  return firstFound(keys.map((key) => carrierCalled(key, settings, catalogue)))
}

/** A link the back office gave, on a host of a known carrier. */
export const byLink: Rule = (question, catalogue) => {
  const link = question.parcel.trackingUrl
  const host = link === null ? null : linkHost(link)
  if (link === null || host === null) return null
  const own = question.settings.ownCarriers.map(toCarrier).filter((carrier) => carrierHosts(carrier).includes(host))
  const known = preferring(catalogue.byHost(host), (carrier) => isPageOf(link, carrier))
  const [first, ...others] = [...known, ...guestsOn(host, catalogue), ...own]
  if (first === undefined) return null
  return found(others.length === 0 ? first : chooseAmong([first, ...others], question, catalogue))
}

/** The name or code itself. A broker's says nothing; a family's leaves the choice to the number. */
export const byName: Rule = (question, catalogue) => {
  const { parcel, settings } = question
  const carriers = wordsFor(parcel).map((word) => {
    const own = settings.ownCarriers.find(({ name }) => normaliseName(name) === normaliseName(word))
    if (own !== undefined) return toCarrier(own)
    const hit = catalogue.byName(word)
    if (hit === null || isBroker(hit.carrierId)) return null
    const [head, ...others] = familyOf(hit.alias).flatMap((id) => catalogue.byId(id) ?? [])
    return head === undefined ? catalogue.byId(hit.carrierId) : chooseAmong([head, ...others], question, catalogue)
  })
  return firstFound(carriers)
}

/** The number's shape and check digit among the ticked carriers. None ticked: all carriers, but only a single strong match counts. */
export const byNumber: Rule = ({ number, settings, route, shippingMethod }, catalogue) => {
  const ticked = catalogue.carriers.filter(({ id }) => settings.carriersUsed.includes(id))
  const all = recognise(number, ticked.length > 0 ? ticked : catalogue.carriers, route, catalogue)
  const matches = narrowDown(all, route, shippingMethod, catalogue)
  const [best, ...others] = matches
  const isCertain = others.length === 0 && (ticked.length > 0 || best?.strength === 'strong')
  if (best !== undefined && isCertain) return found(best.carrier)
  const remembered = carrierCalled(recallCarrier(number, settings.remembered), settings, catalogue)
  if (remembered !== null) return found(remembered)
  return best === undefined ? null : { kind: 'ambiguous', candidates: matches.map(({ carrier }) => carrier) }
}

/** The connection's default carrier. */
export const byDefault: Rule = ({ settings }, catalogue) =>
  firstFound([carrierCalled(settings.defaultCarrier, settings, catalogue)])

/** A carrier by what the settings call it: the name of an own carrier, or the id of a known one. */
export const carrierCalled = (
  key: string | null,
  { ownCarriers }: Pick<CarrierSettings, 'ownCarriers'>,
  catalogue: CarrierCatalogue,
): Carrier | null => {
  if (key === null) return null
  const own = ownCarriers.find(({ name }) => name === key)
  return own === undefined ? catalogue.byId(key) : toCarrier(own)
}

const found = (carrier: Carrier): RuleAnswer => ({ kind: 'found', carrier })

const firstFound = (carriers: readonly (Carrier | null)[]): RuleAnswer => {
  const carrier = carriers.find((one) => one !== null)
  return carrier ? found(carrier) : null
}

/** What the back office calls the carrier: its name, then its code. */
const wordsFor = ({ carrierName, carrierCode }: CarrierQuestion['parcel']): readonly string[] =>
  [carrierName, carrierCode].filter((word) => word !== null && word.trim() !== '').map(String)

/** Written exactly so, else the same name in other letters. */
const mappedKey = (word: string, carriers: CarrierSettings['carriers']): string | null => {
  const entries = Object.entries(carriers)
  const same =
    entries.find(([name]) => name === word) ?? entries.find(([name]) => normaliseName(name) === normaliseName(word))
  return same?.[1] ?? null
}

/** La Poste's page also follows Chronopost's numbers (`carriers.json`, notes of `chronopost`). */
const guestsOn = (host: string, catalogue: CarrierCatalogue): readonly Carrier[] =>
  host === 'laposte.fr' ? catalogue.carriers.filter(({ id }) => id === 'chronopost') : []

/** Whether a link begins as the carrier's own links do: GLS has one host and a path for each country. */
const isPageOf = (link: string, { trackingUrlTemplate, fallbackUrlTemplate }: Carrier): boolean =>
  [trackingUrlTemplate, fallbackUrlTemplate].some(
    (template) => template !== null && link.startsWith(fixedPart(template)),
  )

const fixedPart = (template: string): string => template.split('{', 1)[0] ?? template

/** One of a family, or of those who share a page: the name, the number, the ticks and the country decide, else the first. */
const chooseAmong = (
  [first, ...others]: readonly [Carrier, ...Carrier[]],
  { parcel, number, settings, route }: CarrierQuestion,
  catalogue: CarrierCatalogue,
): Carrier => {
  const all = [first, ...others]
  const named = wordsFor(parcel).flatMap((word) => {
    const hit = catalogue.byName(word)
    return hit === null ? [] : [hit.carrierId, ...familyOf(hit.alias)]
  })
  const recognised = recognise(number, all, route, catalogue).map(({ carrier }) => carrier)
  const clues: readonly ((carrier: Carrier) => boolean)[] = [
    ({ id }) => named.includes(id),
    (carrier) => recognised.includes(carrier),
    ({ id }) => settings.carriersUsed.includes(id),
    (carrier) => serves(carrier, route.fromCountry),
    (carrier) => serves(carrier, route.toCountry),
  ]
  const [best = first] = clues.reduce(preferring, all as readonly Carrier[])
  return best
}
