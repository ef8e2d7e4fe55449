import { describe, expect, it } from 'vitest'
import type { OrderToCheck } from '../../../../src/main/connectors/sockets/back-office.ts'
import { anAddress } from '../../../helpers/an-order.ts'
import { addShirt, openShop } from './a-shop.ts'

const toCheck = (...skus: readonly string[]): OrderToCheck => ({
  lines: skus.map((sku) => ({ sku, quantity: 1 })),
  delivery: anAddress(),
  relayPoint: null,
})

describe('reading the stock of PrestaShop', () => {
  it('brings combinations instead of their product, and nothing without a reference', async () => {
    const shop = await openShop()
    addShirt(shop, 'SHIRT', { 'SHIRT-S': 3, 'SHIRT-M': 4, '': 9 })

    const stock = await shop.backOffice.readStock()

    expect(stock.map(({ sku, available }) => [sku, available])).toEqual([
      ['MUG-BLUE', 10],
      ['MUG-RED', 5],
      ['SHIRT-S', 3],
      ['SHIRT-M', 4],
    ])
  })

  it('takes units sold beyond the stock for none', async () => {
    const shop = await openShop()
    Object.assign(shop.simulator.tables.need('stock_availables', 1), { quantity: -3 })

    expect((await shop.backOffice.readStock())[0]).toMatchObject({ sku: 'MUG-BLUE', available: 0 })
  })

  it('counts nothing where the shop does not manage stock', async () => {
    const shop = await openShop()
    shop.simulator.tables.configure('PS_STOCK_MANAGEMENT', '0')

    expect((await shop.backOffice.readStock()).map(({ available }) => available)).toEqual([null, null])
    expect((await shop.backOffice.checkOrder(toCheck('MUG-RED'))).available.get('MUG-RED')).toBeNull()
  })

  it('takes the rows of the chosen shop, or those its group shares', async () => {
    const shop = await openShop()
    const { tables } = shop.simulator
    tables.insert('shops', { name: 'Outlet', active: '1' })
    tables.insert('stock_availables', { id_product: 1, id_shop: 2, quantity: 77 })
    Object.assign(tables.need('stock_availables', 2), { id_shop: 0, id_shop_group: 1 })

    const stockOf = async (shopId: string) =>
      (await shop.reconnect({ shopId }).readStock()).map(({ available }) => available)

    expect(await stockOf('')).toEqual([10, 5])
    expect(await stockOf('2')).toEqual([77, 5])
  })

  it('is a fault when a product has no stock at all, and when a product with stock is not listed', async () => {
    const shop = await openShop()
    const { tables } = shop.simulator
    tables.remove('stock_availables', ({ id }) => id === 2)

    await expect(shop.backOffice.readStock()).rejects.toMatchObject({
      kind: 'unreadable',
      message: expect.stringContaining('MUG-RED'),
    })
    await expect(shop.backOffice.checkOrder(toCheck('MUG-RED'))).rejects.toMatchObject({ kind: 'unreadable' })
  })

  it('passes over stock that deleted products left behind', async () => {
    const shop = await openShop()
    shop.simulator.tables.insert('stock_availables', { id_product: 99, id_shop: 1, quantity: 5 })

    expect(await shop.backOffice.readStock()).toHaveLength(2)
  })

  it('is a fault when the list of products leaves one out that is there', async () => {
    const shop = await openShop()
    shop.simulator.misbehaviour.hidesProduct = 1

    await expect(shop.backOffice.readStock()).rejects.toMatchObject({
      kind: 'unreadable',
      message: expect.stringContaining('left out'),
    })
  })

  it('goes on after a page that was cut short', async () => {
    const shop = await openShop()
    shop.simulator.misbehaviour.pageSize = 1

    expect(await shop.backOffice.readStock()).toHaveLength(2)
  })
})
