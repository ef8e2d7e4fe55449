import { describe, expect, it } from 'vitest'
import { anAddress } from '../../../helpers/an-order.ts'
import { aRelayPoint } from '../../../helpers/an-order-to-place.ts'
import { addVariant } from '../../../simulators/lightspeed/there.ts'
import { aLightspeed } from './a-lightspeed.ts'

const toCheck = (...skus: readonly string[]) => ({
  lines: skus.map((sku) => ({ sku, quantity: 1 })),
  ...{ delivery: anAddress(), relayPoint: null },
})
const given = { title: 'Hat', stock: 3, priceCents: 900 }

describe('a product', () => {
  it.each([
    ['sku', 'HAT-ART'],
    ['articleCode', 'HAT-ART'],
    ['variantSku', 'HAT-SKU'],
    ['ean', '3700000000017'],
  ])('is found by the field that the connection says: %s', async (skuSource, sku) => {
    const { shop, backOffice } = await aLightspeed({ skuSource })
    addVariant(shop, { ...given, sku: 'HAT-ART' }, { sku: 'HAT-SKU', ean: '3700000000017' })

    const { available, unknownSkus } = await backOffice.checkOrder(toCheck(sku, 'HAT-ELSE'))

    expect([[...available], unknownSkus]).toEqual([[[sku, 3]], ['HAT-ELSE']])
  })

  it('is found by its id, which nothing else can be', async () => {
    const { shop, backOffice } = await aLightspeed({ skuSource: 'id' })
    const { id } = addVariant(shop, { ...given, sku: 'HAT' })
    const odd = ['HAT', '0', '-1', '9'.repeat(15), `0${id}`, `${id} `, `${id}/../1`, '1e3']

    const { available, unknownSkus } = await backOffice.checkOrder(toCheck(String(id), ...odd))

    expect([[...available], unknownSkus]).toEqual([[[String(id), 3]], odd])
  })

  it.each(["L'œuf & Cie", 'A+B', '50%', 'A/B', 'A?b=c#d', '猫', ' HAT', 'a,b', '&amp;', '"'])(
    'whose code is %j is found, and no other for it',
    async (sku) => {
      const { shop, backOffice } = await aLightspeed()
      addVariant(shop, { ...given, sku })
      addVariant(shop, { ...given, sku: sku.toLowerCase() === sku ? `${sku} ` : sku.toLowerCase() })

      const { available, duplicateSkus } = await backOffice.checkOrder(toCheck(sku))

      expect([[...available], duplicateSkus]).toEqual([[[sku, 3]], []])
    },
  )

  it.each([
    ['disabled', 4, null],
    ['enabled', -2, 0],
    ['indicator', 4, 4],
  ] as const)('whose stock is %s at %d has %s to sell', async (stockTracking, stockLevel, units) => {
    const { shop, backOffice } = await aLightspeed()
    addVariant(shop, { ...given, sku: 'HAT' }, { stockTracking, stockLevel })

    expect((await backOffice.checkOrder(toCheck('HAT'))).available.get('HAT')).toBe(units)
    expect(await backOffice.readStock()).toContainEqual({ sku: 'HAT', title: 'Hat', available: units })
  })

  it('is not taken for unknown where the shop does not hear what it is asked for', async () => {
    const { shop, backOffice } = await aLightspeed({ habits: { ignoresFilters: true } })
    for (let number = 0; number < 300; number += 1) addVariant(shop, { ...given, sku: `HAT-${number}` })

    await expect(backOffice.checkOrder(toCheck('MUG-BLUE'))).rejects.toMatchObject({ kind: 'unreadable' })
  })
})

describe('a price that is not the buyer’s', () => {
  const sold = { ...toCheck(), lines: [{ sku: 'MUG-BLUE', quantity: 2, paidCents: 2400 }] }

  it.each([
    ['tell', false],
    ['hold', true],
  ])(
    'is told before anything is promised, and holds the order if the seller wants it: %s',
    async (priceDifference, needsWord) => {
      const { backOffice } = await aLightspeed({ values: { priceDifference } })

      expect((await backOffice.checkOrder(sold)).difference).toEqual({
        message: 'SKU MUG-BLUE costs 25.80 EUR there for 2 units, and the buyer paid 24.00 EUR.',
        needsWord,
      })
    },
  )
})

describe('an address', () => {
  it.each([
    [{ countryCode: 'US', country: 'États-Unis' }, 'delivers nothing to US'],
    [{ countryCode: '', country: 'Syldavie' }, 'no country'],
    [{ countryCode: 'Syldavie', country: 'Syldavie' }, '“Syldavie” is not known'],
    [{ city: ' ' }, 'no city'],
    [{ address1: 'x'.repeat(256) }, 'The street has 256 characters, and Lightspeed keeps 255.'],
    [{ firstName: 'É'.repeat(150), lastName: '\u202E'.repeat(150) }, 'The name has 301 characters'],
  ])('that the shop cannot take is said in words: %j', async (facts, words) => {
    const { backOffice } = await aLightspeed()

    const { addressRule } = await backOffice.checkOrder({ ...toCheck('MUG-BLUE'), delivery: anAddress(facts) })

    expect(addressRule).toContain(words)
  })

  it('may be a relay point in a country that the buyer does not live in', async () => {
    const { backOffice } = await aLightspeed()
    const relayPoint = aRelayPoint({ countryCode: 'MA', country: 'Maroc' })

    const { addressRule } = await backOffice.checkOrder({ ...toCheck('MUG-BLUE'), relayPoint })

    expect(addressRule).toContain('delivers nothing to MA')
  })

  it('keeps no order back where the shop does not tell its countries', async () => {
    const { backOffice, wire } = await aLightspeed()
    wire?.spoil('page', ({ url }) => url.pathname.includes('/countries'), 10)

    const { addressRule } = await backOffice.checkOrder({
      ...toCheck('MUG-BLUE'),
      delivery: anAddress({ countryCode: 'US' }),
    })

    expect(addressRule).toBeNull()
  })
})
