import { describe, expect, it } from 'vitest'
import type { BackOffice, OfficeOrder, OfficeProgress } from '../../../src/main/connectors/sockets/back-office.ts'
import { anOrderToPlace, aPlacedLine } from '../../helpers/an-order-to-place.ts'
import { aParcel, type BackOfficeHarness, BLUE_MUG, openWithMugs, unitsOf } from './harness.ts'

const progressOf = async (backOffice: BackOffice, order: OfficeOrder): Promise<OfficeProgress | undefined> =>
  (await backOffice.readShipments([order])).get(order.backOfficeRef)

const TWO_OF_TWO = anOrderToPlace({
  lines: [aPlacedLine({ quantity: 2 }), aPlacedLine({ sku: 'MUG-RED', quantity: 2 })],
})

export const progressPromises = (harness: BackOfficeHarness): void => {
  const { callsPer500Orders } = harness.capabilities

  describe('reading how orders get on', () => {
    it('shows an order that nobody touched as open, whole and without parcels', async () => {
      const { backOffice } = await openWithMugs(harness)
      const placed = await backOffice.placeOrder(TWO_OF_TWO)

      const progress = await progressOf(backOffice, placed)

      expect(progress).toMatchObject({ state: 'open', parcels: [] })
      expect([null, { 'MUG-BLUE': 2, 'MUG-RED': 2 }]).toContainEqual(progress?.lines && unitsOf(progress.lines))
    })

    it('brings carrier and number of a parcel', async () => {
      const { backOffice, there } = await openWithMugs(harness)
      const placed = await backOffice.placeOrder(anOrderToPlace())

      await there.complete(placed, [aParcel({ carrierName: 'Mondial Relay', trackingNumber: '00012345' })])

      expect(await progressOf(backOffice, placed)).toMatchObject({
        state: 'completed',
        parcels: [{ carrierName: 'Mondial Relay', trackingNumber: '00012345' }],
      })
    })

    it('shows a completion without a number as completed, and invents none', async () => {
      const { backOffice, there } = await openWithMugs(harness)
      const placed = await backOffice.placeOrder(anOrderToPlace())

      await there.complete(placed, [])

      const progress = await progressOf(backOffice, placed)
      expect(progress?.state).toBe('completed')
      expect(progress?.parcels.filter(({ trackingNumber }) => trackingNumber !== null)).toEqual([])
    })

    it('brings every parcel of an order, in the order they left', async () => {
      const { backOffice, there } = await openWithMugs(harness)
      const placed = await backOffice.placeOrder(anOrderToPlace())

      await there.complete(placed, [aParcel({ trackingNumber: 'AA1' }), aParcel({ trackingNumber: 'BB2' })])

      const progress = await progressOf(backOffice, placed)
      expect(progress?.parcels.map(({ trackingNumber }) => trackingNumber)).toEqual(['AA1', 'BB2'])
    })

    it('keeps an order open of which a part has left, and says which part', async ({ skip }) => {
      const { backOffice, there } = await openWithMugs(harness)
      if (there.shipPart === null) return skip('cannot happen there')
      const placed = await backOffice.placeOrder(TWO_OF_TWO)

      await there.shipPart(placed, aParcel({ contents: [{ sku: 'MUG-RED', quantity: 1 }] }))

      expect(await progressOf(backOffice, placed)).toMatchObject({
        state: 'open',
        parcels: [{ trackingNumber: '6A12345678901', contents: [{ sku: 'MUG-RED', quantity: 1 }] }],
      })
    })

    it('completes an order when its last part has left', async ({ skip }) => {
      const { backOffice, there } = await openWithMugs(harness)
      if (there.shipPart === null) return skip('cannot happen there')
      const placed = await backOffice.placeOrder(TWO_OF_TWO)

      await there.shipPart(placed, aParcel({ trackingNumber: 'AA1', contents: [{ sku: 'MUG-RED', quantity: 2 }] }))
      await there.shipPart(placed, aParcel({ trackingNumber: 'BB2', contents: [{ sku: 'MUG-BLUE', quantity: 2 }] }))

      expect(await progressOf(backOffice, placed)).toMatchObject({ state: 'completed', parcels: [{}, {}] })
    })

    it('sees a completion undone', async ({ skip }) => {
      const { backOffice, there } = await openWithMugs(harness)
      if (there.reopen === null) return skip('cannot happen there')
      const placed = await backOffice.placeOrder(anOrderToPlace())
      await there.complete(placed, [])

      await there.reopen(placed)

      expect(await progressOf(backOffice, placed)).toMatchObject({ state: 'open', parcels: [] })
    })

    it('sees an order cancelled there', async () => {
      const { backOffice, there } = await openWithMugs(harness)
      const placed = await backOffice.placeOrder(anOrderToPlace())

      await there.cancel(placed)

      expect(await progressOf(backOffice, placed)).toMatchObject({ state: 'cancelled' })
    })

    it('tells an order that is gone from one that is cancelled', async () => {
      const { backOffice, there } = await openWithMugs(harness)
      const placed = await backOffice.placeOrder(anOrderToPlace())

      await there.remove(placed)

      expect(await progressOf(backOffice, placed)).toMatchObject({ state: 'gone' })
    })

    it('sees units that were taken out there', async ({ skip }) => {
      const { backOffice, there } = await openWithMugs(harness)
      if (there.removeUnits === null) return skip('cannot happen there')
      const placed = await backOffice.placeOrder(TWO_OF_TWO)

      await there.removeUnits(placed, { sku: 'MUG-RED', quantity: 2 })
      await there.removeUnits(placed, { sku: 'MUG-BLUE', quantity: 1 })

      const progress = await progressOf(backOffice, placed)
      expect(progress?.state).toBe('open')
      expect(unitsOf(progress?.lines)).toEqual({ 'MUG-BLUE': 1 })
    })

    it('asks nothing for no orders', async () => {
      const { backOffice, calls } = await openWithMugs(harness)
      const before = calls()

      expect(await backOffice.readShipments([])).toEqual(new Map())
      expect(calls()).toBe(before)
    })

    // Where a platform takes one call at a time and twenty for an order, placing them takes a while.
    it(`reads 500 orders, each in its own state, in ${callsPer500Orders} calls at most`, {
      timeout: 120_000,
    }, async () => {
      const { backOffice, there, calls } = await harness.open()
      await there.addProducts([{ ...BLUE_MUG, stock: 1000 }])
      const orders: OfficeOrder[] = []
      for (let number = 1; number <= 500; number++) {
        orders.push(await backOffice.placeOrder(anOrderToPlace({ reference: `RKT-${number}` })))
      }
      const [first, , third] = orders
      if (!first || !third) throw new Error('500 orders were placed')
      await there.complete(first, [aParcel({ trackingNumber: 'AA1' })])
      await there.cancel(third)
      const before = calls()

      const progress = await backOffice.readShipments(orders)

      expect(calls() - before).toBeLessThanOrEqual(callsPer500Orders)
      expect(progress.size).toBe(500)
      expect(progress.get(first.backOfficeRef)).toMatchObject({
        state: 'completed',
        parcels: [{ trackingNumber: 'AA1' }],
      })
      expect(progress.get(third.backOfficeRef)).toMatchObject({ state: 'cancelled' })
      expect([...progress.values()].filter(({ state }) => state === 'open')).toHaveLength(498)
    })
  })
}
