import type { Address, RelayPoint } from '../../domain/address.ts'
import { brokenAddressRule } from '../../domain/address-rules.ts'
import { phoneOf } from './address-body.ts'
import { LENGTHS } from './facts.ts'
import type { Country, SalesChannel } from './shapes.ts'

interface Area {
  readonly channel: SalesChannel
  readonly countries: readonly Country[]
}

/** Why the shop would not deliver there, as a sentence; null when it would. */
export const addressRule = (delivery: Address | null, relayPoint: RelayPoint | null, area: Area): string | null => {
  const broken = unkeepable(delivery, relayPoint)
  if (broken !== null) return broken
  const iso = (relayPoint ?? delivery)?.countryCode ?? ''
  const country = countryOf(iso, area.countries)
  if (country === null) return `The shop does not know the country ${iso}: see Settings → Countries.`
  if (country.active === false || country.shippingAvailable === false)
    return `The shop does not deliver to ${iso}: see Settings → Countries.`
  const sold = area.channel.countries ?? []
  return sold.length === 0 || sold.some(({ id }) => id === country.id)
    ? null
    : `The sales channel of the shop does not deliver to ${iso}: add the country to it, under its general settings.`
}

/** One that is switched on before one that is not: a shop may have a country twice. */
export const countryOf = (iso: string, countries: readonly Country[]): Country | null => {
  const found = countries.filter((country) => country.iso === iso)
  return found.find(({ active }) => active !== false) ?? found[0] ?? null
}

/** Why Shopware would not keep this address as it is; null when it would. */
export const unkeepable = (delivery: Address | null, point: RelayPoint | null): string | null => {
  const broken = brokenAddressRule(delivery, point)
  if (broken !== null) return broken
  if ((point ?? delivery)?.city.trim() === '') return 'The delivery address has no city.'
  const tooLong = partsOf(delivery, point).find(([, text, most]) => Array.from(text).length > most)
  if (tooLong === undefined) return null
  const [what, text, most] = tooLong
  return `The ${what} has ${Array.from(text).length} characters, and Shopware keeps ${most}.`
}

type Part = readonly [what: string, text: string, most: number]

const partsOf = (delivery: Address | null, point: RelayPoint | null): readonly Part[] => [
  ...(delivery === null
    ? []
    : ([
        ...namesOf(delivery),
        ['street', delivery.address1, LENGTHS.street],
        ['second line of the street', delivery.address2, LENGTHS.street],
        ['city', delivery.city, LENGTHS.city],
        ['postcode', delivery.postcode, LENGTHS.zipcode],
        ['region', delivery.state, LENGTHS.street],
        ['phone number', phoneOf(delivery), LENGTHS.phone],
      ] as const)),
  ...(point === null
    ? []
    : ([
        ...namesOf(point),
        ['name of the relay point', point.name, LENGTHS.company],
        ['street of the relay point', point.address, LENGTHS.street],
        ['city of the relay point', point.city, LENGTHS.city],
        ['postcode of the relay point', point.postcode, LENGTHS.zipcode],
      ] as const)),
]

const namesOf = ({ firstName, lastName }: Pick<Address, 'firstName' | 'lastName'>): readonly Part[] => [
  ['first name', firstName, LENGTHS.firstName],
  ['last name', lastName, LENGTHS.lastName],
]
