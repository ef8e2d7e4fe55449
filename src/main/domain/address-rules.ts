import type { Address, RelayPoint } from './address.ts'

/** The first thing a label could not be written without, in words; null when it can be. */
export const brokenAddressRule = (delivery: Address | null, relayPoint: RelayPoint | null): string | null =>
  relayPoint === null ? brokenHomeRule(delivery) : brokenRelayRule(delivery, relayPoint)

const brokenHomeRule = (address: Address | null): string | null => {
  if (address === null) return 'The order has no delivery address.'
  if (!hasName(address)) return 'The delivery address has no name.'
  if (!isWritten(address.address1, address.address2)) return 'The delivery address has no street.'
  if (!isWritten(address.postcode)) return 'The delivery address has no postcode.'
  return isWritten(address.countryCode) ? null : 'The delivery address has no country.'
}

const brokenRelayRule = (delivery: Address | null, relayPoint: RelayPoint): string | null => {
  if (!isWritten(relayPoint.id)) return 'The relay point has no number.'
  if (!hasName(relayPoint) && !(delivery && hasName(delivery))) return 'The parcel for the relay point has no name.'
  return isWritten(relayPoint.countryCode) ? null : 'The relay point has no country.'
}

const hasName = ({ firstName, lastName }: Pick<Address, 'firstName' | 'lastName'>): boolean =>
  isWritten(firstName, lastName)
const isWritten = (...parts: readonly string[]): boolean => parts.some((part) => part.trim() !== '')
