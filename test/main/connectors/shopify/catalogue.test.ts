import { describe, expect, it } from 'vitest'
import { anAddress } from '../../../helpers/an-order.ts'
import { aRelayPoint } from '../../../helpers/an-order-to-place.ts'
import { addVariant, askedSince, type OpenShop, openMugShop, openShop } from './a-shop.ts'

const check = ({ backOffice }: OpenShop, ...skus: readonly string[]) =>
  backOffice.checkOrder({ lines: skus.map((sku) => ({ sku, quantity: 1 })), delivery: anAddress(), relayPoint: null })

const WAREHOUSE = 'gid://shopify/Location/11'
const STORE = 'gid://shopify/Location/12'

describe('a SKU in Shopify', () => {
  it.each([
    "d'Artagnan",
    '5" pipe',
    'back\\slash',
    '50%',
    '%',
    'A/B,C:D',
    'two words',
    'id:>0 OR sku:*',
    'Ünïcode-⚑',
    '*',
  ])('is found by exactly its own name: %s', async (sku) => {
    const opened = await openMugShop()
    addVariant(opened, { sku }, 7)
    addVariant(opened, { sku: `${sku}-2` }, 3)

    const { available, unknownSkus, duplicateSkus } = await check(opened, sku)

    expect(Object.fromEntries(available)).toEqual({ [sku]: 7 })
    expect([unknownSkus, duplicateSkus]).toEqual([[], []])
  })

  it.each(['MUG', 'mug-blue', 'MUG BLUE', 'x'.repeat(10_000), "'", 'MUG-BLUE\u202e'])(
    'is not taken for one that the search takes for alike: %s',
    async (sku) => {
      const opened = await openMugShop()

      expect((await check(opened, sku)).unknownSkus).toEqual([sku])
    },
  )

  it('of an archived product belongs to its successor', async () => {
    const opened = await openMugShop()
    addVariant(opened, { sku: 'MUG-BLUE', status: 'ARCHIVED' }, 99)

    const { available, duplicateSkus } = await check(opened, 'MUG-BLUE')

    expect(duplicateSkus).toEqual([])
    expect(available.get('MUG-BLUE')).toBe(10)
    expect(await opened.backOffice.readStock()).toHaveLength(2)
  })

  it('of an archived product without a successor is known', async () => {
    const opened = await openShop()
    addVariant(opened, { sku: 'MUG-BLUE', status: 'ARCHIVED' }, 2)

    expect((await check(opened, 'MUG-BLUE')).available.get('MUG-BLUE')).toBe(2)
  })

  it.each([
    ['not tracked', { tracked: false }],
    ['sold beyond its stock', { policy: 'CONTINUE' as const }],
  ])('is not counted where the product is %s', async (_, facts) => {
    const opened = await openShop()
    addVariant(opened, { sku: 'MUG-BLUE', ...facts }, 0)

    expect((await check(opened, 'MUG-BLUE')).available.get('MUG-BLUE')).toBeNull()
    expect(await opened.backOffice.readStock()).toMatchObject([{ sku: 'MUG-BLUE', available: null }])
  })

  it('is the barcode, or the number of the variant, where the seller says so', async () => {
    const byBarcode = await openShop({ skuSource: 'ean' })
    addVariant(byBarcode, { sku: 'MUG-BLUE', barcode: '3700000000017' }, 4)
    const byNumber = await openShop({ skuSource: 'id' })
    const { number } = addVariant(byNumber, { sku: 'MUG-BLUE' }, 6)

    expect(Object.fromEntries((await check(byBarcode, '3700000000017', 'MUG-BLUE')).available)).toEqual({
      '3700000000017': 4,
    })
    expect(Object.fromEntries((await check(byNumber, String(number), '0', '1e3')).available)).toEqual({ [number]: 6 })
    expect(await byNumber.backOffice.readStock()).toMatchObject([{ sku: String(number), available: 6 }])
  })

  it('is looked for among many in few questions', async () => {
    const opened = await openShop()
    const skus = Array.from({ length: 60 }, (_, at) => `SKU-${at + 100}`)
    for (const sku of skus) addVariant(opened, { sku }, 2)

    const { available } = await check(opened, ...skus)

    expect(available.size).toBe(60)
    expect(askedSince(opened)).toEqual(['Token', 'Variants', 'Variants', 'Variants', 'Countries'])
  })
})

describe('the address of an order for Shopify', () => {
  it.each([
    ['a country without a shipping zone', anAddress({ countryCode: 'PT' }), null, 'no shipping zone for PT'],
    ['a country by its name', anAddress({ countryCode: 'Ruritanie' }), null, 'does not know the country'],
    ['a street that is too long', anAddress({ address1: 'x'.repeat(256) }), null, 'The street is longer than 255'],
    [
      'a relay point with a name that is too long',
      anAddress(),
      aRelayPoint({ name: 'x'.repeat(256) }),
      'name of the relay point',
    ],
  ])('breaks a rule: %s', async (_, delivery, relayPoint, words) => {
    const { backOffice } = await openMugShop()

    const { addressRule } = await backOffice.checkOrder({ lines: [], delivery, relayPoint })

    expect(addressRule).toContain(words)
  })

  it('may lie anywhere where the shop ships nowhere itself', async () => {
    const opened = await openMugShop()
    opened.simulator.shop.shipsTo = []

    expect((await check(opened)).addressRule).toBeNull()
  })
})

describe('stock at locations', () => {
  const openWithTwoPlaces = async (locations: string) => {
    const opened = await openShop({ values: { locations } })
    addVariant(opened, {
      sku: 'BOTH',
      levels: new Map([
        [11, 4],
        [12, 3],
      ]),
    })
    addVariant(opened, { sku: 'STORE', levels: new Map([[12, 8]]) })
    addVariant(opened, {
      sku: 'MINUS',
      levels: new Map([
        [11, -5],
        [12, 2],
      ]),
    })
    return opened
  }

  it.each([
    ['', { BOTH: 7, STORE: 8, MINUS: 0 }],
    [WAREHOUSE, { BOTH: 4, STORE: 0, MINUS: 0 }],
    [STORE, { BOTH: 3, STORE: 8, MINUS: 2 }],
    [`${WAREHOUSE},${STORE}`, { BOTH: 7, STORE: 8, MINUS: 0 }],
  ])('is that of the ticked ones: %j', async (locations, expected) => {
    const opened = await openWithTwoPlaces(locations)

    const stock = await opened.backOffice.readStock()

    expect(Object.fromEntries(stock.map(({ sku, available }) => [sku, available]))).toEqual(expected)
    expect(Object.fromEntries((await check(opened, 'BOTH', 'STORE', 'MINUS')).available)).toEqual(expected)
  })

  it('is a fault where a ticked one is not there any more, never zero', async () => {
    const opened = await openWithTwoPlaces(WAREHOUSE)
    const [warehouse] = opened.simulator.shop.locations
    if (warehouse) warehouse.isActive = false

    await expect(opened.backOffice.readStock()).rejects.toMatchObject({
      kind: 'settings',
      message: expect.stringContaining('location'),
    })
    await expect(check(opened, 'BOTH')).rejects.toMatchObject({ kind: 'settings' })
  })

  it('keeps pages as small as their points want', async () => {
    const opened = await openWithTwoPlaces(`${WAREHOUSE},${STORE}`)
    for (let number = 0; number < 300; number += 1) addVariant(opened, { sku: `SKU-${number}` })

    expect(await opened.backOffice.readStock()).toHaveLength(303)

    expect(askedSince(opened)).toEqual(['Token', 'Locations', 'Variants', 'Variants', 'Variants'])
  })

  it('is a fault where only a part of it comes', async () => {
    const opened = await openWithTwoPlaces(STORE)
    opened.simulator.shop.stockIsBroken = true

    await expect(opened.backOffice.readStock()).rejects.toMatchObject({ kind: 'unreachable', outcome: 'not-done' })
  })
})

describe('a very large catalogue', () => {
  it('is read beyond the depth of Shopify’s lists', async () => {
    const opened = await openShop()
    for (let number = 0; number < 25_300; number += 1) addVariant(opened, { sku: `SKU-${number}` })

    const stock = await opened.backOffice.readStock()

    expect(new Set(stock.map(({ sku }) => sku)).size).toBe(25_300)
    expect(stock).toHaveLength(25_300)
  }, 60_000)
})
