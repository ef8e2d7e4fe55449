import { describe, expect, it } from 'vitest'
import { anOrderToPlace, aPlacedLine } from '../../helpers/an-order-to-place.ts'
import { aParcel, type BackOfficeHarness, openWithMugs, unitsOf } from './harness.ts'

export const cancellingPromises = (harness: BackOfficeHarness): void => {
  describe('cancelling an order', () => {
    it('cancels it, and answers the same when asked again', async () => {
      const { backOffice } = await openWithMugs(harness)
      const placed = await backOffice.placeOrder(anOrderToPlace())

      expect(await backOffice.cancelOrder(placed, 'The buyer cancelled')).toBe('cancelled')
      expect(await backOffice.cancelOrder(placed, 'The buyer cancelled')).toBe('cancelled')

      expect((await backOffice.readShipments([placed])).get(placed.backOfficeRef)).toMatchObject({ state: 'cancelled' })
    })

    it('is declined in words once the order has left', async () => {
      const { backOffice, there } = await openWithMugs(harness)
      const placed = await backOffice.placeOrder(anOrderToPlace())
      await there.complete(placed, [aParcel()])

      expect(await backOffice.cancelOrder(placed, 'The buyer cancelled')).toEqual({
        declined: expect.stringMatching(/\w+ \w+/),
      })

      expect((await backOffice.readShipments([placed])).get(placed.backOfficeRef)).toMatchObject({ state: 'completed' })
    })

    it('finds nothing left to do where the order is gone', async () => {
      const { backOffice, there } = await openWithMugs(harness)
      const placed = await backOffice.placeOrder(anOrderToPlace())
      await there.remove(placed)

      expect(await backOffice.cancelOrder(placed, 'The buyer cancelled')).toBe('cancelled')
    })

    it('touches no other order', async () => {
      const { backOffice } = await openWithMugs(harness)
      const placed = await backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-1' }))
      const other = await backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-11' }))

      await backOffice.cancelOrder(placed, 'The buyer cancelled')

      expect((await backOffice.readShipments([other])).get(other.backOfficeRef)).toMatchObject({ state: 'open' })
    })
  })

  describe('taking units out of an order', () => {
    it('leaves the others in it, however often it is said, or says that it cannot and changes nothing', async () => {
      const { backOffice } = await openWithMugs(harness)
      const placed = await backOffice.placeOrder(
        anOrderToPlace({ lines: [aPlacedLine({ quantity: 3 }), aPlacedLine({ sku: 'MUG-RED' })] }),
      )

      const stays = [
        { sku: 'MUG-BLUE', quantity: 1 },
        { sku: 'MUG-RED', quantity: 1 },
      ]
      const outcome = await backOffice.keepUnits(placed, stays)
      await backOffice.keepUnits(placed, stays)

      const [found] = await backOffice.findOrders(placed.reference)
      expect(found?.state).toBe('open')
      expect(unitsOf(found?.lines)).toEqual({ 'MUG-BLUE': outcome === 'kept' ? 1 : 3, 'MUG-RED': 1 })
    })

    it('cannot be done to an order that has left', async () => {
      const { backOffice, there } = await openWithMugs(harness)
      const placed = await backOffice.placeOrder(anOrderToPlace({ lines: [aPlacedLine({ quantity: 2 })] }))
      await there.complete(placed, [aParcel()])

      expect(await backOffice.keepUnits(placed, [{ sku: 'MUG-BLUE', quantity: 1 }])).toBe('cannot')
    })
  })

  describe('forgetting a buyer', () => {
    it('keeps the order and nothing that tells who bought, as often as it is asked', async ({ skip }) => {
      const { backOffice, there } = await openWithMugs(harness)
      if (backOffice.forgetBuyer === undefined) return skip('keeps no buyers of its own')
      const placed = await backOffice.placeOrder(anOrderToPlace())
      await there.complete(placed, [aParcel()])

      await backOffice.forgetBuyer(placed)
      await backOffice.forgetBuyer(placed)

      expect(await backOffice.findOrders(placed.reference)).toEqual([{ ...placed, state: 'completed', postcode: null }])
    })
  })
}
