import { describe, expect, it } from 'vitest'
import type { PracticeAccount } from '../../../../../src/main/practice/rakuten-france/index.ts'
import { ask, codeOf, detailsOf } from '../ask.ts'
import { accepted, bought, practiceAccount } from '../practice.ts'

const LINK = 'https://transporteur.example/suivi?n=1'

describe('settrackingpackageinfos', () => {
  const track = (account: PracticeAccount, itemid: string, tracking_number = '6A1') =>
    ask(account, 'settrackingpackageinfos', {
      ...{ itemid, tracking_number, transporter_name: 'Colissimo', tracking_url: LINK },
    })

  it('records the tracking of one item, and no change of it', async () => {
    const account = await practiceAccount()
    const { itemId } = accepted(account)

    const first = await track(account, itemId)
    const second = await track(account, itemId, '6A2')

    expect([codeOf(first), codeOf(second)]).toEqual(['ok', 'ParameterError'])
    expect(account.ledger().items[itemId]).toMatchObject({ shipped: true, shipments: [{ trackingNumber: '6A1' }] })
  })

  it('takes a change when so set', async () => {
    const account = await practiceAccount({ trackingChange: 'accepted' })
    const { itemId } = accepted(account)
    await track(account, itemId)

    const second = await track(account, itemId, '6A2')

    expect(codeOf(second)).toBe('ok')
    expect(account.ledger().items[itemId]?.shipments.map(({ trackingNumber }) => trackingNumber)).toEqual([
      '6A1',
      '6A2',
    ])
  })

  it('leaves the flag alone when so set', async () => {
    const account = await practiceAccount({ singleTrackingShips: false })
    const { itemId } = accepted(account)

    await track(account, itemId)

    expect(account.ledger().items[itemId]).toMatchObject({ shipped: false, shipments: [{ trackingNumber: '6A1' }] })
  })

  it('refuses an item that is not accepted', async () => {
    const account = await practiceAccount()
    const { itemId } = bought(account)

    const answer = await track(account, itemId)

    expect(detailsOf(answer)).toEqual([`Article ${itemId} : statut incorrect.`])
  })
})
