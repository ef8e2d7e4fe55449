import { describe, expect, it } from 'vitest'
import { BLUE_MUG, type MarketplaceHarness, openWithAcceptedMug } from './harness.ts'

export const afterSalePromises = (harness: MarketplaceHarness): void => {
  describe('after the sale', () => {
    it('cancels an accepted item with a comment, and answers the same when asked again', async () => {
      const { marketplace, there, itemId } = await openWithAcceptedMug(harness)

      expect(await marketplace.cancelItem(itemId, 'Désolés, c’est épuisé')).toBe('cancelled')
      expect(await marketplace.cancelItem(itemId, 'Désolés, c’est épuisé')).toBe('cancelled')

      expect(there.itemThere(itemId)).toMatchObject({ cancelled: true, cancelComment: 'Désolés, c’est épuisé' })
    })

    it('cuts a comment that is too long rather than failing', async () => {
      const { marketplace, there, itemId } = await openWithAcceptedMug(harness)

      expect(await marketplace.cancelItem(itemId, 'é'.repeat(1_000))).toBe('cancelled')

      expect(there.itemThere(itemId).cancelComment).toMatch(/^é{100,400}$/)
    })

    it('declines in words to cancel an item that was never accepted', async () => {
      const { marketplace, there } = await harness.open()
      const { itemIds } = there.buy([BLUE_MUG])

      expect(await marketplace.cancelItem(itemIds[0] ?? '', 'No')).toEqual({
        declined: expect.stringMatching(/\w+ \w+/),
      })
    })

    it('has nothing to do while nothing happened', async () => {
      const { marketplace } = await openWithAcceptedMug(harness)

      expect(await marketplace.listToDo()).toEqual([])
    })

    it('names an item with a claim, and shows the claim in words', async () => {
      const { marketplace, there, itemId } = await openWithAcceptedMug(harness)
      there.openClaim(itemId, 'Arrivé cassé')

      expect(await marketplace.listToDo()).toMatchObject([{ itemId, causes: [expect.any(String)] }])
      expect(await marketplace.readItem(itemId)).toMatchObject({
        itemId,
        status: 'claim',
        claim: { text: 'Arrivé cassé', openedAt: expect.stringMatching(/^\d{4}-.*Z$/) },
      })
      const [sale] = await marketplace.listCurrentSales('2026-01-01')
      expect(sale?.items).toMatchObject([{ itemId, status: 'claim' }])
    })

    it('reads what the buyer wrote, and writes back', async () => {
      const { marketplace, there, itemId } = await openWithAcceptedMug(harness)
      there.messageFromBuyer(itemId, 'Où est mon colis ?')

      const { messages } = await marketplace.readItem(itemId)
      await marketplace.messageBuyer(itemId, 'C’est parti : 5 € d’affranchissement & un café offert')

      expect(messages).toMatchObject([{ text: 'Où est mon colis ?' }])
      expect(there.itemThere(itemId).messages).toEqual(['C’est parti : 5 € d’affranchissement & un café offert'])
    })
  })
}
