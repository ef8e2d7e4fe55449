import { describe, expect, it } from 'vitest'
import { unkeepable } from '../../../../src/main/connectors/ccvshop/address-rule.ts'
import type { OrderToCheck } from '../../../../src/main/connectors/sockets/back-office.ts'
import { anAddress } from '../../../helpers/an-order.ts'
import { aRelayPoint } from '../../../helpers/an-order-to-place.ts'
import { openCcv } from './open-ccv.ts'

const ruleOf = async (facts: Partial<OrderToCheck>, zones?: 'none') => {
  const { backOffice, shop } = await openCcv()
  if (zones === 'none') shop.zones.clear()
  return (await backOffice.checkOrder({ lines: [], delivery: anAddress(), relayPoint: null, ...facts })).addressRule
}

describe('an address for CCV Shop', () => {
  it('must be in a country of the shop’s zones', async () => {
    const delivery = anAddress({ country: 'Portugal', countryCode: 'PT' })

    expect(await ruleOf({ delivery })).toMatch(/^The shop does not deliver to Portugal: .*\.$/)
    expect(await ruleOf({ delivery }, 'none')).toBeNull()
    expect(await ruleOf({})).toBeNull()
  })

  it('is that of the relay point, where one was chosen', async () => {
    const relayPoint = aRelayPoint({ country: 'Luxembourg', countryCode: 'LU' })

    expect(await ruleOf({ relayPoint })).toContain('Luxembourg')
  })

  it.each([
    ['name', { firstName: 'Zoë'.repeat(90) }],
    ['street', { address1: 'é'.repeat(256) }],
    ['second line of the street', { address2: '🎁'.repeat(256) }],
    ['city', { city: 'x'.repeat(300) }],
    ['mobile number', { mobile: '0'.repeat(256) }],
  ])('is never cut off: %s', (what, facts) => {
    expect(unkeepable(anAddress(facts), null)).toMatch(
      new RegExp(`^The ${what} has \\d+ characters, and CCV Shop keeps 255\\.$`),
    )
  })

  it('counts characters, not their bytes', () => {
    expect(unkeepable(anAddress({ address1: '🎁'.repeat(255) }), null)).toBeNull()
  })

  it.each([
    ['a country nobody knows', { countryCode: 'Atlantis' }],
    ['no city', { city: ' ' }],
  ])('is refused with %s', (_, facts) => {
    expect(unkeepable(anAddress(facts), null)).toMatch(/\.$/)
  })

  it('of a relay point may be too long as well', () => {
    expect(unkeepable(null, aRelayPoint({ name: 'x'.repeat(256) }))).toContain('name of the relay point')
  })
})
