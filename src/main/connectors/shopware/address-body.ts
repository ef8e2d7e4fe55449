import type { Address, RelayPoint } from '../../domain/address.ts'
import { NO_NAME, NO_SALUTATION, RELAY_FIELD, SALUTATIONS } from './facts.ts'
import type { Salutation } from './shapes.ts'

/** The shop's word for how somebody is addressed; null where it has none, as shops from 6.5 on need none. */
export const salutationOf = (civility: string, salutations: readonly Salutation[]): string | null => {
  const key = Object.entries(SALUTATIONS).find(([, pattern]) => pattern.test(civility.trim()))?.[0]
  const keys = [...(key === undefined ? [] : [key]), ...NO_SALUTATION]
  const found = keys.flatMap((wanted) => salutations.filter(({ salutationKey }) => salutationKey === wanted))
  return found[0]?.id ?? null
}

/** An address of an order (shopware.md 2.3), without what is empty. */
export const addressBody = (address: Address, salutationId: string | null) => {
  const [street = '', more = ''] = [address.address1, address.address2].filter((line) => line.trim() !== '')
  return {
    ...named(address),
    ...filled({ salutationId: salutationId ?? '', zipcode: address.postcode, phoneNumber: phoneOf(address) }),
    ...filled({ additionalAddressLine1: more, additionalAddressLine2: address.state }),
    street,
    city: address.city,
  }
}

/** The parcel bears the buyer's name and goes to the point, whose name stands where a company's would. */
export const relayBody = (point: RelayPoint, buyer: Address, salutationId: string | null) => ({
  ...named(isNamed(point) ? point : buyer),
  ...filled({ salutationId: salutationId ?? '', zipcode: point.postcode, phoneNumber: phoneOf(buyer) }),
  ...filled({ company: point.name, additionalAddressLine1: relayLine(point) }),
  street: point.address.trim() === '' ? point.name : point.address,
  city: point.city,
  customFields: { [RELAY_FIELD]: point.id },
})

const relayLine = ({ id }: RelayPoint): string => `Point relais ${id}`

const isNamed = ({ firstName, lastName }: Pick<Address, 'firstName' | 'lastName'>): boolean =>
  firstName.trim() !== '' || lastName.trim() !== ''

export const named = ({ firstName, lastName }: Pick<Address, 'firstName' | 'lastName'>) => ({
  firstName: firstName.trim() === '' ? NO_NAME : firstName,
  lastName: lastName.trim() === '' ? NO_NAME : lastName,
})

export const phoneOf = ({ mobile, phone }: Address): string => mobile || phone

const filled = (parts: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value.trim() !== ''))
