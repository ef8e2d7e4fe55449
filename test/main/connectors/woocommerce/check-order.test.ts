import { describe, expect, it } from 'vitest'
import { anAddress } from '../../../helpers/an-order.ts'
import { anOrderToPlace, aPlacedLine, aRelayPoint } from '../../../helpers/an-order-to-place.ts'
import { addProduct } from '../../../simulators/woocommerce/there.ts'
import { openShop, openShopWithMugs } from './open-shop.ts'

const check = (skus: readonly string[]) => ({
  lines: skus.map((sku) => ({ sku, quantity: 1 })),
  delivery: anAddress(),
  relayPoint: null,
})

describe('the SKUs of an order', () => {
  it('are looked up a few dozen at a time', async () => {
    const { asked, backOffice, there } = await openShop()
    const skus = Array.from({ length: 120 }, (_, at) => `SKU-${at}`)
    await there.addProducts(skus.map((sku) => ({ sku, title: sku, stock: 2, priceCents: 100 })))

    const { available, unknownSkus } = await backOffice.checkOrder(check([...skus, 'NONE']))

    expect(available.size).toBe(120)
    expect(unknownSkus).toEqual(['NONE'])
    expect(asked().filter((call) => call === 'GET products')).toHaveLength(3)
  })

  it.each(['A,B', 'MUG"BLUE"', "L'été", '50 %', 'a/b?c=d&e#f', 'ÉTÉ', '日本'])(
    'may be odd, and are found: %s',
    async (sku) => {
      const { backOffice, there } = await openShop()
      await there.addProducts([
        { sku, title: 'Odd', stock: 3, priceCents: 100 },
        { sku: 'A', title: 'A', stock: 1, priceCents: 100 },
      ])

      const { available, unknownSkus } = await backOffice.checkOrder(check([sku]))

      expect([...available]).toEqual([[sku, 3]])
      expect(unknownSkus).toEqual([])
    },
  )

  it.each(['0', '%41', '<b>', ' ', 'MUG-BLUE\n', 'mug-blue', 'MUG-BLUE,MUG-RED', 'x'.repeat(3000)])(
    'are unknown where the shop would find something else: %j',
    async (sku) => {
      const { backOffice } = await openShopWithMugs()

      expect((await backOffice.checkOrder(check([sku, 'MUG-RED']))).unknownSkus).toEqual([sku])
    },
  )

  it('are unknown as drafts and as parents, and counted with all their products', async () => {
    const { backOffice, shop } = await openShopWithMugs()
    const draft = { sku: 'DRAFT', title: 'Draft', stock: 3, priceCents: 100 }
    addProduct(shop, draft, { status: 'draft' })
    addProduct(shop, { ...draft, sku: 'PARENT' }, { type: 'variable' })

    expect((await backOffice.checkOrder(check(['DRAFT', 'PARENT', 'MUG-RED']))).unknownSkus).toEqual([
      'DRAFT',
      'PARENT',
    ])
  })

  it.each(['sku', 'ean', 'id'])(
    'are what the connection takes for them, from the check to the parcel: %s',
    async (skuSource) => {
      const { backOffice, there, shop } = await openShop({}, { skuSource })
      const parent = addProduct(shop, { sku: 'SHIRT', title: 'Shirt', stock: 0, priceCents: 1 }, { type: 'variable' })
      const facts = { sku: 'SHIRT-M', title: 'Shirt M', stock: 4, priceCents: 1290 }
      const { id } = addProduct(shop, facts, {
        type: 'variation',
        parentId: parent.id,
        globalUniqueId: '3700000000017',
      })
      const sku = { sku: 'SHIRT-M', ean: '3700000000017', id: String(id) }[skuSource] ?? ''

      const { available } = await backOffice.checkOrder(check([sku]))
      const placed = await backOffice.placeOrder(anOrderToPlace({ lines: [aPlacedLine({ sku, quantity: 2 })] }))
      await there.shipPart?.(placed, {
        ...{ carrierName: 'DPD', carrierCode: null, trackingNumber: 'D1', trackingUrl: null },
        contents: [{ sku: 'SHIRT-M', quantity: 1 }],
      })

      expect([...available]).toEqual([[sku, 4]])
      expect(placed.lines).toEqual([{ sku, quantity: 2 }])
      expect((await backOffice.readShipments([placed])).get(placed.backOfficeRef)?.parcels).toMatchObject([
        { contents: [{ sku, quantity: 1 }] },
      ])
    },
  )

  it.each(['sku', 'ean'])('are not taken for unknown from half a list: %s', async (skuSource) => {
    const { backOffice, shop } = await openShop({}, { skuSource })
    addProduct(shop, { sku: 'MUG', title: 'Mug', stock: 1, priceCents: 1 }, { globalUniqueId: '3700000000017' })
    shop.dropsRows = true

    await expect(backOffice.checkOrder(check(['MUG', '3700000000017']))).rejects.toMatchObject({ kind: 'unreadable' })
  })

  it('are not looked up by EAN where the shop ignores the question', async () => {
    const { backOffice, shop, simulator } = await openShop({}, { skuSource: 'ean' })
    addProduct(shop, { sku: 'MUG', title: 'Mug', stock: 1, priceCents: 1 })
    simulator.wire.spoil('slow', ({ url }) => {
      url.searchParams.delete('global_unique_id')
      return false
    })

    await expect(backOffice.checkOrder(check(['3700000000017']))).rejects.toMatchObject({ kind: 'settings' })
  })
})

describe('a destination', () => {
  it.each([
    ['woocommerce_allowed_countries', 'specific', 'woocommerce_specific_allowed_countries', ['BE'], false],
    ['woocommerce_allowed_countries', 'specific', 'woocommerce_specific_allowed_countries', ['FR'], true],
    ['woocommerce_allowed_countries', 'all_except', 'woocommerce_all_except_countries', ['FR'], false],
    ['woocommerce_allowed_countries', 'all_except', 'woocommerce_all_except_countries', ['BE'], true],
    ['woocommerce_ship_to_countries', 'specific', 'woocommerce_specific_ship_to_countries', ['BE'], false],
    ['woocommerce_ship_to_countries', 'specific', 'woocommerce_specific_ship_to_countries', ['FR'], true],
  ])('is one by the shop’s settings: %s %s %s %j', async (rule, value, list, countries, isOne) => {
    const { backOffice, shop } = await openShopWithMugs()
    shop.settings.set(rule, { group: 'general', value })
    shop.settings.set(list, { group: 'general', value: countries })

    const { addressRule } = await backOffice.checkOrder(check(['MUG-RED']))

    expect(addressRule === null).toBe(isOne)
    if (!isOne) expect(addressRule).toContain('France')
  })

  it.each([
    [
      'a country that is none',
      { delivery: anAddress({ countryCode: 'Frankreich', country: 'Frankreich' }) },
      'Frankreich',
    ],
    [
      'a phone number that makes addresses vanish',
      { delivery: anAddress({ phone: '0'.repeat(101) }) },
      '100 characters',
    ],
    ['a relay point without a number', { relayPoint: aRelayPoint({ id: '' }) }, 'number'],
  ])('is not: %s', async (_, facts, words) => {
    const { backOffice } = await openShopWithMugs()

    expect((await backOffice.checkOrder({ ...check(['MUG-RED']), ...facts })).addressRule).toContain(words)
  })
})
