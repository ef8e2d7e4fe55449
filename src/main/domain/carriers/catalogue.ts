import type { Carrier, Strength } from './carrier.ts'
import { createNameLookup, type NameHit } from './carrier-name.ts'
import { checkNamed } from './checksums.ts'
import { hasIssuingCountry, OTHER_POSTS } from './s10.ts'
import { hostOf } from './web-link.ts'

/** A carrier whose shape and check digits a number has. */
export interface NumberMatch {
  readonly carrier: Carrier
  readonly strength: Strength
  /** A check digit was there, and held. */
  readonly checked: boolean
}

/** The carriers of `carriers.json`, ready to be asked. */
export interface CarrierCatalogue {
  readonly carriers: readonly Carrier[]
  byId(id: string): Carrier | null
  byName(text: string): NameHit | null
  /** The carriers whose pages live on a host, in the order of the data. */
  byHost(host: string): readonly Carrier[]
  /** How well a normalised number fits one carrier; null when its shape or a check digit does not. */
  match(carrier: Carrier, number: string): NumberMatch | null
}

/** Compiles the entries once; throws when one of them is malformed. */
export const createCarrierCatalogue = (carriers: readonly Carrier[]): CarrierCatalogue => {
  const byId = new Map(carriers.map((carrier) => [carrier.id, carrier]))
  const byName = createNameLookup(carriers)
  const hosts = carriers.map((carrier) => ({ carrier, hosts: carrierHosts(carrier) }))
  const matchers = new Map(carriers.map((carrier) => [carrier.id, createMatcher(carrier)]))

  return {
    carriers,
    byId: (id) => byId.get(id) ?? null,
    byName,
    byHost: (host) => hosts.filter(({ hosts }) => hosts.includes(host)).map(({ carrier }) => carrier),
    match: (carrier, number) => matchers.get(carrier.id)?.(number) ?? null,
  }
}

/** The hosts of a carrier's pages. */
export const carrierHosts = (carrier: Carrier): readonly string[] =>
  [carrier.trackingUrlTemplate, carrier.fallbackUrlTemplate, carrier.landingUrl]
    .map((link) => (link === null ? null : hostOf(link)))
    .filter((host) => host !== null)

const createMatcher = (carrier: Carrier): ((number: string) => NumberMatch | null) => {
  const patterns = carrier.numberPatterns.map((source, index) => ({
    pattern: new RegExp(source),
    strength: carrier.numberPatternStrength[index] ?? 'weak',
  }))
  const rules = (carrier.checksum ?? []).map(({ name, appliesTo, params }) => {
    const check = checkNamed(name)
    return { applies: new RegExp(appliesTo), holds: (number: string) => check(number, params) }
  })

  return (number) => {
    const hits = patterns.filter(({ pattern }) => pattern.test(number)).map(({ strength }) => strength)
    const applying = rules.filter(({ applies }) => applies.test(number))
    if (hits.length === 0 || !applying.every(({ holds }) => holds(number))) return null
    if (carrier.id === OTHER_POSTS && !hasIssuingCountry(number)) return null
    return { carrier, strength: strongest(hits), checked: applying.length > 0 }
  }
}

const strongest = (strengths: readonly Strength[]): Strength =>
  strengths.includes('strong') ? 'strong' : strengths.includes('medium') ? 'medium' : 'weak'
