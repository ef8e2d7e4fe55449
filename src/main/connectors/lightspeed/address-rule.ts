import type { Address, RelayPoint } from '../../domain/address.ts'
import { brokenAddressRule } from '../../domain/address-rules.ts'
import { fullName, relayLine } from './checkout-address.ts'
import { LONGEST_TEXT } from './facts.ts'

/** Why the shop could not take this address as it is, as a sentence; null when it can. */
export const addressRule = (delivery: Address | null, relayPoint: RelayPoint | null): string | null => {
  const broken = brokenAddressRule(delivery, relayPoint)
  if (broken !== null) return broken
  const to = relayPoint ?? delivery
  if (to === null) return null
  if (!/^[A-Z]{2}$/.test(to.countryCode)) return `The country “${to.country || to.countryCode}” is not known.`
  if (to.postcode.trim() === '') return 'The delivery address has no postcode.'
  if (to.city.trim() === '') return 'The delivery address has no city.'
  const long = partsOf(delivery, relayPoint).find(([, text]) => Array.from(text).length > LONGEST_TEXT)
  return long === undefined
    ? null
    : `The ${long[0]} has ${Array.from(long[1]).length} characters, and Lightspeed keeps ${LONGEST_TEXT}.`
}

const partsOf = (
  delivery: Address | null,
  relayPoint: RelayPoint | null,
): readonly (readonly [what: string, text: string])[] => [
  ...(delivery === null
    ? []
    : ([
        ['name', fullName(delivery)],
        ['street', delivery.address1],
        ['second line of the street', delivery.address2],
        ['city', delivery.city],
        ['postcode', delivery.postcode],
        ['region', delivery.state],
        ['phone', delivery.mobile || delivery.phone],
      ] as const)),
  ...(relayPoint === null
    ? []
    : ([
        ['name', fullName(relayPoint)],
        ['street of the relay point', relayPoint.address],
        ['name of the relay point', relayLine(relayPoint)],
      ] as const)),
]
