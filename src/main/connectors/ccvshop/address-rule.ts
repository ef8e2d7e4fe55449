import type { Address, RelayPoint } from '../../domain/address.ts'
import { brokenAddressRule } from '../../domain/address-rules.ts'
import { MOST_TEXT } from './facts.ts'
import type { TaxTable } from './taxes.ts'

/** Why the shop cannot send to this address, as a sentence; null when it can. */
export const addressRule = (
  delivery: Address | null,
  relayPoint: RelayPoint | null,
  countries: TaxTable | null,
): string | null => {
  const broken = unkeepable(delivery, relayPoint)
  const to = relayPoint ?? delivery
  if (broken !== null || to === null || countries === null || countries.has(to.countryCode)) return broken
  return `The shop does not deliver to ${to.country || to.countryCode}: add it to a zone under My web shop → Settings → Shipping costs.`
}

/** Why the shop would not keep this address as it is; null when it would. */
export const unkeepable = (delivery: Address | null, relayPoint: RelayPoint | null): string | null => {
  const broken = brokenAddressRule(delivery, relayPoint)
  if (broken !== null) return broken
  const to = relayPoint ?? delivery
  if (to === null) return null
  if (!/^[A-Z]{2}$/.test(to.countryCode)) return `The country “${to.country || to.countryCode}” is not known.`
  if (to.city.trim() === '') return 'The delivery address has no city.'
  const long = partsOf(delivery, relayPoint).find(([, text]) => lengthOf(text) > MOST_TEXT)
  return long === undefined
    ? null
    : `The ${long[0]} has ${lengthOf(long[1])} characters, and CCV Shop keeps ${MOST_TEXT}.`
}

const lengthOf = (text: string): number => Array.from(text).length

const partsOf = (delivery: Address | null, point: RelayPoint | null): readonly (readonly [string, string])[] => [
  ...(delivery === null
    ? []
    : ([
        ['name', `${delivery.firstName} ${delivery.lastName}`],
        ['street', delivery.address1],
        ['second line of the street', delivery.address2],
        ['postcode', delivery.postcode],
        ['city', delivery.city],
        ['province', delivery.state],
        ['phone number', delivery.phone],
        ['mobile number', delivery.mobile],
      ] as const)),
  ...(point === null
    ? []
    : ([
        ['name', `${point.firstName} ${point.lastName}`],
        ['name of the relay point', point.name],
        ['street of the relay point', point.address],
        ['postcode of the relay point', point.postcode],
        ['city of the relay point', point.city],
      ] as const)),
]
