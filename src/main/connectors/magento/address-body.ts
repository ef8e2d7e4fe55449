import type { Address, RelayPoint } from '../../domain/address.ts'
import { NO_NAME, NO_PHONE } from './facts.ts'

/** An address of an order as the service takes it (2.3). */
export const addressBody = (type: 'billing' | 'shipping', address: Address, email: string) => ({
  address_type: type,
  ...named(address),
  street: [address.address1, address.address2].filter((line) => line.trim() !== ''),
  city: address.city,
  postcode: address.postcode,
  country_id: address.countryCode,
  telephone: phoneOf(address),
  email,
  ...(address.state === '' ? {} : { region: address.state }),
  ...(address.civility === '' ? {} : { prefix: address.civility }),
})

/** The parcel bears the buyer's name and goes to the point, whose name and number stand where a company's would: Magento has no other place. */
export const relayBody = (point: RelayPoint, buyer: Address, email: string) => ({
  ...addressBody('shipping', buyer, email),
  ...(point.firstName === '' && point.lastName === '' ? {} : named(point)),
  company: relayCompany(point),
  street: [point.address === '' ? point.name : point.address],
  city: point.city,
  postcode: point.postcode,
  country_id: point.countryCode,
})

/** `Tabac de la Gare (FR-012345)` */
export const relayCompany = ({ name, id }: RelayPoint): string => `${name} (${id})`.trim()

const named = ({ firstName, lastName }: Pick<Address, 'firstName' | 'lastName'>) => ({
  firstname: firstName.trim() === '' ? NO_NAME : firstName,
  lastname: lastName.trim() === '' ? NO_NAME : lastName,
})

const phoneOf = ({ mobile, phone }: Address): string => mobile || phone || NO_PHONE
