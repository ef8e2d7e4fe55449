import { describe, expect, it } from 'vitest'
import type { BackOffice } from '../../../src/main/connectors/sockets/back-office.ts'
import { anOrderToPlace, aPlacedLine } from '../../helpers/an-order-to-place.ts'
import { aParcel, type BackOfficeHarness, openWithMugs } from './harness.ts'

const stockIn = async (backOffice: BackOffice): Promise<Record<string, number | null>> =>
  Object.fromEntries((await backOffice.readStock()).map(({ sku, available }) => [sku, available]))

export const stockPromises = (harness: BackOfficeHarness): void => {
  const { callsPer5000Skus } = harness.capabilities

  describe('reading stock', () => {
    it('brings every SKU of the catalogue, sold out or not', async () => {
      const { backOffice, there } = await openWithMugs(harness)
      await there.addProducts([{ sku: 'CUP', title: 'Cup', stock: 0, priceCents: 900 }])

      expect(await stockIn(backOffice)).toEqual({ CUP: 0, 'MUG-BLUE': 10, 'MUG-RED': 5 })
    })

    it('brings hundreds of SKUs, none twice and none left out', async () => {
      const { backOffice, there } = await harness.open()
      const skus = Array.from({ length: 333 }, (_, index) => `SKU-${index}`)
      await there.addProducts(
        skus.map((sku, index) => ({ sku, title: `Product ${index}`, stock: index, priceCents: 100 })),
      )

      const stock = await backOffice.readStock()

      expect(stock.map(({ sku }) => sku).sort()).toEqual(skus.toSorted())
      expect(stock.every(({ sku, available }) => sku === `SKU-${available}`)).toBe(true)
    })

    it(`reads 5,000 SKUs in ${callsPer5000Skus} calls at most`, async () => {
      const { backOffice, there, calls } = await harness.open()
      const skus = Array.from({ length: 5000 }, (_, index) => `SKU-${index}`)
      await there.addProducts(skus.map((sku, index) => ({ sku, title: sku, stock: index % 90, priceCents: 100 })))
      await backOffice.readStock() // what is read once per shop is read
      const before = calls()

      const stock = await backOffice.readStock()

      expect(calls() - before).toBeLessThanOrEqual(callsPer5000Skus)
      expect(new Set(stock.map(({ sku }) => sku)).size).toBe(5000)
    })

    it('never takes half an answer for the whole', async ({ skip }) => {
      const { backOffice, there } = await openWithMugs(harness)
      if (there.breakStock === null) return skip('cannot happen there')
      await there.breakStock()

      await expect(backOffice.readStock()).rejects.toMatchObject({ name: 'Fault' })
    })
  })

  describe.runIf(harness.stockFollowsOrders)('stock and orders', () => {
    const order = anOrderToPlace({ lines: [aPlacedLine({ quantity: 3 })] })

    it('go down together, once per order', async () => {
      const { backOffice } = await openWithMugs(harness)

      await backOffice.placeOrder(order)
      if (harness.capabilities.idempotentCreate) await backOffice.placeOrder(order)

      expect(await stockIn(backOffice)).toEqual({ 'MUG-BLUE': 7, 'MUG-RED': 5 })
    })

    it('come back together, once per cancellation', async () => {
      const { backOffice } = await openWithMugs(harness)
      const placed = await backOffice.placeOrder(order)

      await backOffice.cancelOrder(placed, 'The buyer cancelled')
      await backOffice.cancelOrder(placed, 'The buyer cancelled')

      expect(await stockIn(backOffice)).toEqual({ 'MUG-BLUE': 10, 'MUG-RED': 5 })
    })

    it('part when the order has left', async () => {
      const { backOffice, there } = await openWithMugs(harness)
      const placed = await backOffice.placeOrder(order)
      await there.complete(placed, [aParcel()])

      await backOffice.cancelOrder(placed, 'The buyer cancelled')

      expect(await stockIn(backOffice)).toEqual({ 'MUG-BLUE': 7, 'MUG-RED': 5 })
    })

    it('give back exactly the units that were taken out', async () => {
      const { backOffice } = await openWithMugs(harness)
      const placed = await backOffice.placeOrder(order)

      const outcome = await backOffice.keepUnits(placed, [{ sku: 'MUG-BLUE', quantity: 1 }])

      expect(await stockIn(backOffice)).toEqual({ 'MUG-BLUE': outcome === 'kept' ? 9 : 7, 'MUG-RED': 5 })
    })
  })
}
