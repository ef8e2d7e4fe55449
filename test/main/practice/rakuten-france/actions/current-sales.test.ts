import { describe, expect, it } from 'vitest'
import { ask, codeOf, textsOf } from '../ask.ts'
import { accepted, aUnit, bought, practiceAccount } from '../practice.ts'

const DAY = 86_400_000

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

  it('leaves shipped items out when only the others are wanted', async () => {
    const account = await practiceAccount()
    const { itemIds } = accepted(account, 2)
    account.world.shipOnSite(itemIds[0] ?? '')

    const all = await ask(account, 'getcurrentsales')
    const open = await ask(account, 'getcurrentsales', { notshippeditemsonly: 'true' })

    expect(textsOf(all, 'shipped')).toEqual(['1', '0'])
    expect(textsOf(open, 'itemid')).toEqual([itemIds[1]])
  })

  it('leaves all but pending preorders out for y, and nothing for n', async () => {
    const account = await practiceAccount()
    const purchaseId = account.world.buy({ items: [aUnit(), aUnit({ preorder: true })] })
    const [, preorder] = account.world.purchase(purchaseId).items
    for (const { itemId } of account.world.purchase(purchaseId).items) account.world.acceptOnSite(itemId)

    const pending = await ask(account, 'getcurrentsales', { ispendingpreorder: 'y' })
    const all = await ask(account, 'getcurrentsales', { ispendingpreorder: 'n' })

    expect(textsOf(pending, 'itemid')).toEqual([preorder?.itemId])
    expect(textsOf(all, 'itemid')).toHaveLength(2)
    expect([pending, all].flatMap((answer) => textsOf(answer, 'ispendingpreorder'))).toEqual(['true', 'false'])
  })

  it('remembers the filters of the first page for the token alone', async () => {
    const account = await practiceAccount({ pageSize: 1 })
    const sales = [accepted(account, 2), accepted(account, 2)]
    for (const { itemId } of sales) account.world.shipOnSite(itemId)
    const first = await ask(account, 'getcurrentsales', { notshippeditemsonly: 'true' })

    const second = await ask(account, 'getcurrentsales', { nexttoken: textsOf(first, 'nexttoken')[1] ?? '' })

    expect([first, second].flatMap((page) => textsOf(page, 'shipped'))).toEqual(['0', '0'])
  })

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
