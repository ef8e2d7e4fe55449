import type { Address, RelayPoint } from '../../domain/address.ts'
import { brokenAddressRule } from '../../domain/address-rules.ts'
import { streetLines } from './address-lines.ts'
import { EUROPEAN_UNION, LONGEST_POSTCODE, LONGEST_TEXT, STREET_LINES } from './facts.ts'
import { isLatin, plain } from './latin.ts'
import { phoneOf } from './phone.ts'

/** Who gets a parcel, in the words and lengths that Cubyn takes. */
export interface Recipient {
  readonly firstName: string
  readonly lastName: string
  /** Where one of the two names is missing, the other; empty otherwise. */
  readonly organizationName: string
  readonly lines: readonly string[]
  readonly postcode: string
  readonly city: string
  readonly country: string
  readonly phone: string | null
}

/** `rule`: why Cubyn cannot deliver there, as a sentence. `notes`: what is written there otherwise than the buyer wrote it. */
export type Written = { readonly recipient: Recipient; readonly notes: readonly string[] } | { readonly rule: string }

interface Destination {
  readonly delivery: Address | null
  readonly relayPoint: RelayPoint | null
}

/** The destination as it goes on a parcel: whatever does not fit is a rule that is broken, and nothing is ever cut off. */
export const toRecipient = ({ delivery, relayPoint }: Destination, isPhoneNeeded: boolean): Written => {
  const broken = brokenAddressRule(delivery, relayPoint) ?? brokenCountryRule(delivery, relayPoint)
  if (broken !== null) return { rule: broken }
  const person = relayPoint !== null && hasName(relayPoint) ? relayPoint : delivery
  const place = placeOf(delivery, relayPoint)
  const street = place.street.map(plain).filter((part) => part !== '')
  const [firstName, lastName] = [plain(person?.firstName ?? ''), plain(person?.lastName ?? '')]
  const [postcode, city] = [plain(place.postcode), plain(place.city)]
  const phone = delivery === null ? null : phoneOf(delivery)
  const lines = streetLines(street)
  const rule =
    brokenTextRule({ 'first name': firstName, 'last name': lastName, street: street.join(' '), postcode, city }) ??
    (firstName + lastName === '' ? 'The delivery address has no name.' : null) ??
    (isPhoneNeeded && phone === null ? PHONE_RULE : null)
  if (rule !== null || lines === null) return { rule: rule ?? STREET_RULE }

  const isPerson = firstName !== '' && lastName !== ''
  const name = isPerson
    ? { firstName, lastName, organizationName: '' }
    : { firstName: '', lastName: '', organizationName: firstName || lastName }
  const written = [person?.firstName ?? '', person?.lastName ?? '', ...place.street, place.postcode, place.city]
  const notes = [
    [written.some((text) => plain(text) !== text.trim()), 'Some signs of the address are written plainly at Cubyn.'],
    [lines.length > street.length, `The street takes ${lines.length} lines at Cubyn, broken between words.`],
    [!isPerson, 'The name stands as an organisation at Cubyn, which wants a first and a last name of everybody else.'],
    [phone === null && hasPhone(delivery), 'The phone number was left out: Cubyn takes 4 to 13 digits.'],
  ] as const
  return {
    recipient: { ...name, lines, postcode, city, country: place.countryCode, phone },
    notes: notes.filter(([isSo]) => isSo).map(([, note]) => note),
  }
}

const STREET_RULE = `Cubyn takes ${STREET_LINES} lines of ${LONGEST_TEXT} characters for the street: it does not fit, and nothing is cut off.`
const PHONE_RULE = 'Cubyn needs a phone number of 4 to 13 digits for Express and Relay.'

/** cubyn.md 2: parcels that need customs papers are not for Navette. */
const brokenCountryRule = (delivery: Address | null, relayPoint: RelayPoint | null): string | null => {
  const place = relayPoint ?? delivery
  if (place === null || !needsCustoms(place)) return null
  return EUROPEAN_UNION.has(place.countryCode)
    ? 'Navette sends parcels by Cubyn to metropolitan France only: overseas needs customs papers.'
    : `Navette sends parcels by Cubyn within the European Union only, and ${place.country || place.countryCode} needs customs papers.`
}

/** French postcodes from 97 on are overseas, and Monaco. */
const needsCustoms = ({ countryCode, postcode }: Pick<Address, 'countryCode' | 'postcode'>): boolean =>
  !EUROPEAN_UNION.has(countryCode) || (countryCode === 'FR' && /^9[78]/.test(postcode.trim()))

const brokenTextRule = (texts: Readonly<Record<string, string>>): string | null => {
  for (const [what, text] of Object.entries(texts)) {
    if (text === '' && !what.endsWith('name')) return `The delivery address has no ${what}.`
    if (!isLatin(text)) return `The ${what} is not in Latin letters, and Cubyn takes no others.`
    const most = what === 'postcode' ? LONGEST_POSTCODE : LONGEST_TEXT
    if (what !== 'street' && text.length > most) {
      return `The ${what} is longer than the ${most} characters that Cubyn takes, and nothing is cut off.`
    }
  }
  return null
}

/** The buyer's own address, as on every label; where a relay point came without one, the relay point's. */
const placeOf = (delivery: Address | null, relayPoint: RelayPoint | null) => {
  if (delivery !== null && brokenAddressRule(delivery, null) === null && !needsCustoms(delivery)) {
    const { address1, address2, state, postcode, city, countryCode } = delivery
    return { street: [address1, address2, state], postcode, city, countryCode }
  }
  const { name = '', address = '', postcode = '', city = '', countryCode = '' } = relayPoint ?? {}
  return { street: [name, address], postcode, city, countryCode }
}

const hasName = ({ firstName, lastName }: Pick<Address, 'firstName' | 'lastName'>): boolean =>
  (firstName + lastName).trim() !== ''
const hasPhone = (address: Address | null): boolean =>
  address !== null && (address.mobile + address.phone).trim() !== ''
