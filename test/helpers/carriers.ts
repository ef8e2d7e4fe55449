import { readFileSync } from 'node:fs'
import type { Carrier } from '../../src/main/domain/carriers/carrier.ts'
import type { CarrierQuestion, CarrierSettings } from '../../src/main/domain/carriers/carrier-question.ts'
import { type CarrierCatalogue, createCarrierCatalogue } from '../../src/main/domain/carriers/catalogue.ts'
import { findCarrier } from '../../src/main/domain/carriers/find-carrier.ts'
import type { Route } from '../../src/main/domain/carriers/recognise.ts'
import { DEFAULT_CONNECTION_SETTINGS } from '../../src/main/domain/connection.ts'

export interface CarrierEntry extends Carrier {
  readonly testNumbers: { readonly valid: readonly string[]; readonly invalid: readonly string[] }
}

/** The data file as it is packaged. */
export const carrierEntries: readonly CarrierEntry[] = JSON.parse(
  readFileSync(new URL('../../resources/carriers.json', import.meta.url), 'utf8'),
)

export const carrierCatalogue: CarrierCatalogue = createCarrierCatalogue(carrierEntries)

export const carrierOf = (id: string): CarrierEntry => {
  const entry = carrierEntries.find((one) => one.id === id)
  if (entry === undefined) throw new Error(`carriers.json has no ${id}`)
  return entry
}

export const carrierSettings = (more: Partial<CarrierSettings> = {}): CarrierSettings => ({
  ...DEFAULT_CONNECTION_SETTINGS,
  remembered: [],
  ...more,
})

export const withinFrance: Route = { fromCountry: 'FR', toCountry: 'FR', toPostcode: '75012' }

/** A question about a number, for a connection that says nothing and a back office that names nobody. */
export const carrierQuestion = ({
  parcel,
  ...more
}: Partial<Omit<CarrierQuestion, 'parcel'>> & {
  readonly parcel?: Partial<CarrierQuestion['parcel']>
}): CarrierQuestion => ({
  number: '6A62957360897',
  shippingMethod: null,
  settings: carrierSettings(),
  route: withinFrance,
  ...more,
  parcel: { carrierName: null, carrierCode: null, trackingUrl: null, ...parcel },
})

/** Whom the rules find, as `rule: carrier`; or what they ask; or `unknown`. */
export const whoCarries = (question: CarrierQuestion): string => {
  const finding = findCarrier(question, carrierCatalogue)
  if (finding.kind === 'found') return `${finding.rule}: ${finding.carrier.id}`
  return finding.kind === 'unknown' ? 'unknown' : `${finding.candidates.map(({ id }) => id).join(' or ')}?`
}
