import { describe, expect, it } from 'vitest'
import { rakutenAnswering, responseWith, sample } from '../../../helpers/rakuten-answering.ts'

describe('readItem', () => {
  it('reads a claim, and mails and messages mixed, newest first', async () => {
    const { marketplace } = await rakutenAnswering([sample('getiteminfos-claim')])

    expect(await marketplace.readItem('500000501')).toEqual({
      itemId: '500000501',
      status: 'claim',
      rakutenStatus: 'ON_HOLD',
      shipped: true,
      claim: { text: 'Le bonnet est arrivé décousu.', openedAt: '2026-01-16T10:46:00.000Z' },
      messages: [
        {
          from: 'boutique-demo',
          at: '2026-01-16T13:20:00.000Z',
          text: 'Nous vous renvoyons un bonnet neuf.',
          unread: false,
        },
        { from: 'loic_i', at: '2026-01-16T10:50:00.000Z', text: 'Merci de votre aide.', unread: true },
        {
          from: 'Rakuten France',
          at: '2026-01-16T10:47:00.000Z',
          text: 'Réclamation sur la vente 500000501 (objet inventé)\nTexte inventé du service client.',
          unread: true,
        },
      ],
    })
  })

  it('reads an item on its way, without claim or messages', async () => {
    const { marketplace } = await rakutenAnswering([sample('getiteminfos-committed-tracked')])

    expect(await marketplace.readItem('500000101')).toEqual({
      itemId: '500000101',
      status: 'accepted',
      rakutenStatus: 'COMMITTED',
      shipped: true,
      claim: null,
      messages: [],
    })
  })

  it('knows from the history that an item was shipped, where the flag is missing', async () => {
    const item =
      '<item><itemid>1</itemid><itemstatus>COMMITTED</itemstatus><itemlog><itemlogcode>TRACKING</itemlogcode></itemlog></item>'
    const { marketplace } = await rakutenAnswering([responseWith(item)])

    expect(await marketplace.readItem('1')).toMatchObject({ shipped: true })
  })

  it('loses neither status nor claim nor message to a date that is missing', async () => {
    const item =
      '<item><itemid>1</itemid><itemstatus>ON_HOLD</itemstatus><claim><claimcomment>Cassé</claimcomment></claim>' +
      '<message><sender>zoe</sender><senddate/><content>Bonjour</content></message>' +
      '<mail><senddate>12/01/2026-10:00</senddate><content>Plus tard</content></mail></item>'
    const { marketplace } = await rakutenAnswering([responseWith(item)])

    expect(await marketplace.readItem('1')).toMatchObject({
      status: 'claim',
      claim: { text: 'Cassé', openedAt: null },
      messages: [
        { text: 'Plus tard', at: '2026-01-12T09:00:00.000Z' },
        { text: 'Bonjour', at: null },
      ],
    })
  })

  it('cannot read an answer without the item', async () => {
    const { marketplace } = await rakutenAnswering([responseWith('')])

    await expect(marketplace.readItem('1')).rejects.toMatchObject({ kind: 'unreadable' })
  })
})

describe('listToDo', () => {
  it('reads every item with its causes', async () => {
    const { marketplace } = await rakutenAnswering([sample('getitemtodolist')])

    expect(await marketplace.listToDo()).toEqual([
      { itemId: '500000501', causes: ['CLAIM', 'UNREAD_MESSAGE_FROM_BUYER'] },
      { itemId: '500000401', causes: ['UNREAD_MESSAGE_FROM_CUSTOMER_SERVICE'] },
    ])
  })

  it('finds nothing in an empty list', async () => {
    const { marketplace } = await rakutenAnswering([sample('getitemtodolist-empty')])

    expect(await marketplace.listToDo()).toEqual([])
  })
})

describe('messageBuyer', () => {
  it('sends the text in the encoding Rakuten reads', async () => {
    const { marketplace, received } = await rakutenAnswering([sample('contactuseraboutitem-ok')])

    await marketplace.messageBuyer('1', 'Voilà : 100% Łódź 🏺 n\u0303+1')

    expect(received[0]?.url.search).toContain('content=Voil%E0%20%3A%20100%25%20%3F%F3dz%20%3F%20%F1%2B1')
  })

  it('is a fault when it was not sent', async () => {
    const { marketplace } = await rakutenAnswering([responseWith('<status>QUEUED?</status>')])

    await expect(marketplace.messageBuyer('1', 'x')).rejects.toMatchObject({ kind: 'unreadable', outcome: 'unknown' })
  })
})
