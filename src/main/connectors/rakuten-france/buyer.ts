import type { Address, Buyer, RelayPoint } from '../../domain/address.ts'
import type { XmlElement } from '../http/read-xml.ts'
import type { UnknownValue } from '../sockets/marketplace.ts'
import { countryCode } from './countries.ts'

/** Hears of each value we do not know. */
export type OnUnknown = (value: UnknownValue) => void

/** The buyer of `deliveryinformation` or `shippinginformation` (6.2): which blocks are there depends on the delivery mode. */
export const toBuyer = (information: XmlElement, onUnknown: OnUnknown): Buyer => ({
  login: information.text('purchasebuyerlogin'),
  email: information.text('purchasebuyeremail'),
  billing: toAddress(information.at('billingaddress'), onUnknown),
  delivery: toAddress(information.at('deliveryaddress'), onUnknown),
  relayPoint: toRelayPoint(information.at('collectionpointaddress'), onUnknown),
  corrected: null,
})

const toAddress = (block: XmlElement | undefined, onUnknown: OnUnknown): Address | null => {
  if (block === undefined || isEmpty(block)) return null
  return {
    civility: block.text('civility'),
    lastName: block.text('lastname'),
    firstName: block.text('firstname'),
    address1: block.text('address1'),
    address2: block.text('address2'),
    postcode: block.text('zipcode'),
    city: block.text('city'),
    state: block.text('state'),
    country: block.text('country'),
    countryCode: toCountry(block, onUnknown),
    phone: block.text('phonenumber1'),
    mobile: block.text('phonenumber2'),
  }
}

const toRelayPoint = (block: XmlElement | undefined, onUnknown: OnUnknown): RelayPoint | null => {
  if (block === undefined || isEmpty(block)) return null
  return {
    id: block.text('id'),
    name: block.text('name'),
    address: block.text('address'),
    postcode: block.text('zipcode'),
    city: block.text('city'),
    country: block.text('country'),
    countryCode: toCountry(block, onUnknown),
    civility: block.text('civility'),
    lastName: block.text('lastname'),
    firstName: block.text('firstname'),
  }
}

/** The raw word stays when it is not a country we know. */
const toCountry = (block: XmlElement, onUnknown: OnUnknown): string => {
  const alpha2 = block.text('countryalpha2')
  const name = block.text('country')
  const code = countryCode(alpha2, name)
  if (code !== null) return code
  onUnknown({ field: 'country', value: alpha2 || name })
  return alpha2 || name
}

const isEmpty = (block: XmlElement): boolean => block.children.every(({ value }) => value === '')
