import { describe, expect, it } from 'vitest'
import { LOOK_BACK_MS } from '../../../../src/main/connectors/ccvshop/facts.ts'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import { recordsInMemory } from '../../../helpers/records-in-memory.ts'
import { openCcv, sellThere } from './open-ccv.ts'

const A_DAY = 24 * 3_600_000

describe('looking an order of CCV Shop up', () => {
  it('costs one call when there is nothing, however often, once the shop was looked through', async () => {
    const { backOffice, shop, clock, calledSince } = await openCcv()
    sellThere(shop, 700)
    clock.advance(A_DAY)
    calledSince()

    await backOffice.findOrders('RKT-1')
    const first = calledSince().length
    await backOffice.findOrders('RKT-2')
    await backOffice.findOrders('RKT-3')

    expect([first, calledSince().length]).toEqual([3, 2])
  })

  it('finds an order of weeks ago after the database was lost, among many others', async () => {
    const { backOffice, shop, clock, reconnect } = await openCcv()
    const placed = await backOffice.placeOrder(anOrderToPlace())
    sellThere(shop, 300)
    clock.advance(LOOK_BACK_MS - A_DAY)
    sellThere(shop, 300)

    const found = await reconnect({}, recordsInMemory()).findOrders(placed.reference)

    expect(found.map(({ backOfficeRef }) => backOfficeRef)).toEqual([placed.backOfficeRef])
  })

  it('finds what was placed since an older copy of the database was made', async () => {
    const { backOffice, reconnect, clock } = await openCcv()
    const older = recordsInMemory()
    await reconnect({}, older).findOrders('RKT-0')
    clock.advance(A_DAY)
    const placed = await backOffice.placeOrder(anOrderToPlace())
    clock.advance(A_DAY)

    expect(await reconnect({}, older).findOrders(placed.reference)).toMatchObject([
      { backOfficeRef: placed.backOfficeRef },
    ])
  })

  it('goes back to the first try of a reference, whatever was looked through since', async () => {
    const { backOffice, placeWithoutAnswer, shop, clock, only } = await openCcv()
    await placeWithoutAnswer(anOrderToPlace())
    // Somebody corrected the one field, so that it is no longer seen to be ours.
    only().reservationNumber = ''
    clock.advance(3 * A_DAY)
    sellThere(shop, 5)
    await backOffice.findOrders('RKT-9')

    expect(await backOffice.findOrders('RKT-214001')).toHaveLength(1)
  })

  it('goes on, after a failure, where it was', async () => {
    const { backOffice, shop, clock, simulator, calledSince } = await openCcv()
    for (let day = 0; day < 10; day += 1) {
      sellThere(shop, 60)
      clock.advance(A_DAY)
    }
    simulator.wire.spoil('server-error', ({ url }) => url.searchParams.get('start') === '500', 2)
    await expect(backOffice.findOrders('RKT-1')).rejects.toMatchObject({ outcome: 'not-done' })
    calledSince()

    expect(await backOffice.findOrders('RKT-1')).toEqual([])

    expect(calledSince()).toHaveLength(1)
  })

  it('is not fooled by references that are alike, or stand elsewhere', async () => {
    const { backOffice, shop } = await openCcv()
    for (const other of ['RKT-10', 'rkt-1', ' RKT-1', 'RKT-1 ', 'XRKT-1']) {
      sellThere(shop, 1, { reservationnumber: other })
      sellThere(shop, 1, {}, other)
    }

    expect(await backOffice.findOrders('RKT-1')).toEqual([])
  })

  it('finds one by either field, and two of them', async () => {
    const { backOffice, shop } = await openCcv()
    sellThere(shop, 1, { reservationnumber: 'RKT-1' })
    sellThere(shop, 1, {}, 'RKT-1')

    expect(await backOffice.findOrders('RKT-1')).toHaveLength(2)
  })

  it('does not find one that was deleted since', async () => {
    const { backOffice, there } = await openCcv()
    const placed = await backOffice.placeOrder(anOrderToPlace())
    await backOffice.findOrders(placed.reference)

    await there.remove(placed)

    expect(await backOffice.findOrders(placed.reference)).toEqual([])
  })

  it('is not led past orders by a clock that was a day ahead when it began', async () => {
    const { backOffice, reconnect, shop, clock } = await openCcv()
    shop.clockAhead = -A_DAY
    const records = recordsInMemory()
    const other = reconnect({}, records)
    await other.findOrders('RKT-1')
    const placed = await backOffice.placeOrder(anOrderToPlace())
    clock.advance(A_DAY / 2)

    expect(await other.findOrders(placed.reference)).toHaveLength(1)
  })
})
