import { describe, expect, it } from 'vitest'
import { ask, codeOf, textsOf } from '../ask.ts'
import { accepted, bought, practiceAccount } from '../practice.ts'

describe('getshippinginformation and getbillinginformation', () => {
  it('say nothing before acceptance', async () => {
    const account = await practiceAccount()
    const { purchaseId } = bought(account)

    const answers = [
      await ask(account, 'getshippinginformation', { purchaseid: purchaseId }),
      await ask(account, 'getbillinginformation', { purchaseid: purchaseId }),
    ]

    expect(answers.map(codeOf)).toEqual(['Unknown error', 'Unknown error'])
  })

  it('say so in the words of an outage, when so set', async () => {
    const account = await practiceAccount({ unknownErrorMessage: 'Service unavailable' })

    const answer = await ask(account, 'getbillinginformation', { purchaseid: '1' })

    expect(textsOf(answer, 'message')).toEqual(['Service unavailable'])
  })

  it('tell the same shipping cost, whole even when the item that carried it is gone', async () => {
    const account = await practiceAccount()
    const { purchaseId, itemIds } = accepted(account, 2, { shippingCents: 690 })
    account.world.cancelOnSite(itemIds[0] ?? '')

    const shipping = await ask(account, 'getshippinginformation', { purchaseid: purchaseId })
    const billing = await ask(account, 'getbillinginformation', { purchaseid: purchaseId })

    expect(shipping.text).toMatch(/<purchaseshippingcostprice>\s*<amount>6.9</)
    expect(Array.from(billing.text.matchAll(/<shippingsaleprice>\s*<amount>(.*?)</g), ([, amount]) => amount)).toEqual([
      '0.0',
      '6.9',
    ])
  })

  it('offer a label, with its number, where Rakuten prints one', async () => {
    const account = await practiceAccount()
    const modes = ['So Colissimo', 'Chronopost', 'Point relais Mondial Relay', 'Suivi']
    const purchases = modes.map((deliveryMode) => accepted(account, 1, { deliveryMode }))

    const answers = await Promise.all(
      purchases.map(({ purchaseId }) => ask(account, 'getshippinginformation', { purchaseid: purchaseId })),
    )

    expect(answers.flatMap((answer) => textsOf(answer, 'available'))).toEqual(['Y', 'Y', 'Y', 'N'])
    expect(answers.map((answer) => textsOf(answer, 'trackingnumber').length)).toEqual([1, 1, 1, 0])
  })
})
