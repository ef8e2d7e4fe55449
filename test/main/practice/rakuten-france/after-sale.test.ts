import { describe, expect, it } from 'vitest'
import { ask, codeOf, detailsOf, textsOf } from './ask.ts'
import { accepted, aUnit, bought, practiceAccount } from './practice.ts'

const DAY = 86_400_000

describe('cancelitem', () => {
  it.each<[string, (world: Awaited<ReturnType<typeof practiceAccount>>['world'], itemId: string) => void]>([
    ['accepted', () => {}],
    ['shipped', (world, itemId) => world.shipOnSite(itemId)],
    ['claimed', (world, itemId) => world.openClaim(itemId, 'Cassé')],
  ])('cancels an item that is %s and pays the buyer back', async (_, prepare) => {
    const account = await practiceAccount()
    const { itemId } = accepted(account)
    prepare(account.world, itemId)

    const answer = await ask(account, 'cancelitem', { itemid: itemId, comment: 'Rupture de stock' })

    expect(textsOf(answer, 'status')).toEqual(['CANCELLED'])
    expect(account.ledger()).toMatchObject({
      refundedCents: 1490,
      items: { [itemId]: { cancelledBy: 'seller', cancelComment: 'Rupture de stock' } },
    })
  })

  it('cancels a preorder that waits for its stock', async () => {
    const account = await practiceAccount()
    const purchaseId = account.world.buy({ items: [aUnit({ preorder: true })] })
    const itemId = account.world.purchase(purchaseId).items[0]?.itemId ?? ''
    account.world.acceptOnSite(itemId)

    const answer = await ask(account, 'cancelitem', { itemid: itemId, comment: 'Rupture' })

    expect(codeOf(answer)).toBe('ok')
  })

  it.each<[string, (world: Awaited<ReturnType<typeof practiceAccount>>['world'], itemId: string) => void]>([
    ['undecided', () => {}],
    ['refused', (world, itemId) => world.refuseOnSite(itemId)],
    ['cancelled already', (world, itemId) => world.cancelByRakuten(world.item(itemId).purchaseId)],
    [
      'closed',
      (world, itemId) => {
        world.acceptOnSite(itemId)
        world.closeSale(itemId)
      },
    ],
  ])('does not cancel an item that is %s', async (_, prepare) => {
    const account = await practiceAccount()
    const { itemId } = bought(account)
    prepare(account.world, itemId)

    const answer = await ask(account, 'cancelitem', { itemid: itemId, comment: 'Rupture' })

    expect(detailsOf(answer)).toEqual(['This item cannot be cancelled'])
  })

  it('counts 400 characters, accents as one each', async () => {
    const account = await practiceAccount()
    const { itemIds } = accepted(account, 2)

    const fits = await ask(account, 'cancelitem', { itemid: itemIds[0] ?? '', comment: 'é'.repeat(400) })
    const exceeds = await ask(account, 'cancelitem', { itemid: itemIds[1] ?? '', comment: 'é'.repeat(401) })

    expect(codeOf(fits)).toBe('ok')
    expect(detailsOf(exceeds)).toEqual(['Your message cannot exceed 400 characters'])
  })

  it('reads a comment in ISO-8859-1 as well as in UTF-8', async () => {
    const account = await practiceAccount()
    const { itemId } = accepted(account)
    const { baseUrl, login, token } = account

    await fetch(
      `${baseUrl}/sales_ws?action=cancelitem&login=${login}&pwd=${token}&version=2011-02-02&itemid=${itemId}&comment=Article+cass%E9`,
    )

    expect(account.ledger().items[itemId]?.cancelComment).toBe('Article cassé')
  })
})

describe('letters', () => {
  it('stand in the to-do list until the item has been read', async () => {
    const account = await practiceAccount()
    const { itemId } = accepted(account)
    account.world.messageFromBuyer(itemId, 'Où est mon colis ?')
    account.world.mailFromCustomerService(itemId, 'Votre vente', 'Merci de répondre')

    const before = await ask(account, 'getitemtodolist')
    const infos = await ask(account, 'getiteminfos', { itemid: itemId })
    const after = await ask(account, 'getitemtodolist')

    expect(textsOf(before, 'cause')).toEqual(['UNREAD_MESSAGE_FROM_CUSTOMER_SERVICE', 'UNREAD_MESSAGE_FROM_BUYER'])
    expect(textsOf(infos, 'content')).toEqual(['Où est mon colis ?', 'Merci de répondre'])
    expect(textsOf(after, 'itemid')).toEqual([])
  })

  it('reach the buyer after acceptance, for 42 days', async () => {
    const account = await practiceAccount()
    const write = (itemid: string) => ask(account, 'contactuseraboutitem', { itemid, content: 'Bonjour' })
    const waiting = bought(account)
    const { itemId } = accepted(account)

    const tooEarly = await write(waiting.itemId)
    const inTime = await write(itemId)
    account.world.clock.advance(43 * DAY)
    const tooLate = await write(itemId)

    expect([tooEarly, inTime, tooLate].map(codeOf)).toEqual(['Unknown error', 'ok', 'Unknown error'])
    expect(account.ledger().items[itemId]?.messagesFromSeller).toEqual(['Bonjour'])
  })

  it('do not reach the buyer once a claim is no longer amicable', async () => {
    const account = await practiceAccount()
    const { itemId } = accepted(account)
    account.world.openClaim(itemId, 'Cassé', 'DAMAGED', false)

    const answer = await ask(account, 'contactuseraboutitem', { itemid: itemId, content: 'Bonjour' })

    expect(codeOf(answer)).toBe('Unknown error')
  })

  it('to the customer service answer a mail that exists', async () => {
    const account = await practiceAccount()
    const { itemId } = accepted(account)
    const mailId = account.world.mailFromCustomerService(itemId, 'Votre vente', 'Merci de répondre')
    const write = (mailparentid: string) =>
      ask(account, 'contactusaboutitem', { itemid: itemId, content: 'Voici', mailparentid })

    const [right, wrong] = [await write(mailId), await write('1')]

    expect([codeOf(right), codeOf(wrong)]).toEqual(['ok', 'ParameterError'])
  })
})

describe('the world', () => {
  it('refuses a move that the state of the item does not allow', async () => {
    const account = await practiceAccount()
    const { itemId, purchaseId } = bought(account)

    expect(() => account.world.shipOnSite(itemId)).toThrow('to-decide')
    expect(() => account.world.closeClaim(itemId)).toThrow('to-decide')
    account.world.cancelByBuyer(purchaseId)
    expect(() => account.world.cancelByBuyer(purchaseId)).toThrow(purchaseId)
    expect(() => account.world.acceptOnSite('1')).toThrow('no item 1')
  })

  it('lets the buyer give up one item of several', async () => {
    const account = await practiceAccount()
    const { purchaseId, itemIds } = bought(account, 2)

    account.world.cancelByBuyer(purchaseId, itemIds[1])

    expect(textsOf(await ask(account, 'getnewsales'), 'itemstatus')).toEqual(['TO_CONFIRM', 'CANCELLED'])
    expect(account.ledger().items[itemIds[1] ?? '']?.cancelledBy).toBe('buyer')
  })

  it('refuses an id that is taken and a purchase of nothing', async () => {
    const account = await practiceAccount()
    const { purchaseId, itemId } = bought(account)

    expect(() => account.world.buy({ purchaseId, items: [aUnit()] })).toThrow(purchaseId)
    expect(() => account.world.buy({ items: [aUnit({ itemId })] })).toThrow(itemId)
    expect(() => account.world.buy({ items: [] })).toThrow('needs an item')
  })
})
