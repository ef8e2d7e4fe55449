import { describe, expect, it } from 'vitest'
import { addressRule } from '../../../../src/main/connectors/magento/address-rule.ts'
import { anAddress } from '../../../helpers/an-order.ts'
import { aRelayPoint } from '../../../helpers/an-order-to-place.ts'

const EUROPE = new Set(['FR', 'BE'])

describe('an address', () => {
  it.each([
    ['a country the shop does not sell to', anAddress({ countryCode: 'US' }), null, /does not sell to US/],
    ['a name that would be cut off', anAddress({ lastName: 'x'.repeat(129) }), null, /last name has 129 characters/],
    [
      'two lines of street that together are too long',
      anAddress({ address1: 'x'.repeat(200), address2: 'y'.repeat(60) }),
      null,
      /street has 261/,
    ],
    ['no city', anAddress({ city: ' ' }), null, /no city/],
    ['a relay point without a postcode', anAddress(), aRelayPoint({ postcode: '' }), /no postcode/],
    ['an emoji', anAddress({ city: 'Lille 🌷' }), null, /city has a character/],
    ['a relay point with too long a name', anAddress(), aRelayPoint({ name: 'x'.repeat(260) }), /relay point/],
    ['a relay point abroad', anAddress(), aRelayPoint({ countryCode: 'US' }), /does not sell to US/],
  ])('is refused in words for %s', (_, delivery, relayPoint, rule) => {
    expect(addressRule(delivery, relayPoint, EUROPE)).toMatch(rule)
  })

  it.each([
    ['right-to-left marks', anAddress({ firstName: '\u202EElodie' })],
    ['markup', anAddress({ lastName: '<script>alert(1)</script>' })],
    ['names of 128 letters', anAddress({ firstName: 'é'.repeat(128) })],
  ])('is taken as it is with %s', (_, delivery) => {
    expect(addressRule(delivery, null, EUROPE)).toBeNull()
  })
})
