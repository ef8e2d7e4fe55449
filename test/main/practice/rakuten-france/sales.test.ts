import { describe, expect, it } from 'vitest'
import { ask, codeOf, textsOf } from './ask.ts'
import { accepted, aUnit, bought, practiceAccount } from './practice.ts'

const DAY = 86_400_000

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

describe('getcurrentsales', () => {
  it('hands out pages until the token is empty, with the token alone or with the filters too', async () => {
    const account = await practiceAccount({ pageSize: 2 })
    for (let count = 0; count < 5; count += 1) accepted(account)

    const first = await ask(account, 'getcurrentsales', { purchasedate: '2026-01-01' })
    const [secondToken = ''] = textsOf(first, 'nexttoken').slice(1)
    const second = await ask(account, 'getcurrentsales', { nexttoken: secondToken })
    const [thirdToken = ''] = textsOf(second, 'nexttoken').slice(1)
    const third = await ask(account, 'getcurrentsales', { nexttoken: thirdToken, purchasedate: '2026-01-01' })

    const ids = [first, second, third].flatMap((page) => textsOf(page, 'purchaseid'))
    expect(new Set(ids).size).toBe(5)
    expect(ids).toHaveLength(5)
    expect(textsOf(third, 'nexttoken')[1]).toBe('')
  })

  it('takes a token twice, and refuses one it never gave or gave for another list', async () => {
    const account = await practiceAccount({ pageSize: 1 })
    accepted(account)
    accepted(account)
    account.world.setInventory(['A', 'B'].map((sku) => ({ sku, title: sku, priceCents: 100, stock: 1 })))
    const [, token = ''] = textsOf(await ask(account, 'getcurrentsales'), 'nexttoken')
    const [, ofExport = ''] = textsOf(await ask(account, 'export'), 'nexttoken')

    const once = await ask(account, 'getcurrentsales', { nexttoken: token })
    const again = await ask(account, 'getcurrentsales', { nexttoken: token })
    const invented = await ask(account, 'getcurrentsales', { nexttoken: '12' })
    const foreign = await ask(account, 'getcurrentsales', { nexttoken: ofExport })

    expect(textsOf(again, 'purchaseid')).toEqual(textsOf(once, 'purchaseid'))
    expect([codeOf(invented), codeOf(foreign)]).toEqual(['ParameterError', 'ParameterError'])
  })

  it('counts the date from midnight in Paris, that day included', async () => {
    const account = await practiceAccount()
    accepted(account, 1, { at: '2026-01-09T23:59:00+01:00' })
    const onTheDay = accepted(account, 1, { at: '2026-01-10T00:00:00+01:00' })

    const answer = await ask(account, 'getcurrentsales', { purchasedate: '2026-01-10' })

    expect(textsOf(answer, 'purchaseid')).toEqual([onTheDay.purchaseId])
  })

  it.each(['10/01/2026', '2026-13-01', '2026-02-31', 'hier'])(
    'ignores %s as a date without a word',
    async (purchasedate) => {
      const account = await practiceAccount()
      const { purchaseId } = bought(account, 1, {
        at: '2025-12-01T10:00:00+01:00',
        acceptedAt: '2025-12-01T11:00:00+01:00',
      })

      const answer = await ask(account, 'getcurrentsales', { purchasedate })

      expect(textsOf(answer, 'purchaseid')).toEqual([purchaseId])
    },
  )

  it('keeps claimed and cancelled items, drops closed ones, and shows a word nobody knows when told to', async () => {
    const account = await practiceAccount()
    const [claimed, cancelled, closed, strange] = [1, 2, 3, 4].map(() => accepted(account))
    account.world.openClaim(claimed?.itemId ?? '', 'Cassé')
    account.world.cancelByRakuten(cancelled?.purchaseId ?? '')
    account.world.closeSale(closed?.itemId ?? '')
    account.world.showStatus(strange?.itemId ?? '', 'TELEPORTED')

    const answer = await ask(account, 'getcurrentsales')

    expect(textsOf(answer, 'itemstatus').sort()).toEqual(['CANCELLED', 'PENDING_CLAIM', 'TELEPORTED'])
  })

  it('brings a solved claim back to where the item was', async () => {
    const account = await practiceAccount()
    const { itemId } = accepted(account)
    account.world.shipOnSite(itemId)
    account.world.openClaim(itemId, 'Cassé')
    account.world.closeClaim(itemId)

    const answer = await ask(account, 'getcurrentsales')

    expect([textsOf(answer, 'itemstatus'), textsOf(answer, 'shipped')]).toEqual([['ACCEPTED'], ['1']])
  })

  it('never lists a purchase that nobody accepted', async () => {
    const account = await practiceAccount()
    account.world.refuseOnSite(bought(account).itemId)
    account.world.cancelByBuyer(bought(account).purchaseId)
    bought(account)
    account.world.clock.advance(30 * DAY)

    const answer = await ask(account, 'getcurrentsales')

    expect(textsOf(answer, 'purchaseid')).toEqual([])
  })
})
