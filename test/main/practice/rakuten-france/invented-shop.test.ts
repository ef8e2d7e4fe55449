import { describe, expect, it } from 'vitest'
import {
  inventedPurchase,
  openInventedShop,
  unusedPurchaseId,
} from '../../../../src/main/practice/rakuten-france/invented-shop.ts'
import { ask, textsOf } from './ask.ts'
import { practiceAccount } from './practice.ts'

describe('the invented shop', () => {
  it('has somebody waiting in every common delivery mode, for things that are on offer', async () => {
    const account = await practiceAccount()

    const purchases = openInventedShop(account.world)

    const sales = await ask(account, 'getnewsales')
    const offered = new Set(account.world.inventory().map(({ sku }) => sku))
    expect(textsOf(sales, 'purchaseid')).toEqual(purchases)
    expect(new Set(textsOf(sales, 'shippingtype'))).toEqual(
      new Set([
        'Suivi',
        'Normal',
        'Recommandé',
        'Point relais Mondial Relay',
        'So Colissimo',
        'Retrait chez le vendeur',
      ]),
    )
    expect(textsOf(sales, 'sku').filter((sku) => !offered.has(sku))).toEqual([])
  })

  it('never runs out of buyers', async () => {
    const { world } = await practiceAccount()

    const ids = Array.from({ length: 20 }, (_, index) => world.buy(inventedPurchase(index)))

    expect(new Set(ids).size).toBe(20)
  })

  it('starts each run at purchase ids that no earlier run used', () => {
    const first = unusedPurchaseId(Date.parse('2026-11-21T10:00:00Z'))
    const second = unusedPurchaseId(Date.parse('2026-11-21T10:05:00Z'))

    expect(second - first).toBe(300)
  })
})
