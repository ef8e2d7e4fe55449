import { describe, expect, it } from 'vitest'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import { openShopWithMugs } from './open-shop.ts'

describe('looking an order up', () => {
  it('finds it in the bin, as gone', async () => {
    const { backOffice, there } = await openShopWithMugs()
    await there.remove(await backOffice.placeOrder(anOrderToPlace()))

    expect(await backOffice.findOrders('RKT-214001')).toMatchObject([{ state: 'gone' }])
  })

  it('takes no order for ours that only speaks of the reference', async () => {
    const { backOffice, orderThere, shop } = await openShopWithMugs()
    const placed = await backOffice.placeOrder(anOrderToPlace())
    const other = { ...orderThere(placed), id: shop.nextId(), transactionId: '', meta: [] }
    shop.orders.set(other.id, other)

    expect(await backOffice.findOrders('RKT-214001')).toMatchObject([{ backOfficeRef: placed.backOfficeRef }])
  })

  it('shows both where there are two', async () => {
    const { backOffice } = await openShopWithMugs()
    await backOffice.placeOrder(anOrderToPlace())
    await backOffice.placeOrder(anOrderToPlace())

    expect(await backOffice.findOrders('RKT-214001')).toHaveLength(2)
  })

  it('finds it among hundreds of ours where the shop searches by whole words alone', async () => {
    const { backOffice, orderThere, shop } = await openShopWithMugs({ fullTextSearch: true })
    const placed = await backOffice.placeOrder(anOrderToPlace())
    for (let number = 0; number < 250; number++) {
      const id = shop.nextId()
      shop.orders.set(id, { ...orderThere(placed), id, transactionId: `RKT-${id}`, meta: [] })
    }

    expect(await backOffice.findOrders('RKT-214001')).toHaveLength(1)
  })

  it('asks a shop that ignores who created an order once a day', async () => {
    const { asked, backOffice, clock } = await openShopWithMugs({ version: '9.8.1' })
    await backOffice.placeOrder(anOrderToPlace())
    const callsOf = async () => {
      const before = asked().length
      await backOffice.findOrders('RKT-214001')
      return asked().length - before
    }

    expect([await callsOf(), await callsOf()]).toEqual([3, 2])
    clock.advance(25 * 3_600_000)
    expect(await callsOf()).toBe(3)
  })

  it.each([false, true])('never takes an empty page for no order: search by whole words %s', async (fullTextSearch) => {
    const { backOffice, shop } = await openShopWithMugs({ fullTextSearch })
    await backOffice.placeOrder(anOrderToPlace())
    shop.dropsRows = true

    await expect(backOffice.findOrders('RKT-214001')).rejects.toMatchObject({ kind: 'unreadable', outcome: 'not-done' })
  })
})
