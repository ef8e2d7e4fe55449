import type { Address, RelayPoint } from '../../domain/address.ts'
import { brokenAddressRule } from '../../domain/address-rules.ts'
import {
  ALIASES,
  CITY_REFUSES,
  LENGTHS,
  NAME_REFUSES,
  NO_NAME,
  PHONE_REFUSES,
  POSTCODE_REFUSES,
  relayAlias,
  relayRemark,
  STREET_REFUSES,
  TEXT_REFUSES,
} from './facts.ts'

/** A postal address in PrestaShop's fields (prestashop.md 2.2 "Address"); the country is told apart, since it is an id there. */
export interface PostalFields {
  readonly countryCode: string
  readonly postcode: string
  readonly written: Readonly<Record<string, string>>
  /** Signs that PrestaShop refuses were left out. */
  readonly isCleaned: boolean
}

/** Where the parcel goes: to the buyer, or in the buyer's name to the relay point. */
export const deliveryFields = (address: Address, relayPoint: RelayPoint | null): PostalFields => {
  if (relayPoint === null) return toFields({ ...address, company: '', alias: ALIASES.delivery, remark: '' })
  const { id, name, address: street, postcode, city, countryCode, firstName, lastName } = relayPoint
  const isNamed = firstName !== '' || lastName !== ''
  return toFields({
    ...(isNamed ? { firstName, lastName } : address),
    ...{ address1: street || name, address2: '', postcode, city, countryCode, state: '' },
    ...{ phone: address.phone, mobile: address.mobile },
    ...{ company: name, alias: relayAlias(id), remark: relayRemark(id) },
  })
}

export const billingFields = (address: Address): PostalFields =>
  toFields({ ...address, company: '', alias: ALIASES.billing, remark: '' })

/** The first rule of PrestaShop that the address of a parcel would break, in words; null when it would be taken whole. */
export const brokenRule = (address: Address | null, relayPoint: RelayPoint | null): string | null =>
  brokenAddressRule(address, relayPoint) ??
  (address === null ? 'The order has no delivery address.' : brokenField(deliveryFields(address, relayPoint)))

/** Nothing is ever cut off: what is too long is the seller's to shorten. */
export const brokenField = ({ written }: PostalFields): string | null => {
  const { lastname = '', firstname = '', address1 = '', city = '' } = written
  if (firstname === NO_NAME && lastname === NO_NAME)
    return 'PrestaShop takes neither digits nor signs in a name, and nothing else is left of this one.'
  if (address1 === '') return 'The address has no street that PrestaShop would take.'
  if (city === '') return 'The address has no city that PrestaShop would take.'
  for (const [field, words, length] of LIMITS) {
    const value = written[field] ?? ''
    if ([...value].length > length)
      return `PrestaShop takes ${length} characters for ${words}, and this has ${[...value].length}.`
  }
  return null
}

const LIMITS = [
  ['firstname', 'a first name', LENGTHS.name],
  ['lastname', 'a last name', LENGTHS.name],
  ['company', 'the name of a relay point', LENGTHS.company],
  ['alias', 'the number of a relay point', LENGTHS.alias],
  ['address1', 'the first line of the street', LENGTHS.street],
  ['address2', 'the second line of the street', LENGTHS.street],
  ['city', 'a city', LENGTHS.city],
  ['postcode', 'a postcode', LENGTHS.postcode],
  ['other', 'the remark of an address', LENGTHS.remark],
] as const

interface Postal
  extends Pick<
    Address,
    | 'firstName'
    | 'lastName'
    | 'address1'
    | 'address2'
    | 'postcode'
    | 'city'
    | 'state'
    | 'countryCode'
    | 'phone'
    | 'mobile'
  > {
  readonly company: string
  readonly alias: string
  readonly remark: string
}

const toFields = (postal: Postal): PostalFields => {
  const [street, second] = postal.address1 === '' ? [postal.address2, ''] : [postal.address1, postal.address2]
  const pairs = {
    lastname: [postal.lastName, cleanName(postal.lastName)],
    firstname: [postal.firstName, cleanName(postal.firstName)],
    company: [postal.company, clean(postal.company, TEXT_REFUSES)],
    address1: [street, clean(street, STREET_REFUSES)],
    address2: [second, clean(second, STREET_REFUSES)],
    postcode: [postal.postcode, clean(postal.postcode, POSTCODE_REFUSES)],
    city: [postal.city, clean(postal.city, CITY_REFUSES)],
    other: [postal.remark || postal.state, clean(postal.remark || postal.state, TEXT_REFUSES)],
    alias: [postal.alias, clean(postal.alias, TEXT_REFUSES)],
  } as const
  const written = Object.fromEntries(Object.entries(pairs).map(([name, [, cleaned]]) => [name, cleaned]))
  return {
    countryCode: postal.countryCode,
    postcode: pairs.postcode[1],
    written: {
      ...written,
      lastname: written['lastname'] || NO_NAME,
      firstname: written['firstname'] || NO_NAME,
      phone: cleanPhone(postal.phone),
      phone_mobile: cleanPhone(postal.mobile),
    },
    isCleaned: Object.values(pairs).some(([given, cleaned]) => plain(given) !== cleaned),
  }
}

/** A blank for each sign that is refused, so that words stay apart. */
const clean = (text: string, refused: RegExp): string => plain(text.replace(refused, ' '))

/** A dot must be the end of a word (`J.P.` becomes `J. P.`), and cannot be all there is. */
const cleanName = (name: string): string => {
  const cleaned = plain(clean(name, NAME_REFUSES).replace(/([.。])(?=\S)/gu, '$1 '))
  return /[^.。\s]/u.test(cleaned) ? cleaned : ''
}

const plain = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim()

/** A number that PrestaShop does not take is no reason to lose the order: what is no part of a number is left out. */
const cleanPhone = (phone: string): string => {
  const cleaned = clean(phone, PHONE_REFUSES)
  return /\d/.test(cleaned) && cleaned.length <= LENGTHS.phone ? cleaned : ''
}
