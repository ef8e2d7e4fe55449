import { describe, expect, it } from 'vitest'
import type { PlacedOrder } from '../../../../src/main/connectors/sockets/back-office.ts'
import { aParcel } from '../../../batteries/back-office/harness.ts'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import { recordsInMemory } from '../../../helpers/records-in-memory.ts'
import { type OpenCcv, openCcv, sellThere } from './open-ccv.ts'

const place = async ({ backOffice, product }: OpenCcv, orders: number, from = 1): Promise<readonly PlacedOrder[]> => {
  product('MUG-BLUE').stock = 10_000
  const placed: PlacedOrder[] = []
  for (let number = from; number < from + orders; number += 1)
    placed.push(await backOffice.placeOrder(anOrderToPlace({ reference: `RKT-${number}` })))
  return placed
}

const statesOf = async (open: OpenCcv, orders: readonly PlacedOrder[], records = open.records) => {
  open.calledSince()
  const progress = await open.reconnect({}, records).readShipments(orders)
  return { calls: open.calledSince().length, states: orders.map((one) => progress.get(one.backOfficeRef)?.state) }
}

describe('reading how orders of CCV Shop get on', () => {
  it('asks for a few by a single list', async () => {
    const open = await openCcv()
    const orders = await place(open, 15)

    expect((await statesOf(open, orders)).calls).toBe(1)
  })

  it('asks for an only one by its number', async () => {
    const open = await openCcv()
    const orders = await place(open, 1)

    const { calls, states } = await statesOf(open, orders)

    expect([calls, states]).toEqual([1, ['open']])
  })

  it('is not made to read a whole year by one order that nobody sends', async () => {
    const open = await openCcv()
    const [forgotten] = await place(open, 1)
    open.clock.advance(90 * 24 * 3_600_000)
    sellThere(open.shop, 570)
    const fresh = await place(open, 30, 2)

    const { calls, states } = await statesOf(open, [...(forgotten ? [forgotten] : []), ...fresh])

    expect(calls).toBe(2)
    expect(new Set(states)).toEqual(new Set(['open']))
  })

  it('asks for each by its number where it does not know since when they are there', async () => {
    const open = await openCcv()
    const orders = await place(open, 3)

    expect((await statesOf(open, orders, recordsInMemory())).calls).toBe(3)
  })

  it('calls gone only what the shop says is not there', async () => {
    const open = await openCcv()
    const orders = await place(open, 3)
    const [first] = orders
    if (first) await open.there.remove(first)

    expect((await statesOf(open, orders)).states).toEqual(['gone', 'open', 'open'])
  })

  it('concludes nothing for an order whose own answer is a page', async () => {
    const open = await openCcv()
    const orders = await place(open, 1)
    open.simulator.wire.spoil('page', () => true, 9)

    await expect(open.backOffice.readShipments(orders)).rejects.toMatchObject({ name: 'Fault' })
  })

  it('brings carrier, code and link as they stand there, the link to the first of several codes', async () => {
    const open = await openCcv()
    const orders = await place(open, 2)
    const [one, two] = orders
    if (!one || !two) throw new Error('Two were placed')
    await open.there.complete(one, [
      aParcel({ carrierName: 'PostNL', trackingNumber: '3S1', trackingUrl: 'https://postnl.nl/3S1' }),
    ])
    await open.there.complete(two, [aParcel({ trackingNumber: 'AA 1;BB2 ,AA 1', trackingUrl: 'https://x.example/' })])

    const progress = await open.backOffice.readShipments(orders)

    const parcel = { carrierName: 'PostNL', carrierCode: null, trackingNumber: '3S1', contents: [] }
    expect(progress.get(one.backOfficeRef)?.parcels).toEqual([{ ...parcel, trackingUrl: 'https://postnl.nl/3S1' }])
    expect(progress.get(two.backOfficeRef)?.parcels).toMatchObject([
      { trackingNumber: 'AA 1', trackingUrl: 'https://x.example/' },
      { trackingNumber: 'BB2', trackingUrl: null },
    ])
  })

  it('goes by the seller’s own table of statuses; cancelled is cancelled in any case', async () => {
    const open = await openCcv({}, { completedStates: '5,11', cancelledStates: '13' })
    const orders = await place(open, 5)
    const statuses = [5, 7, 11, 13, 8]
    for (const [at, order] of [...open.shop.orders.values()].entries()) order.status = statuses[at] ?? 1

    expect((await statesOf(open, orders)).states).toEqual(['completed', 'open', 'completed', 'cancelled', 'cancelled'])
  })

  it('sees units that were taken out, also where the shop does not put rows into orders', async () => {
    for (const expands of [true, false]) {
      const open = await openCcv({ expands })
      const order = await open.backOffice.placeOrder(anOrderToPlace({ lines: [aPlacedLine({ quantity: 3 })] }))
      await open.there.removeUnits?.(order, { sku: 'MUG-BLUE', quantity: 1 })

      const progress = await open.backOffice.readShipments([order])

      // Not told is not the same as none.
      expect(progress.get(order.backOfficeRef)?.lines).toEqual(expands ? [{ sku: 'MUG-BLUE', quantity: 2 }] : null)
      expect(await open.backOffice.findOrders(order.reference)).toMatchObject([
        { lines: [{ sku: 'MUG-BLUE', quantity: 2 }] },
      ])
    }
  })
})
