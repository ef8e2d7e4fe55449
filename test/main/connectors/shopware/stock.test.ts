import { describe, expect, it } from 'vitest'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import { callsTo, openShopware, stockOf } from './open-shopware.ts'

describe('the catalogue of a Shopware shop', () => {
  it('offers variants, not what holds them together, under the name they take from it', async () => {
    const opened = await openShopware()
    const { hands } = opened.simulator
    const box = hands.addProduct({ productNumber: 'BOX', name: 'T-shirt', childCount: 2, stock: 99 })
    hands.addProduct({ productNumber: 'BOX.S', parentId: box.id, name: null, active: null, taxId: null, stock: 3 })

    const stock = await opened.backOffice.readStock()

    expect(stock).toContainEqual({ sku: 'BOX.S', available: 3, title: 'T-shirt' })
    expect(stock.map(({ sku }) => sku)).not.toContain('BOX')
    const check = await opened.backOffice.checkOrder({
      lines: [{ sku: 'BOX', quantity: 1 }],
      delivery: null,
      relayPoint: null,
    })
    expect(check.unknownSkus).toEqual(['BOX'])
    const placed = await opened.backOffice.placeOrder(anOrderToPlace({ lines: [aPlacedLine({ sku: 'BOX.S' })] }))
    expect(placed.lines).toEqual([{ sku: 'BOX.S', quantity: 1 }])
  })

  it('has nothing of what is not sold any more, and no less than nothing', async () => {
    const opened = await openShopware()
    const { hands } = opened.simulator
    hands.addProduct({ productNumber: 'OFF', stock: 7, active: false })
    hands.addProduct({ productNumber: 'OVERSOLD', stock: -3, isCloseout: false })

    expect(await stockOf(opened.backOffice)).toMatchObject({ OFF: 0, OVERSOLD: 0 })
  })

  it.each(['A|B', 'A,B', "O'Neill", '100% "cotton"', 'a/b\\c', 'é€🎁', ' padded '])(
    'is searched for exactly %j',
    async (sku) => {
      const opened = await openShopware()
      opened.simulator.hands.addProduct({ productNumber: sku, stock: 4 })

      const check = await opened.backOffice.checkOrder({
        lines: [{ sku, quantity: 1 }],
        delivery: null,
        relayPoint: null,
      })

      expect([...check.available]).toEqual([[sku, 4]])
    },
  )

  it('goes by EAN, manufacturer’s number or id as well, where two may be the same', async () => {
    const byEan = await openShopware({ skuSource: 'ean' })
    for (const productNumber of ['P-1', 'P-2'])
      byEan.simulator.hands.addProduct({ productNumber, ean: '4006381333931' })
    byEan.simulator.hands.addProduct({ productNumber: 'P-3', ean: '3250390000000', stock: 2 })

    const check = await byEan.backOffice.checkOrder({
      lines: ['4006381333931', '3250390000000', ''].map((sku) => ({ sku, quantity: 1 })),
      ...{ delivery: null, relayPoint: null },
    })

    expect(check).toMatchObject({ duplicateSkus: ['4006381333931'], unknownSkus: [''] })
    expect([...check.available]).toEqual([['3250390000000', 2]])
    const placed = await byEan.backOffice.placeOrder(anOrderToPlace({ lines: [aPlacedLine({ sku: '3250390000000' })] }))
    expect(placed.lines).toEqual([{ sku: '3250390000000', quantity: 1 }])
    expect((await byEan.backOffice.readStock()).map(({ sku }) => sku).sort()).toEqual([
      ...['3250390000000', '4006381333931', '4006381333931'],
    ])
  })

  it.each(['not an id', 'A'.repeat(32), '0f3c1b2a-0000-4000-8000-000000000000'])(
    'by id: asks nothing for %j, which is none',
    async (sku) => {
      const opened = await openShopware({ skuSource: 'id' })

      const check = await opened.backOffice.checkOrder({
        lines: [{ sku, quantity: 1 }],
        delivery: null,
        relayPoint: null,
      })

      expect(check.unknownSkus).toEqual([sku])
    },
  )
})

describe('reading pages of a Shopware shop', () => {
  const open = async (count: number) => {
    const opened = await openShopware()
    for (let at = 2; at < count; at += 1) opened.simulator.hands.addProduct({ productNumber: `P-${at}`, stock: at })
    await opened.backOffice.findOrders('RKT-1')
    const before = callsTo(opened).length
    return { opened, calls: () => callsTo(opened).length - before }
  }

  it.each([
    [499, 1],
    [500, 2],
    [501, 2],
    [1000, 2],
    [1001, 3],
  ])('%i products take %i calls', async (count, expected) => {
    const { opened, calls } = await open(count)

    expect(await opened.backOffice.readStock()).toHaveLength(count)

    expect(calls()).toBe(expected)
  })

  it('keeps to a limit that the shop has lowered', async () => {
    const { opened } = await open(250)
    opened.simulator.shop.maxLimit = 100

    expect(await opened.backOffice.readStock()).toHaveLength(250)
  })

  it('reads once more what changed meanwhile, and takes no mixture for the whole', async () => {
    const { opened, calls } = await open(700)
    const { shop, wire } = opened.simulator
    let asked = 0
    wire.spoil('slow', ({ url }) => {
      if (url.pathname.endsWith('/search/product') && ++asked === 2) shop.tables.product.splice(100, 1)
      return false
    })

    expect(await opened.backOffice.readStock()).toHaveLength(699)

    expect(calls()).toBe(4)
  })
})
