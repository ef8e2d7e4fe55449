import type { Carrier } from './carrier.ts'

/** Why no tracking can be told (carriers.md section 6). Screens word it by code and detail; `message` is the English sentence. */
export interface CarrierProblem {
  readonly kind: 'carrier'
  readonly code: CarrierProblemCode
  readonly message: string
  /** What may be chosen instead, best first. */
  readonly candidates: readonly Pick<Carrier, 'id' | 'name'>[]
}

export type CarrierProblemCode =
  | 'CARRIER_UNKNOWN'
  | 'CARRIER_AMBIGUOUS'
  | 'CARRIER_NO_URL'
  | 'CARRIER_DISCONTINUED'
  | 'NUMBER_INVALID'
  | 'URL_DATA_MISSING'

type Candidates = readonly Pick<Carrier, 'id' | 'name'>[]

const problem = (code: CarrierProblemCode, message: string, candidates: Candidates = []): CarrierProblem => ({
  kind: 'carrier',
  code,
  message,
  candidates: candidates.map(({ id, name }) => ({ id, name })),
})

export const numberInvalid = (given: string): CarrierProblem =>
  problem('NUMBER_INVALID', `"${given}" is no tracking number: 5 to 40 letters and digits are expected.`)

export const carrierUnknown = (name: string | null, number: string): CarrierProblem =>
  problem(
    'CARRIER_UNKNOWN',
    name === null
      ? `No carrier fits the number ${number}. Choose the carrier, or add one of your own with its tracking link.`
      : `No carrier is called "${name}", and none fits the number ${number}. Choose the carrier for this name, or add one of your own with its tracking link.`,
  )

export const carrierAmbiguous = (number: string, candidates: Candidates): CarrierProblem =>
  problem(
    'CARRIER_AMBIGUOUS',
    `The number ${number} does not say who carries it: ${candidates.map(({ name }) => name).join(' or ')}? Choose the carrier.`,
    candidates,
  )

export const carrierHasNoLink = (carrier: Carrier): CarrierProblem =>
  problem(
    'CARRIER_NO_URL',
    `No tracking link is known for ${carrier.name}. Add a link template for it, or type the link of this parcel by hand.`,
    [carrier],
  )

export const linkLacks = (carrier: Carrier, field: string): CarrierProblem =>
  problem('URL_DATA_MISSING', `The tracking link of ${carrier.name} needs a value that is missing: ${field}.`, [
    carrier,
  ])

/** Carriers that no longer exist, and what took their place (`carriers.json`, notes of `kiala`). */
const SUCCESSORS: ReadonlyMap<string, { readonly id: string; readonly name: string }> = new Map([
  ['kiala', { id: 'ups', name: 'UPS Access Point' }],
])

/** The problem with a carrier that no longer exists; null for one that does. */
export const discontinued = (carrier: Carrier): CarrierProblem | null => {
  const successor = SUCCESSORS.get(carrier.id)
  return successor === undefined
    ? null
    : problem('CARRIER_DISCONTINUED', `${carrier.name} was replaced by ${successor.name}. Choose the carrier.`, [
        successor,
      ])
}
