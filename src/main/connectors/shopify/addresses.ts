import type { Address } from '../../domain/address.ts'
import { brokenAddressRule } from '../../domain/address-rules.ts'
import type { OrderToCheck, OrderToPlace } from '../sockets/back-office.ts'
import { LONGEST_TEXT } from './facts.ts'
import { toE164 } from './phone.ts'

/** Shopify's `MailingAddressInput`, without what is empty: `company` is where a relay point has its name. */
export const toShippingAddress = ({ delivery, relayPoint }: Pick<OrderToPlace, 'delivery' | 'relayPoint'>) => {
  if (relayPoint === null) return toMailingAddress(delivery)
  const { firstName, lastName } = relayPoint.firstName || relayPoint.lastName ? relayPoint : delivery
  return filled({
    ...{ firstName, lastName, company: relayPoint.name, address1: relayPoint.address },
    ...{ zip: relayPoint.postcode, city: relayPoint.city, countryCode: relayPoint.countryCode },
    phone: phoneOf(delivery) ?? '',
  })
}

export const toMailingAddress = (address: Address) => {
  const { firstName, lastName, city, countryCode, postcode } = address
  const [address1 = '', address2 = ''] = [address.address1, address.address2].filter((line) => line.trim() !== '')
  return filled({
    ...{ firstName, lastName, address1, address2, city, countryCode, zip: postcode },
    phone: phoneOf(address) ?? '',
  })
}

/** What an address has no place for, to stand beside it: a number that is none in Shopify's eyes, a province it may not know. */
export const besideAddress = (address: Address): Readonly<Record<string, string>> => {
  const written = address.mobile || address.phone
  return filled({ Phone: phoneOf(address) === null ? written : '', Province: address.state })
}

const phoneOf = ({ mobile, phone, countryCode }: Address): string | null =>
  toE164(mobile, countryCode) ?? toE164(phone, countryCode)

const filled = (parts: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value.trim() !== ''))

/** What keeps the shop from delivering there, as a sentence; null when nothing does. */
export const addressRule = (
  { delivery, relayPoint }: Pick<OrderToCheck, 'delivery' | 'relayPoint'>,
  countries: readonly string[],
): string | null => {
  const broken = brokenAddressRule(delivery, relayPoint)
  if (broken !== null) return broken
  const countryCode = relayPoint?.countryCode ?? delivery?.countryCode ?? ''
  if (!/^[A-Z]{2}$/.test(countryCode)) return `Shopify does not know the country “${countryCode}”.`
  // A shop without shipping zones sells elsewhere only: it has no say in where parcels go.
  if (countries.length > 0 && !countries.includes(countryCode))
    return `The shop has no shipping zone for ${countryCode}: add the country under Settings → Shipping and delivery.`
  const parts = [
    ...Object.entries(delivery === null ? {} : toMailingAddress(delivery)),
    ...Object.entries(relayPoint ?? {}).filter(([name]) => name !== 'civility'),
  ]
  const tooLong = parts.find(([, value]) => value.length > LONGEST_TEXT)
  return tooLong === undefined
    ? null
    : `The ${NAMES[tooLong[0]] ?? 'address'} is longer than ${LONGEST_TEXT} characters.`
}

const NAMES: Readonly<Record<string, string>> = {
  ...{ firstName: 'first name', lastName: 'last name', address1: 'street', address2: 'second line of the street' },
  ...{
    city: 'city',
    zip: 'postcode',
    postcode: 'postcode',
    phone: 'phone number',
    address: 'street of the relay point',
  },
  name: 'name of the relay point',
}
