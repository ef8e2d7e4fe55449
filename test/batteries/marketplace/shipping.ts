import { describe, expect, it } from 'vitest'
import { BLUE_MUG, COLISSIMO, type MarketplaceHarness, openWithAcceptedMug, RED_MUG } from './harness.ts'

export const shippingPromises = (harness: MarketplaceHarness): void => {
  describe('telling how items left', () => {
    it('has it recorded, as the read-back shows', async () => {
      const { marketplace, there, reference, itemId } = await openWithAcceptedMug(harness)

      const outcomes = await marketplace.sendTracking(reference, [{ itemId, tracking: COLISSIMO }])

      expect(outcomes).toMatchObject([{ itemId, outcome: 'sent' }])
      expect(there.itemThere(itemId).shipments).toEqual([COLISSIMO])
      const [sale] = await marketplace.listCurrentSales('2026-01-01')
      expect(sale?.items).toMatchObject([{ itemId, shipped: true, status: 'accepted' }])
    })

    it('says so when an earlier try had worked, its answer lost', async () => {
      const { marketplace, there, reference, itemId } = await openWithAcceptedMug(harness)
      there.spoil('answer-lost')
      await expect(marketplace.sendTracking(reference, [{ itemId, tracking: COLISSIMO }])).rejects.toMatchObject({
        outcome: 'unknown',
      })
      there.repair()

      const outcomes = await marketplace.sendTracking(reference, [{ itemId, tracking: COLISSIMO }])

      expect(outcomes).toMatchObject([{ itemId, outcome: 'already-shipped' }])
      expect(there.itemThere(itemId).shipments).toEqual([COLISSIMO])
    })

    it('tells each item’s own outcome, and the good ones do go', async () => {
      const { marketplace, there } = await harness.open()
      const { reference, itemIds } = there.buy([BLUE_MUG, BLUE_MUG, RED_MUG])
      const [first = '', second = '', undecided = ''] = itemIds
      await marketplace.acceptItem(first)
      await marketplace.acceptItem(second)
      await marketplace.sendTracking(reference, [{ itemId: first, tracking: COLISSIMO }])

      const outcomes = await marketplace.sendTracking(
        reference,
        [first, second, undecided, '499999999'].map((itemId) => ({ itemId, tracking: COLISSIMO })),
      )

      expect(outcomes.map(({ itemId, outcome }) => [itemId, outcome])).toEqual([
        [first, 'already-shipped'],
        [second, expect.stringMatching(/^(sent|already-shipped)$/)],
        [undecided, 'not-confirmed'],
        ['499999999', 'unknown-item'],
      ])
      expect(there.itemThere(second).shipments).toEqual([COLISSIMO])
      expect(there.itemThere(undecided).shipments).toEqual([])
    })

    it('hands a parcel over without a number where that is allowed, and says no where it is not', async () => {
      const untracked = await openWithAcceptedMug(harness, { deliveryMode: 'Normal' })
      const tracked = await openWithAcceptedMug(harness, { deliveryMode: 'Suivi' })

      expect(
        await untracked.marketplace.sendTracking(untracked.reference, [{ itemId: untracked.itemId, tracking: null }]),
      ).toMatchObject([{ outcome: 'sent' }])
      expect(
        await tracked.marketplace.sendTracking(tracked.reference, [{ itemId: tracked.itemId, tracking: null }]),
      ).toMatchObject([{ outcome: 'refused', message: expect.stringMatching(/\w+/) }])
    })

    it('says when it is the carrier’s word that is refused, and takes the word for another one then', async () => {
      const { marketplace, there, reference, itemId } = await openWithAcceptedMug(harness)
      there.withdrawCarrier('Colissimo')

      const refused = await marketplace.sendTracking(reference, [{ itemId, tracking: COLISSIMO }])
      const other = { ...COLISSIMO, carrier: marketplace.carrierWords.other }
      const taken = await marketplace.sendTracking(reference, [{ itemId, tracking: other }])

      expect(refused).toMatchObject([{ outcome: 'carrier-refused' }])
      expect(taken).toMatchObject([{ outcome: 'sent' }])
      expect(there.itemThere(itemId).shipments).toEqual([other])
    })

    it('keeps every sign of a number and a link', async () => {
      const { marketplace, there, reference, itemId } = await openWithAcceptedMug(harness)
      const odd = { carrier: 'DHL', trackingNumber: 'A&B<1>', trackingUrl: 'https://x.example/?a=1&b=é%20"\'<>' }

      await marketplace.sendTracking(reference, [{ itemId, tracking: odd }])

      expect(there.itemThere(itemId).shipments).toEqual([odd])
    })

    it('offers a code for a single item, and hands a refusal back in words', async () => {
      const { marketplace, there, itemId } = await openWithAcceptedMug(harness)

      expect(await marketplace.offerTracking(itemId, COLISSIMO)).toBe('taken')
      expect(await marketplace.offerTracking('499999999', COLISSIMO)).toEqual({
        declined: expect.stringMatching(/\w+/),
      })

      expect(there.itemThere(itemId).shipments).toEqual([COLISSIMO])
    })
  })
}
