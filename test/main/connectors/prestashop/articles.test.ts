import { describe, expect, it } from 'vitest'
import type { OrderToCheck } from '../../../../src/main/connectors/sockets/back-office.ts'
import { anAddress } from '../../../helpers/an-order.ts'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import { addShirt, openShop } from './a-shop.ts'

const toCheck = (...skus: readonly string[]): OrderToCheck => ({
  lines: skus.map((sku) => ({ sku, quantity: 1 })),
  delivery: anAddress(),
  relayPoint: null,
})

describe('looking SKUs up in PrestaShop', () => {
  it('finds a combination, and never sells the bare product that has some', async () => {
    const shop = await openShop()
    addShirt(shop, 'SHIRT', { 'SHIRT-S': 3, 'SHIRT-M': 4 })

    const check = await shop.backOffice.checkOrder(toCheck('SHIRT-M', 'SHIRT'))

    expect(check).toMatchObject({ unknownSkus: ['SHIRT'], duplicateSkus: [] })
    expect([...check.available]).toEqual([['SHIRT-M', 4]])
  })

  it('places a combination, and lowers both its own stock and its product’s', async () => {
    const shop = await openShop()
    const shirt = addShirt(shop, 'SHIRT', { 'SHIRT-S': 3, 'SHIRT-M': 4 })

    const { lines } = await shop.backOffice.placeOrder(
      anOrderToPlace({ lines: [aPlacedLine({ sku: 'SHIRT-M', quantity: 2 })] }),
    )

    expect(lines).toEqual([{ sku: 'SHIRT-M', quantity: 2 }])
    const stock = shop.rows('stock_availables').filter((row) => row['id_product'] === shirt)
    expect(stock.map(({ quantity }) => quantity)).toEqual([3, 2, 5])
  })

  it('takes a combination that bears its product’s reference for that one, and several for duplicates', async () => {
    const shop = await openShop()
    addShirt(shop, 'HAT', { HAT: 3 })
    addShirt(shop, 'DEMO', { DEMO: 3 })
    addShirt(shop, 'OTHER', { DEMO: 1 })

    const check = await shop.backOffice.checkOrder(toCheck('HAT', 'DEMO'))

    expect(check).toMatchObject({ unknownSkus: [], duplicateSkus: ['DEMO'] })
    expect([...check.available]).toEqual([['HAT', 3]])
  })

  it.each(['MUG|BLUE', 'MUG[1]', '12,34', '5,7', 'a\'b"c', '100 % coton', 'A/B\\C', 'mug-blue', '%', 'É🐈'])(
    'finds exactly the product whose reference is %j',
    async (sku) => {
      const shop = await openShop()
      await shop.there.addProducts([{ sku, title: 'Odd', stock: 3, priceCents: 100 }])

      const check = await shop.backOffice.checkOrder(toCheck(sku))

      expect([...check.available]).toEqual([[sku, 3]])
      expect(check.duplicateSkus).toEqual([])
    },
  )

  it('does not ask for what no product can be called', async () => {
    const shop = await openShop()
    const long = 'x'.repeat(10_000)

    expect((await shop.backOffice.checkOrder(toCheck(long))).unknownSkus).toEqual([long])
    expect(shop.wire?.received.some(({ url }) => url.href.length > 3_000)).toBe(false)
  })

  it('looks hundreds up in addresses that every host bears', async () => {
    const shop = await openShop()
    const skus = Array.from({ length: 300 }, (_, at) => `A-RATHER-LONG-REFERENCE-${at}`)
    await shop.there.addProducts(skus.map((sku) => ({ sku, title: sku, stock: 1, priceCents: 100 })))

    const { available } = await shop.backOffice.checkOrder(toCheck(...skus))

    expect(available.size).toBe(300)
    expect(Math.max(...(shop.wire?.received ?? []).map(({ url }) => url.href.length))).toBeLessThan(4_000)
  })

  it.each([
    ['id', '1', '3-2'],
    ['ean13', '3700000000017', '374'],
    ['upc', '0123', ''],
    ['supplier_reference', 'SUP-1', ''],
  ])('goes by %s where the connection says so', async (skuSource, product, combination) => {
    const shop = await openShop({ skuSource })
    addShirt(shop, 'SHIRT', { 'SHIRT-S': 3, 'SHIRT-M': 4 })
    Object.assign(shop.simulator.tables.need('products', 1), {
      ean13: product,
      upc: product,
      supplier_reference: product,
    })

    const { available } = await shop.backOffice.checkOrder(toCheck(product, combination))
    const placed = await shop.backOffice.placeOrder(anOrderToPlace({ lines: [aPlacedLine({ sku: product })] }))

    expect([...available]).toEqual(
      combination === ''
        ? [[product, 10]]
        : [
            [product, 10],
            [combination, 4],
          ],
    )
    expect(placed.lines).toEqual([{ sku: product, quantity: 1 }])
  })
})
