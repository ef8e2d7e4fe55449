import { describe, expect, it } from 'vitest'
import type { OrderToCheck } from '../../../../src/main/connectors/sockets/back-office.ts'
import { anAddress } from '../../../helpers/an-order.ts'
import { aRelayPoint } from '../../../helpers/an-order-to-place.ts'
import { openShop } from './a-shop.ts'

const toCheck = (...skus: readonly string[]): OrderToCheck => ({
  lines: skus.map((sku) => ({ sku, quantity: 1 })),
  delivery: anAddress(),
  relayPoint: null,
})

describe('the rules of addresses', () => {
  it.each([
    ['the street', { address1: 'x'.repeat(129) }, '128 characters for the first line'],
    ['the second line', { address2: 'x'.repeat(129) }, '128 characters for the second line'],
    ['the city', { city: 'x'.repeat(65) }, '64 characters for a city'],
    ['no city', { city: '' }, 'no city'],
    ['the postcode', { postcode: '1234567890123' }, '12 characters for a postcode'],
    ['the name', { lastName: 'x'.repeat(10_000) }, '255 characters for a last name'],
    ['a name of signs', { firstName: '', lastName: '12 + 3' }, 'nothing else is left'],
    ['the country', { countryCode: 'US' }, 'does not deliver to US'],
    ['a country nobody knows', { countryCode: 'Atlantide' }, 'does not deliver to Atlantide'],
  ])('are said in words: %s', async (_, facts, words) => {
    const shop = await openShop()

    const { addressRule } = await shop.backOffice.checkOrder({ ...toCheck('MUG-RED'), delivery: anAddress(facts) })

    expect(addressRule).toContain(words)
    expect(addressRule).not.toContain('Lefebvre')
  })

  it('are those of the relay point where the parcel goes to one', async () => {
    const shop = await openShop()
    const relayPoint = aRelayPoint({ countryCode: 'US' })

    expect((await shop.backOffice.checkOrder({ ...toCheck('MUG-RED'), relayPoint })).addressRule).toContain('US')
  })
})
