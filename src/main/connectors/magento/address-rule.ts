import type { Address, RelayPoint } from '../../domain/address.ts'
import { brokenAddressRule } from '../../domain/address-rules.ts'
import { relayCompany } from './address-body.ts'
import { MOST_NAME, MOST_TEXT } from './facts.ts'

/** Why a parcel cannot be sent to this address from this shop, as a sentence; null when it can. */
export const addressRule = (
  delivery: Address | null,
  relayPoint: RelayPoint | null,
  countries: ReadonlySet<string>,
): string | null => {
  const broken = unkeepable(delivery, relayPoint)
  const country = (relayPoint ?? delivery)?.countryCode ?? ''
  if (broken !== null || countries.has(country)) return broken
  return `The shop does not sell to ${country}: see Stores > Configuration > General > Country Options.`
}

/** Why Magento would not keep this address as it is; null when it would. */
export const unkeepable = (delivery: Address | null, relayPoint: RelayPoint | null): string | null => {
  const broken = brokenAddressRule(delivery, relayPoint)
  if (broken !== null) return broken
  const to = relayPoint ?? delivery
  if (to?.city.trim() === '') return 'The delivery address has no city.'
  if (to?.postcode.trim() === '') return 'The delivery address has no postcode.'
  for (const [what, text, most] of partsOf(delivery, relayPoint)) {
    const length = Array.from(text).length
    if (length > most) return `The ${what} has ${length} characters, and Magento keeps ${most}.`
    if (FOUR_BYTES.test(text)) return `The ${what} has a character that Magento cannot keep, such as an emoji.`
  }
  return null
}

/** [C] The tables of most shops hold characters of three bytes at most. */
const FOUR_BYTES = /[\u{10000}-\u{10FFFF}]/u

type Part = readonly [what: string, text: string, most: number]

const partsOf = (delivery: Address | null, point: RelayPoint | null): readonly Part[] => [
  ...(delivery === null
    ? []
    : ([
        ['first name', delivery.firstName, MOST_NAME],
        ['last name', delivery.lastName, MOST_NAME],
        ['street', `${delivery.address1}\n${delivery.address2}`, MOST_TEXT],
        ['city', delivery.city, MOST_TEXT],
        ['postcode', delivery.postcode, MOST_TEXT],
        ['region', delivery.state, MOST_TEXT],
        ['phone', delivery.mobile || delivery.phone, MOST_TEXT],
      ] as const)),
  ...(point === null
    ? []
    : ([
        ['first name', point.firstName, MOST_NAME],
        ['last name', point.lastName, MOST_NAME],
        ['name of the relay point', relayCompany(point), MOST_TEXT],
        ['street of the relay point', point.address, MOST_TEXT],
      ] as const)),
]
