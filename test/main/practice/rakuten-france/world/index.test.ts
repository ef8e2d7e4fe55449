import { describe, expect, it } from 'vitest'
import { ask, textsOf } from '../ask.ts'
import { aUnit, bought, practiceAccount } from '../practice.ts'

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
