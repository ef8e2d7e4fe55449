import { describe, expect, it } from 'vitest'
import { ask, textsOf } from '../ask.ts'
import { accepted, aUnit, bought, practiceAccount } from '../practice.ts'

describe('getnewsales', () => {
  it('lists what waits, oldest first, and nothing that is decided', async () => {
    const account = await practiceAccount()
    const late = bought(account, 1, { at: '2026-01-12T11:00:00+01:00' })
    const early = bought(account, 1, { at: '2026-01-12T10:00:00+01:00' })
    accepted(account)

    const answer = await ask(account, 'getnewsales')

    expect(textsOf(answer, 'purchaseid')).toEqual([early.purchaseId, late.purchaseId])
  })

  it('drops a purchase that the buyer cancelled, or keeps it marked when so set', async () => {
    const dropping = await practiceAccount()
    const keeping = await practiceAccount({ cancelledStayInNewSales: true })
    for (const account of [dropping, keeping]) account.world.cancelByBuyer(bought(account).purchaseId)

    const dropped = await ask(dropping, 'getnewsales')
    const kept = await ask(keeping, 'getnewsales')

    expect(textsOf(dropped, 'itemstatus')).toEqual([])
    expect(textsOf(kept, 'itemstatus')).toEqual(['CANCELLED'])
  })

  it('shows a buyer only as far as it was set up to', async () => {
    const orders = await Promise.all(
      (['whole', 'without-contact', 'none'] as const).map(async (buyerInNewSales) => {
        const account = await practiceAccount({ buyerInNewSales })
        bought(account)
        return ask(account, 'getnewsales')
      }),
    )

    expect(orders.map((answer) => textsOf(answer, 'city').length)).toEqual([1, 1, 0])
    expect(orders.map((answer) => textsOf(answer, 'purchasebuyeremail').length)).toEqual([1, 0, 0])
    expect(orders.map((answer) => textsOf(answer, 'phonenumber2'))).toEqual([['0600000001'], [''], []])
  })

  it('splits a purchase into several sales of one number when so set', async () => {
    const account = await practiceAccount({ splitSales: true })
    const { purchaseId } = bought(account, 2)

    const answer = await ask(account, 'getnewsales')

    expect(textsOf(answer, 'purchaseid')).toEqual([purchaseId, purchaseId])
  })

  it('marks what Rakuten ships itself: the items, and the purchase when it is all of it', async () => {
    const account = await practiceAccount()
    account.world.buy({ items: [aUnit({ rsl: true }), aUnit()] })
    account.world.buy({ items: [aUnit({ rsl: true })] })

    const answer = await ask(account, 'getnewsales')

    expect(textsOf(answer, 'isrsl')).toEqual(['Y', 'N', 'Y'])
    expect(textsOf(answer, 'isfullrsl')).toEqual(['N', 'Y'])
  })

  it('gives two units of one SKU one advert and two item ids', async () => {
    const account = await practiceAccount()
    bought(account, 2)

    const answer = await ask(account, 'getnewsales')

    expect(new Set(textsOf(answer, 'advertid')).size).toBe(1)
    expect(new Set(textsOf(answer, 'itemid')).size).toBe(2)
  })

  it('says nothing of shipment in versions older than the flag', async () => {
    const account = await practiceAccount()
    bought(account)

    const answer = await ask(account, 'getnewsales', { version: '2014-02-11' })

    expect(textsOf(answer, 'shipped')).toEqual([])
  })
})
