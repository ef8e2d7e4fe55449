import { describe, expect, it } from 'vitest'
import { MOST_VARIANT_CALLS } from '../../../../src/main/connectors/ccvshop/facts.ts'
import type { Product, Shop } from '../../../simulators/ccvshop/state.ts'
import { addCombination, addProduct } from '../../../simulators/ccvshop/there.ts'
import { openCcv } from './open-ccv.ts'

const SHIRT = { sku: 'SHIRT', title: 'Shirt', stock: 0, priceCents: 100 }

/** A shirt in two sizes, each counted by itself. */
const addShirt = (shop: Shop, sku = 'SHIRT', more: Partial<Product> = {}): Product => {
  const shirt = addProduct(shop, { ...SHIRT, sku }, { stockType: 'attribute combination', ...more })
  addCombination(shop, shirt, { productNumber: `${sku}-M`, skuNumber: `${sku}-1`, eanNumber: '37001', stock: 4 })
  addCombination(shop, shirt, { productNumber: `${sku}-L`, skuNumber: `${sku}-2`, eanNumber: '37002', stock: -2 })
  return shirt
}

describe('the stock of CCV Shop', () => {
  it.each([true, false])(
    'counts combinations where they are counted, listed with their product or not: %s',
    async (expands) => {
      const { backOffice, shop } = await openCcv({ expands })
      addShirt(shop)

      expect(await backOffice.readStock()).toEqual([
        { sku: 'MUG-BLUE', available: 10, title: 'Blue mug' },
        { sku: 'MUG-RED', available: 5, title: 'Red mug' },
        { sku: 'SHIRT-M', available: 4, title: 'Shirt' },
        { sku: 'SHIRT-L', available: 0, title: 'Shirt' },
      ])
    },
  )

  it('asks for variants one by one only where that is needed, and not without end', async () => {
    const { backOffice, shop, calledSince } = await openCcv({ expands: false })
    addShirt(shop)
    calledSince()
    await backOffice.readStock()
    const calls = calledSince().length
    for (let number = 0; number < MOST_VARIANT_CALLS; number += 1) addShirt(shop, `SHIRT-${number}`)

    await expect(backOffice.readStock()).rejects.toMatchObject({ kind: 'refused', outcome: 'not-done' })

    expect(calls).toBe(2)
    expect(calledSince()).toHaveLength(1)
  })

  it('rounds halves down, and tells what is not counted apart from nothing', async () => {
    const { backOffice, product } = await openCcv()
    product('MUG-BLUE').stock = 3.9
    product('MUG-RED').stockEnabled = false

    expect((await backOffice.readStock()).map(({ available }) => available)).toEqual([3, null])
  })

  it('leaves out what is switched off', async () => {
    const { backOffice, shop, product } = await openCcv()
    product('MUG-BLUE').active = false
    addShirt(shop)
    for (const one of shop.combinations.values()) one.active = one.productNumber !== 'SHIRT-L'

    expect((await backOffice.readStock()).map(({ sku }) => sku)).toEqual(['MUG-RED', 'SHIRT-M'])
  })

  it.each([
    ['ean', ['37001', '37002']],
    ['skunumber', ['SHIRT-1', 'SHIRT-2']],
    ['mpn', []],
    ['id', ['1', '2']],
  ])('goes by the field that holds the SKU: %s', async (source, skus) => {
    const { reconnect, shop } = await openCcv()
    addShirt(shop)

    expect((await reconnect({}, undefined, source).readStock()).map(({ sku }) => sku)).toEqual(skus)
  })

  it('is refused with a field that no product has', async () => {
    const { reconnect } = await openCcv()

    expect(() => reconnect({}, undefined, 'barcode')).toThrow('CCV Shop finds products by')
  })

  it('is a fault where a list leads in circles', async () => {
    const { backOffice, shop, simulator } = await openCcv({ signs: false })
    shop.tampers = (body) => body.replace('"next":null', `"next":"${simulator.url.origin}/api/rest/v1/products/"`)

    await expect(backOffice.readStock()).rejects.toMatchObject({ kind: 'unreadable' })
  })
})

describe('a SKU of CCV Shop', () => {
  const check = async ({ backOffice }: Awaited<ReturnType<typeof openCcv>>, sku: string) =>
    backOffice.checkOrder({ lines: [{ sku, quantity: 1 }], delivery: null, relayPoint: null })

  it('stands for several where a product and a combination of another bear it', async () => {
    const open = await openCcv()
    const shirt = addShirt(open.shop)
    addCombination(open.shop, shirt, { productNumber: 'MUG-BLUE', stock: 1 })

    expect(await check(open, 'MUG-BLUE')).toMatchObject({ duplicateSkus: ['MUG-BLUE'], unknownSkus: [] })
  })

  it('stands for one where the combinations of a product counted as a whole show its number, too', async () => {
    const open = await openCcv()
    addCombination(open.shop, open.product('MUG-BLUE'), { productNumber: 'MUG-BLUE', stock: 99 })
    addCombination(open.shop, open.product('MUG-BLUE'), { productNumber: 'MUG-BLUE-XL', stock: 99 })

    expect((await check(open, 'MUG-BLUE')).available).toEqual(new Map([['MUG-BLUE', 10]]))
    expect((await check(open, 'MUG-BLUE-XL')).available).toEqual(new Map([['MUG-BLUE-XL', 10]]))
  })

  it('of a product that is sold by its combinations alone is unknown', async () => {
    const open = await openCcv()
    addShirt(open.shop)

    expect(await check(open, 'SHIRT')).toMatchObject({ unknownSkus: ['SHIRT'] })
  })

  it('too long for any product is unknown without a question', async () => {
    const open = await openCcv()
    open.calledSince()

    expect(await check(open, 'x'.repeat(10_000))).toMatchObject({ unknownSkus: ['x'.repeat(10_000)] })

    expect(open.calledSince().filter(({ url }) => url.pathname.includes('product'))).toEqual([])
  })
})
