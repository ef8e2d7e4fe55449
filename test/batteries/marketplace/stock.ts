import { describe, expect, it } from 'vitest'
import type { MarketplaceHarness } from './harness.ts'

const adverts = [1, 2, 3, 4, 5].map((n) => ({
  sku: `SKU-${n}`,
  title: `Tasse n° ${n}`,
  priceCents: 1000 + n,
  stock: n,
}))

export const stockPromises = (harness: MarketplaceHarness): void => {
  describe('stock', () => {
    it('reads the whole inventory, all pages', async () => {
      const { marketplace, there } = await harness.open()
      there.setInventory(adverts)

      const inventory = await marketplace.readInventory()

      expect(
        inventory.map(({ sku, title, priceCents, quantity }) => ({ sku, title, priceCents, stock: quantity })),
      ).toEqual(adverts)
      expect(new Set(inventory.map(({ advertId }) => advertId)).size).toBe(5)
    })

    it('finds an empty inventory where there is none', async () => {
      const { marketplace } = await harness.open()

      expect(await marketplace.readInventory()).toEqual([])
    })

    it('tells quantities, and each SKU’s outcome once the file is worked off', async () => {
      const { marketplace, there } = await harness.open()
      there.setInventory(adverts)

      const { fileId } = await marketplace.sendStock([
        { sku: 'SKU-1', quantity: 0, priceCents: 1001 },
        { sku: 'SKU-2', quantity: 999, priceCents: 1002 },
        { sku: 'TASSE & <fils>', quantity: 3, priceCents: 5 },
      ])
      const before = await marketplace.readStockReport(fileId)
      there.finishUploads()
      const after = await marketplace.readStockReport(fileId)

      expect(before).toMatchObject({ state: 'pending' })
      expect(after).toMatchObject({ state: 'done' })
      expect(after.lines).toMatchObject([
        { sku: 'SKU-1', ok: true },
        { sku: 'SKU-2', ok: true },
        { sku: 'TASSE & <fils>', ok: false, message: expect.stringMatching(/\w+/) },
      ])
      expect([there.quantityOf('SKU-1'), there.quantityOf('SKU-2')]).toEqual([0, 999])
      expect((await marketplace.readInventory()).map(({ priceCents }) => priceCents)).toEqual(
        adverts.map(({ priceCents }) => priceCents),
      )
    })

    it('says when a file was ignored for being the same as the one before', async () => {
      const { marketplace, there } = await harness.open()
      there.setInventory(adverts)
      const line = { sku: 'SKU-1', quantity: 4, priceCents: 1001 }
      await marketplace.sendStock([line])
      there.finishUploads()

      const { fileId } = await marketplace.sendStock([line])
      there.finishUploads()

      expect(await marketplace.readStockReport(fileId)).toMatchObject({ state: 'identical' })
    })
  })
}
