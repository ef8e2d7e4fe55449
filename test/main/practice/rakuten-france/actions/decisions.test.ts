import { describe, expect, it } from 'vitest'
import type { PracticeAccount } from '../../../../../src/main/practice/rakuten-france/index.ts'
import { ask, codeOf, detailsOf, textsOf } from '../ask.ts'
import { aUnit, bought, practiceAccount } from '../practice.ts'

const accept = (account: PracticeAccount, itemid: string, params = {}) =>
  ask(account, 'acceptsale', { itemid, shippingfromcountry: '249', ...params })
const refuse = (account: PracticeAccount, itemid: string) => ask(account, 'refusesale', { itemid })

describe('acceptsale and refusesale', () => {
  it('accepts a waiting item once: the buyer is debited, the second time is an error', async () => {
    const account = await practiceAccount()
    const { itemId } = bought(account)

    const first = await accept(account, itemId)
    const second = await accept(account, itemId)

    expect(textsOf(first, 'status')).toEqual(['Accepted'])
    expect(detailsOf(second)).toEqual(['Current status : CAPTURED - Required status : REQUESTED'])
    expect(account.ledger()).toMatchObject({
      debitedCents: 1490,
      items: { [itemId]: { state: 'accepted', acceptCalls: 2, accepted: 1, acceptedBy: 'seller' } },
    })
  })

  it('decides each item of a purchase by itself, and the purchase leaves the new sales with the last', async () => {
    const account = await practiceAccount()
    const { itemIds } = bought(account, 2)

    await accept(account, itemIds[0] ?? '')
    const between = await ask(account, 'getnewsales')
    await refuse(account, itemIds[1] ?? '')
    const after = await ask(account, 'getnewsales')
    const current = await ask(account, 'getcurrentsales')

    expect(textsOf(between, 'itemstatus')).toEqual(['ACCEPTED', 'TO_CONFIRM'])
    expect(textsOf(after, 'purchaseid')).toEqual([])
    expect(textsOf(current, 'itemid')).toEqual([itemIds[0]])
  })

  it.each<[string, (account: PracticeAccount, itemId: string) => void, string]>([
    ['accepted', ({ world }, itemId) => world.acceptOnSite(itemId), 'CAPTURED'],
    ['under claim', claim, 'CAPTURED'],
    ['closed', close, 'CAPTURED'],
    ['refused', ({ world }, itemId) => world.refuseOnSite(itemId), 'EMPTIED'],
    ['cancelled by the buyer', ({ world }, itemId) => world.cancelByBuyer(world.item(itemId).purchaseId), 'EMPTIED'],
    ['cancelled after acceptance', cancelled, 'EMPTIED'],
    ['past its deadline', ({ world }) => world.clock.set('2026-01-16T00:00:00+01:00'), 'EMPTIED'],
  ])('refuses both decisions on an item that is %s', async (_, prepare, state) => {
    const account = await practiceAccount()
    const { itemId } = bought(account)
    prepare(account, itemId)

    const answers = [await accept(account, itemId), await refuse(account, itemId)]

    expect(answers.map(detailsOf)).toEqual([
      [`Current status : ${state} - Required status : REQUESTED`],
      [`Current status : ${state} - Required status : REQUESTED`],
    ])
  })

  it('still accepts in the last minute of the third working day', async () => {
    const account = await practiceAccount()
    const { itemId } = bought(account)
    account.world.clock.set('2026-01-15T23:59:00+01:00')

    const answer = await accept(account, itemId)

    expect(textsOf(answer, 'status')).toEqual(['Accepted'])
  })

  it('reminds as the last day begins, and lists nothing once the deadline is over', async () => {
    const account = await practiceAccount()
    const { itemId } = bought(account)
    const status = async () => textsOf(await ask(account, 'getiteminfos', { itemid: itemId }), 'itemstatus')

    account.world.clock.set('2026-01-15T00:07:00+01:00')
    const before = await status()
    account.world.clock.set('2026-01-15T00:08:00+01:00')
    const reminded = await status()
    const log = textsOf(await ask(account, 'getiteminfos', { itemid: itemId }), 'itemlogcode')
    account.world.clock.set('2026-01-16T00:00:00+01:00')
    const sales = await ask(account, 'getnewsales')

    expect([before, reminded]).toEqual([['REQUESTED'], ['REMINDED']])
    expect(log).toEqual(['PM_REMIND', 'ITEM_REQUESTED'])
    expect(textsOf(sales, 'itemid')).toEqual([])
    expect(account.ledger().items[itemId]?.state).toBe('expired')
  })

  it.each([
    ['France as ISO numbers it', '250'],
    ['a left zero', '056'],
    ['letters', 'FR'],
  ])('refuses a country written as %s', async (_, shippingfromcountry) => {
    const account = await practiceAccount()
    const { itemId } = bought(account)

    const answer = await accept(account, itemId, { shippingfromcountry })

    expect(detailsOf(answer)).toEqual(["The parameter 'shippingfromcountry' is invalid."])
    expect(account.ledger().items[itemId]?.state).toBe('to-decide')
  })

  it('wants no country of the version that did not know it', async () => {
    const account = await practiceAccount()
    const { itemId } = bought(account)

    const answer = await accept(account, itemId, { version: '2010-09-20', shippingfromcountry: '' })

    expect(textsOf(answer, 'status')).toEqual(['Accepted'])
  })

  it('keeps a preorder pending until its stock is confirmed, oldest first', async () => {
    const account = await practiceAccount()
    const purchaseId = account.world.buy({ items: [aUnit({ preorder: true }), aUnit({ preorder: true })] })
    const [first, second] = account.world.purchase(purchaseId).items
    await accept(account, first?.itemId ?? '')
    await accept(account, second?.itemId ?? '')

    const pending = await ask(account, 'getcurrentsales', { ispendingpreorder: 'y' })
    const confirmed = await ask(account, 'confirmpreorder', { advertid: first?.advertId ?? '', stock: '1' })
    const after = await ask(account, 'getcurrentsales')

    expect(textsOf(pending, 'itemstatus')).toEqual(['PENDING', 'PENDING'])
    expect(textsOf(confirmed, 'statut')).toEqual(['OK : 1 remaining item(s)'])
    expect(textsOf(after, 'itemstatus')).toEqual(['ACCEPTED', 'PENDING'])
  })

  it.each(['0', '-1', '1.5', 'deux'])('does not take %s for a number of preordered units', async (stock) => {
    const account = await practiceAccount()
    const purchaseId = account.world.buy({ items: [aUnit({ preorder: true })] })
    const advertid = account.world.purchase(purchaseId).items[0]?.advertId ?? ''

    const answer = await ask(account, 'confirmpreorder', { advertid, stock })

    expect(codeOf(answer)).toBe('ParameterError')
  })
})

function claim({ world }: PracticeAccount, itemId: string) {
  world.acceptOnSite(itemId)
  world.openClaim(itemId, 'Cassé')
}

function close({ world }: PracticeAccount, itemId: string) {
  world.acceptOnSite(itemId)
  world.closeSale(itemId)
}

function cancelled({ world }: PracticeAccount, itemId: string) {
  world.acceptOnSite(itemId)
  world.cancelByRakuten(world.item(itemId).purchaseId)
}
