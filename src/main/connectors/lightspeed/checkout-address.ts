import type { Address, RelayPoint } from '../../domain/address.ts'

/** An address as a checkout takes it (lightspeed.md 2.1). */
export interface CheckoutAddress {
  readonly name: string
  readonly address1: string
  readonly address2: string
  readonly number: string
  readonly extention: string
  readonly extension: string
  readonly zipcode: string
  readonly city: string
  readonly region: string
  readonly country: string
}

export const fullName = ({ firstName, lastName }: Pick<Address, 'firstName' | 'lastName'>): string =>
  [firstName, lastName].filter((part) => part !== '').join(' ')

/** The whole line stays in one piece: French addresses have their number in front, and nothing is gained by taking it out (7, 4). */
export const homeAddress = (address: Address): CheckoutAddress => ({
  ...{ name: fullName(address), address1: address.address1 || address.address2 },
  ...{ address2: address.address1 === '' ? '' : address.address2, ...NO_NUMBER },
  ...{ zipcode: address.postcode, city: address.city, region: address.state },
  country: address.countryCode.toLowerCase(),
})

/** To the relay point, in the buyer's name. */
export const relayAddress = (point: RelayPoint, delivery: Address): CheckoutAddress => ({
  ...{ name: fullName(point) || fullName(delivery), address1: point.address, address2: relayLine(point), ...NO_NUMBER },
  ...{ zipcode: point.postcode, city: point.city, region: '', country: point.countryCode.toLowerCase() },
})

/** For whoever writes the label: there is no field for a relay point. */
export const relayLine = ({ id, name }: Pick<RelayPoint, 'id' | 'name'>): string => `Point relais ${id} ${name}`.trim()

/** 2.1: the API spells it wrong; the right spelling is sent as well. */
const NO_NUMBER = { number: '', extention: '', extension: '' } as const

/**
 * The same with the house number apart, for shops that insist on one; null when the line has none. `18 bis rue de l'Église`, `Hauptstraße 12`.
 */
export const withNumberApart = (address: CheckoutAddress): CheckoutAddress | null => {
  const [, first, after] = /^(\d+(?:\s?(?:bis|ter|quater|[a-z]))?)[\s,]+(.+)$/i.exec(address.address1) ?? []
  if (first !== undefined && after !== undefined) return { ...address, address1: after, number: first }
  const [, before, last] = /^(.+?)[\s,]+(\d+\s?[a-z]?)$/i.exec(address.address1) ?? []
  return before === undefined || last === undefined ? null : { ...address, address1: before, number: last }
}
