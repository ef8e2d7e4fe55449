import { describe, expect, it } from 'vitest'
import { BLUE_MUG, type MarketplaceHarness, openWithAcceptedMug, RED_MUG } from './harness.ts'

export const decisionPromises = (harness: MarketplaceHarness): void => {
  describe('deciding', () => {
    it('accepts an item once, and says so when asked again', async () => {
      const { marketplace, there } = await harness.open()
      const { itemIds } = there.buy([BLUE_MUG])
      const [itemId = ''] = itemIds

      expect(await marketplace.acceptItem(itemId)).toBe('accepted')
      expect(await marketplace.acceptItem(itemId)).toBe('already-accepted')

      expect(there.itemThere(itemId)).toMatchObject({ accepted: 1 })
    })

    it('says that it does not know when the answer was lost, and finds out by asking again', async () => {
      const { marketplace, there } = await harness.open()
      const { itemIds } = there.buy([BLUE_MUG])
      const [itemId = ''] = itemIds
      there.spoil('answer-lost')

      await expect(marketplace.acceptItem(itemId)).rejects.toMatchObject({ name: 'Fault', outcome: 'unknown' })
      there.repair()

      expect(await marketplace.acceptItem(itemId)).toBe('already-accepted')
      expect(there.itemThere(itemId)).toMatchObject({ accepted: 1 })
    })

    it('says that there is nothing left to decide once the buyer has cancelled', async () => {
      const { marketplace, there } = await harness.open()
      const { reference, itemIds } = there.buy([BLUE_MUG, RED_MUG])
      const [first = '', second = ''] = itemIds
      there.cancelByBuyer(reference)

      expect(await marketplace.acceptItem(first)).toBe('emptied')
      expect(await marketplace.refuseItem(second)).toBe('emptied')
    })

    it('refuses an item, and finds nothing left to decide when asked again', async () => {
      const { marketplace, there } = await harness.open()
      const { itemIds } = there.buy([BLUE_MUG])
      const [itemId = ''] = itemIds

      expect(await marketplace.refuseItem(itemId)).toBe('refused')
      expect(await marketplace.refuseItem(itemId)).toBe('emptied')
      expect(await marketplace.acceptItem(itemId)).toBe('emptied')

      expect(there.itemThere(itemId)).toMatchObject({ accepted: 0 })
    })

    it('does not refuse what was accepted', async () => {
      const { marketplace, itemId, there } = await openWithAcceptedMug(harness)

      expect(await marketplace.refuseItem(itemId)).toBe('already-accepted')

      expect(there.itemThere(itemId)).toMatchObject({ accepted: 1, cancelled: false })
    })

    it('refuses to decide about an item nobody knows', async () => {
      const { marketplace } = await harness.open()

      await expect(marketplace.acceptItem('499999999')).rejects.toMatchObject({ kind: 'refused', outcome: 'not-done' })
      await expect(marketplace.refuseItem('499999999')).rejects.toMatchObject({ kind: 'refused', outcome: 'not-done' })
    })

    it('leaves the other items of a purchase to be decided', async () => {
      const { marketplace, there } = await harness.open()
      const { itemIds } = there.buy([BLUE_MUG, RED_MUG])
      await marketplace.acceptItem(itemIds[0] ?? '')

      const [sale] = await marketplace.listNewSales()

      expect(sale?.items.map(({ status }) => status)).toEqual(['accepted', 'to-decide'])
    })

    it('knows costs and contact once an item is accepted, and not before', async () => {
      const { marketplace, there } = await harness.open()
      const { reference, itemIds } = there.buy([BLUE_MUG], { shippingCents: 490 })
      const [itemId = ''] = itemIds

      expect(await marketplace.readCompletion(reference)).toBeNull()
      await marketplace.acceptItem(itemId)

      expect(await marketplace.readCompletion(reference)).toMatchObject({
        items: [{ itemId, shippingCents: 490 }],
        buyer: { delivery: { countryCode: 'FR' } },
        prepaidLabel: null,
      })
    })
  })
}
