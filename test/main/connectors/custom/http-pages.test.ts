import { describe, expect, it } from 'vitest'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import { openShop } from './a-shop.ts'

const STYLES = ['page', 'offset', 'cursor', 'link'] as const
const many = Array.from({ length: 25 }, (_, at) => ({ sku: `SKU-${at}`, title: 'Mug', stock: at, priceCents: 100 }))

describe('a list of several pages', () => {
  it.each(STYLES)('is read whole: %s', async (paging) => {
    const { backOffice, there } = await openShop({ paging, pageSize: 10 })
    await there.addProducts(many)

    const stock = await backOffice.readStock()

    expect(stock.map(({ sku }) => sku)).toEqual(['MUG-BLUE', 'MUG-RED', ...many.map(({ sku }) => sku)])
  })

  it.each(STYLES)('is read whole when it fills its last page: %s', async (paging) => {
    const { backOffice, there } = await openShop({ paging, pageSize: 9 })
    await there.addProducts(many)

    expect(await backOffice.readStock()).toHaveLength(27)
  })

  it.each(STYLES)('is a fault as a whole when one page cannot be read: %s', async (paging) => {
    const { backOffice, there, wire } = await openShop({ paging, pageSize: 10 })
    await there.addProducts(many)
    let pages = 0
    wire?.spoil('truncated', () => ++pages > 2, 5)

    await expect(backOffice.readStock()).rejects.toMatchObject({ kind: 'unreadable', outcome: 'not-done' })
  })

  it('is read to its empty end where the shop gives shorter pages than its owner says', async () => {
    const { backOffice, there } = await openShop({ pageSize: 7 }, (template) => ({
      ...template,
      readStock: { ...template.readStock, paging: { by: 'page', size: 100 } },
    }))
    await there.addProducts(many)

    expect(await backOffice.readStock()).toHaveLength(27)
  })

  it('is a fault where the same page comes for ever', async () => {
    const { backOffice } = await openShop({ paging: 'page' }, (template) => ({
      ...template,
      readStock: {
        ...template.readStock,
        path: '/stock?page=1&mine={{page}}',
        paging: { by: 'page', size: 100 },
      },
    }))

    await expect(backOffice.readStock()).rejects.toMatchObject({
      kind: 'unreadable',
      message: expect.stringContaining('the same page came twice'),
    })
  })

  it('goes on where a link leads, relative to where it was asked', async () => {
    const { backOffice, wire } = await openShop({ paging: 'link', pageSize: 1 }, (template) => ({
      ...template,
      readStock: { ...template.readStock, paging: { by: 'link', next: 'items[0].sku' } },
    }))

    await expect(backOffice.readStock()).rejects.toMatchObject({ kind: 'settings' })

    expect(wire?.received.map(({ url }) => url.pathname)).toEqual(['/api/stock', '/api/MUG-BLUE'])
  })

  it('is never followed to another host', async () => {
    const { backOffice, there, simulator } = await openShop({ paging: 'link', pageSize: 1 }, (template) => ({
      ...template,
      readStock: { ...template.readStock, paging: { by: 'link', next: 'items[0].title' } },
    }))
    const elsewhere = 'https://elsewhere.example/stock'
    simulator.shop.products.splice(0)
    await there.addProducts([{ sku: 'A', title: elsewhere, stock: 1, priceCents: 1 }])

    await expect(backOffice.readStock()).rejects.toThrow(/another address/)
  })

  it('names a SKU twice that stands for two products on two pages', async () => {
    const { backOffice, there } = await openShop({ pageSize: 1 })
    await there.addDuplicate?.('MUG-BLUE')

    expect((await backOffice.readStock()).filter(({ sku }) => sku === 'MUG-BLUE')).toHaveLength(2)
  })
})

describe('what is put into an address', () => {
  it.each(['RKT-1&ids=7', 'RKT-1#x', 'RKT/1?', 'RKT-%2e%2e', 'RKT-é'])(
    'stays one value of it: %s',
    async (reference) => {
      const { backOffice, wire } = await openShop()

      expect(await backOffice.findOrders(reference)).toEqual([])

      expect(wire?.received.at(-1)?.url.searchParams.get('external')).toBe(reference)
      expect([...(wire?.received.at(-1)?.url.searchParams.keys() ?? [])]).toEqual(['external'])
    },
  )

  it('never leads to another host', async () => {
    const { backOffice, wire } = await openShop({}, (template) => ({
      ...template,
      readStock: { ...template.readStock, path: '@elsewhere.example/stock?page={{page}}' },
    }))

    await expect(backOffice.readStock()).rejects.toMatchObject({ kind: 'settings' })
    expect(wire?.received.at(-1)?.url.pathname).toBe('/api/@elsewhere.example/stock')
  })
})

describe('orders asked for since a moment', () => {
  it('reach back to the first that is asked about', async () => {
    const { backOffice, there, clock, wire } = await openShop({ ordersAsked: 'all', searches: false })
    const placed = await backOffice.placeOrder(anOrderToPlace())
    clock.advance(20 * 86_400_000)
    await there.complete(placed, [])

    const progress = await backOffice.readShipments([placed])

    expect(progress.get(placed.backOfficeRef)).toMatchObject({ state: 'completed' })
    expect(wire?.received.at(-1)?.url.searchParams.get('since')).toBe('2026-01-11T09:00:00Z')
  })
})
