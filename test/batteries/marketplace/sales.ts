import { describe, expect, it } from 'vitest'
import { BLUE_MUG, type MarketplaceHarness, RED_MUG } from './harness.ts'

export const salesPromises = (harness: MarketplaceHarness): void => {
  describe('reading sales', () => {
    it('finds none where there are none', async () => {
      const { marketplace } = await harness.open()

      expect(await marketplace.listNewSales()).toEqual([])
      expect(await marketplace.listCurrentSales('2026-01-01')).toEqual([])
    })

    it('shows a purchase once, each unit an item of its own, with its buyer and its raw text', async () => {
      const { marketplace, there } = await harness.open()
      const { reference, itemIds } = there.buy([BLUE_MUG, BLUE_MUG, RED_MUG], { at: '2026-01-12T08:30:00.000Z' })

      const sales = await marketplace.listNewSales()

      expect(sales).toMatchObject([
        {
          reference,
          purchasedAt: '2026-01-12T08:30:00.000Z',
          buyer: { delivery: { countryCode: 'FR' } },
          unknownValues: [],
        },
      ])
      expect(
        sales[0]?.items.map(({ itemId, sku, priceCents, currency, status }) => [
          itemId,
          sku,
          priceCents,
          currency,
          status,
        ]),
      ).toEqual([
        [itemIds[0], 'MUG-BLUE', 1290, 'EUR', 'to-decide'],
        [itemIds[1], 'MUG-BLUE', 1290, 'EUR', 'to-decide'],
        [itemIds[2], 'MUG-RED', 1995, 'EUR', 'to-decide'],
      ])
      for (const itemId of itemIds) expect(sales[0]?.raw).toContain(itemId)
    })

    it('shows the same sales as often as it is asked, until they are decided', async () => {
      const { marketplace, there } = await harness.open()
      const { itemIds } = there.buy([BLUE_MUG])

      expect(await marketplace.listNewSales()).toEqual(await marketplace.listNewSales())
      await marketplace.acceptItem(itemIds[0] ?? '')

      expect(await marketplace.listNewSales()).toEqual([])
    })

    it('shows a sale the buyer gave up no longer as one to decide', async () => {
      const { marketplace, there } = await harness.open()
      const { reference } = there.buy([BLUE_MUG])
      there.cancelByBuyer(reference)

      const statuses = (await marketplace.listNewSales()).flatMap(({ items }) => items.map(({ status }) => status))

      expect(statuses).not.toContain('to-decide')
    })

    it('reads accepted sales from all pages, from the given day on', async () => {
      const { marketplace, there } = await harness.open()
      const days = ['2026-01-05', '2026-01-08', '2026-01-09', '2026-01-10', '2026-01-11', '2026-01-12']
      const bought = days.map((day) => there.buy([BLUE_MUG], { at: `${day}T08:00:00.000Z` }))
      for (const { itemIds } of bought) await marketplace.acceptItem(itemIds[0] ?? '')

      const sales = await marketplace.listCurrentSales('2026-01-08')

      expect(sales.map(({ reference }) => reference).toSorted()).toEqual(
        bought.slice(1).map(({ reference }) => reference),
      )
      expect(sales.flatMap(({ items }) => items.map(({ status }) => status))).toEqual(Array(5).fill('accepted'))
    })
  })
}
