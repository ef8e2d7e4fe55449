import { describe, expect, it } from 'vitest'
import { brokenAddressRule } from '../../../src/main/domain/address-rules.ts'
import { anAddress } from '../../helpers/an-order.ts'
import { aRelayPoint } from '../../helpers/an-order-to-place.ts'

describe('an address for the doorstep', () => {
  it.each([
    ['a whole one', {}],
    ['one name only', { firstName: '' }],
    ['the street on the second line', { address1: '', address2: 'Lieu-dit Kerguen' }],
    ['another country', { country: 'Espagne', countryCode: 'ES', postcode: '07001' }],
  ])('may have %s', (_, facts) => {
    expect(brokenAddressRule(anAddress(facts), null)).toBeNull()
  })

  it.each([
    ['name', { firstName: ' ', lastName: '' }],
    ['street', { address1: '', address2: ' ' }],
    ['postcode', { postcode: ' ' }],
    ['country', { countryCode: '' }],
  ])('must have a %s', (missing, facts) => {
    expect(brokenAddressRule(anAddress(facts), null)).toBe(`The delivery address has no ${missing}.`)
  })

  it('must be there', () => {
    expect(brokenAddressRule(null, null)).toBe('The order has no delivery address.')
  })
})

describe('an address for a relay point', () => {
  it.each([
    ['no delivery address', null, aRelayPoint()],
    ['a billing address without a street', anAddress({ address1: '' }), aRelayPoint()],
    ['a name on the delivery address only', anAddress(), aRelayPoint({ firstName: '', lastName: '' })],
  ])('may come with %s', (_, delivery, relayPoint) => {
    expect(brokenAddressRule(delivery, relayPoint)).toBeNull()
  })

  it.each([
    ['The relay point has no number.', aRelayPoint({ id: '' })],
    ['The relay point has no country.', aRelayPoint({ countryCode: '' })],
    ['The parcel for the relay point has no name.', aRelayPoint({ firstName: '', lastName: '' })],
  ])('is refused: %s', (rule, relayPoint) => {
    expect(brokenAddressRule(anAddress({ firstName: '', lastName: '' }), relayPoint)).toBe(rule)
  })
})
