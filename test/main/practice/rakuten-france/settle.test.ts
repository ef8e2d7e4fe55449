import { describe, expect, it } from 'vitest'
import { ask } from './ask.ts'
import { aUnit, withAdverts } from './practice.ts'

const HOUR = 3_600_000

describe('the deadline of a purchase', () => {
  it('is kept though the account has been asked before anybody bought', async () => {
    const account = await withAdverts()
    await ask(account, 'getnewsales')
    const purchaseId = account.world.buy({ items: [aUnit()] })

    account.world.clock.set('2026-01-16T00:00:00+01:00')

    expect(account.world.purchase(purchaseId).items.map(({ state }) => state)).toEqual(['expired'])
  })
})

describe('the stock of an advert', () => {
  it('is the business of nobody but the seller', async () => {
    const account = await withAdverts()

    account.world.buy({ items: [aUnit()] })

    expect(account.world.inventory()[0]?.stock).toBe(7)
  })

  it('follows purchases and comes back with what is not sold, when so set', async () => {
    const account = await withAdverts({ stockFollowsSales: true })
    const stock = () => account.world.inventory()[0]?.stock
    const purchaseId = account.world.buy({ items: [aUnit(), aUnit(), aUnit()] })
    const [one, other] = account.world.purchase(purchaseId).items

    const afterPurchase = stock()
    account.world.refuseOnSite(one?.itemId ?? '')
    const afterRefusal = stock()
    account.world.acceptOnSite(other?.itemId ?? '')
    account.world.clock.advance(10 * 24 * HOUR)
    const afterDeadline = stock()

    expect([afterPurchase, afterRefusal, afterDeadline]).toEqual([4, 5, 6])
  })
})
