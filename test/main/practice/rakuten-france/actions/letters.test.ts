import { describe, expect, it } from 'vitest'
import { ask, codeOf, textsOf } from '../ask.ts'
import { accepted, bought, practiceAccount } from '../practice.ts'

const DAY = 86_400_000

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
