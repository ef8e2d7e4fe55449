import { describe, expect, it } from 'vitest'
import { ask, codeOf, detailsOf, textsOf } from '../ask.ts'
import { accepted, aUnit, bought, practiceAccount } from '../practice.ts'

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

  it('ends the claim with the sale', async () => {
    const account = await practiceAccount()
    const { itemId } = accepted(account)
    account.world.openClaim(itemId, 'Cassé')
    await ask(account, 'cancelitem', { itemid: itemId, comment: 'Remboursé' })

    const infos = await ask(account, 'getiteminfos', { itemid: itemId })

    expect(textsOf(infos, 'itemstatus')).toEqual(['CANCELLED'])
    expect(infos.text).not.toContain('<claim>')
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
