import type { Address, Purchase } from '../purchase.ts'
import { deliveryModeOf } from '../value-lists.ts'
import { cdata, node, text, type XmlElement } from '../wire/xml-writer.ts'

/** The address blocks of a purchase: which ones depends on the delivery mode (6.2). */
export const addressBlocks = (purchase: Purchase, contact: boolean): XmlElement[] =>
  deliveryModeOf(purchase.deliveryMode).blocks.map((block) =>
    block === 'collectionpointaddress' ? collectionPoint(purchase) : address(block, purchase.buyer, contact),
  )

const address = (name: string, of: Address, contact: boolean): XmlElement =>
  node(
    name,
    text('civility', of.civility),
    cdata('lastname', of.lastName),
    cdata('firstname', of.firstName),
    cdata('address1', of.address1),
    cdata('address2', of.address2),
    text('zipcode', of.zipCode),
    cdata('city', of.city),
    of.state === '' ? null : cdata('state', of.state),
    cdata('country', of.country),
    text('countryalpha2', of.countryAlpha2),
    text('phonenumber1', contact ? of.phone1 : ''),
    text('phonenumber2', contact ? of.phone2 : ''),
  )

const collectionPoint = ({ buyer, relayPoint }: Purchase): XmlElement =>
  node(
    'collectionpointaddress',
    text('civility', buyer.civility),
    cdata('lastname', buyer.lastName),
    cdata('firstname', buyer.firstName),
    cdata('id', relayPoint?.id ?? ''),
    cdata('name', relayPoint?.name ?? ''),
    cdata('address', relayPoint?.address ?? ''),
    text('zipcode', relayPoint?.zipCode ?? ''),
    cdata('city', relayPoint?.city ?? ''),
    cdata('country', relayPoint?.country ?? ''),
    relayPoint?.contractLevel ? cdata('contractlevel', relayPoint.contractLevel) : null,
  )
