import { describe, expect, it } from 'vitest'
import { anAddress } from '../../../helpers/an-order.ts'
import { aRelayPoint } from '../../../helpers/an-order-to-place.ts'
import { rowsWhere } from '../../../simulators/shopware/state.ts'
import { openShopware } from './open-shopware.ts'

const lines = [{ sku: 'MUG-BLUE', quantity: 1 }]

describe('where a Shopware shop delivers to', () => {
  it.each([
    ['a country it does not know', 'AX', /does not know the country AX/],
    ['a country that was switched off', 'BE', /does not deliver to BE: see Settings → Countries/],
    ['a country it does not ship to', 'NL', /does not deliver to NL: see Settings → Countries/],
    ['a country that its sales channel does not have', 'IT', /sales channel .* IT/],
    ['a country it delivers to', 'ES', null],
  ])('is decided by the shop: %s', async (_, countryCode, words) => {
    const opened = await openShopware()
    const { shop } = opened.simulator
    const of = (iso: string) => rowsWhere(shop, 'country', 'iso', iso)[0] ?? {}
    Object.assign(of('BE'), { active: false })
    Object.assign(of('NL'), { shippingAvailable: false })
    const italy = of('IT')
    for (const channel of shop.tables.sales_channel)
      channel['countryIds'] = (channel['countryIds'] as readonly string[]).filter(
        (id) => id !== ('id' in italy ? italy.id : ''),
      )

    const check = await opened.backOffice.checkOrder({ lines, delivery: anAddress({ countryCode }), relayPoint: null })

    if (words === null) expect(check.addressRule).toBeNull()
    else expect(check.addressRule).toMatch(words)
  })

  it.each([
    ['the city', { delivery: anAddress({ city: '' }) }, /no city/],
    [
      'the length of a name',
      { delivery: anAddress({ lastName: 'é'.repeat(61) }) },
      /last name has 61 characters, and Shopware keeps 60/,
    ],
    ['the length of a street', { delivery: anAddress({ address1: 'x'.repeat(256) }) }, /street has 256/],
    ['the length of a phone number', { delivery: anAddress({ mobile: '0'.repeat(41) }) }, /phone number has 41/],
    [
      'the name of a relay point',
      { relayPoint: aRelayPoint({ name: 'x'.repeat(300) }) },
      /name of the relay point has 300/,
    ],
  ])('nothing is cut off: %s', async (_, facts, words) => {
    const { backOffice } = await openShopware()

    const check = await backOffice.checkOrder({ lines, delivery: anAddress(), relayPoint: null, ...facts })

    expect(check.addressRule).toMatch(words)
  })

  it('keeps names that are exactly as long as may be', async () => {
    const { backOffice } = await openShopware()
    const delivery = anAddress({ firstName: '🎁'.repeat(50), lastName: 'x'.repeat(60), city: 'y'.repeat(70) })

    expect((await backOffice.checkOrder({ lines, delivery, relayPoint: null })).addressRule).toBeNull()
  })
})
