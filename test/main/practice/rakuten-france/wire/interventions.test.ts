import { describe, expect, it } from 'vitest'
import type { PracticeAccount } from '../../../../../src/main/practice/rakuten-france/index.ts'
import { ask, codeOf, detailsOf, textsOf } from '../ask.ts'
import { accepted, bought, practiceAccount, shippingFile, stockFile } from '../practice.ts'

const france = { shippingfromcountry: '249' }
const accept = (account: PracticeAccount, itemid: string) => ask(account, 'acceptsale', { itemid, ...france })

describe('a world that moves in between', () => {
  it('lets the buyer cancel between poll and accept: one item, or the whole purchase', async () => {
    const account = await practiceAccount()
    const [one, whole] = [bought(account, 2), bought(account, 2)]
    account.faults.add({ kind: 'buyer-cancels' })
    await ask(account, 'getnewsales')

    const first = await accept(account, one.itemId)
    account.faults.add({ kind: 'buyer-cancels', wholePurchase: true })
    const second = await accept(account, whole.itemId)

    expect([first, second].map(detailsOf)).toEqual([
      ['Current status : EMPTIED - Required status : REQUESTED'],
      ['Current status : EMPTIED - Required status : REQUESTED'],
    ])
    const { items } = account.ledger()
    expect(one.itemIds.map((id) => items[id]?.state)).toEqual(['cancelled', 'to-decide'])
    expect(whole.itemIds.map((id) => items[id]?.state)).toEqual(['cancelled', 'cancelled'])
  })

  it('resets the token under the caller', async () => {
    const account = await practiceAccount()
    const old = account.token
    account.faults.add({ kind: 'token-reset', at: 2 })

    const answers = [1, 2, 3].map(() => ask(account, 'getnewsales', { pwd: old }))
    const codes = (await Promise.all(answers)).map(codeOf)

    expect(codes).toEqual(['ok', 'InvalidUserConnection', 'InvalidUserConnection'])
    expect(codeOf(await ask(account, 'getnewsales'))).toBe('ok')
  })

  it('fails on every second item of a purchase until the fault is gone', async () => {
    const account = await practiceAccount()
    const { itemIds } = bought(account, 3)
    const fault = account.faults.add({ kind: 'half-accept' })

    const codes: string[] = []
    for (const itemId of itemIds) codes.push(codeOf(await accept(account, itemId)))
    account.faults.remove(fault)
    const later = await accept(account, itemIds[1] ?? '')

    expect(codes).toEqual(['ok', 'Unknown error', 'ok'])
    expect(codeOf(later)).toBe('ok')
  })

  it('refuses every second item of a shipping file and keeps the others', async () => {
    const account = await practiceAccount()
    const { purchaseId, itemIds } = accepted(account, 3)
    account.faults.add({ kind: 'half-shipping-file' })

    const file = shippingFile(...itemIds.map((itemId) => ({ purchaseId, itemId })))
    const answer = await ask(account, 'importitemshippingstatus', {}, file)

    expect(detailsOf(answer)).toEqual([`Article ${itemIds[1]} : statut incorrect.`])
    expect(itemIds.map((id) => account.ledger().items[id]?.shipped)).toEqual([true, false, true])
  })

  it('fails every second line of a stock file, or all of it without naming one', async () => {
    const account = await practiceAccount({ importDuration: 0 })
    account.world.setInventory(['A', 'B'].map((sku) => ({ sku, title: sku, priceCents: 100, stock: 1 })))
    account.faults.add({ kind: 'half-stock-file' })
    account.faults.add({ kind: 'stock-file-rejected', at: 2 })
    const reportOf = async (quantity: string) => {
      const file = stockFile(['A', '1.00', quantity], ['B', '1.00', quantity])
      const [fileid = ''] = textsOf(await ask(account, 'genericimportfile', {}, file), 'importid')
      return ask(account, 'genericimportreport', { fileid })
    }

    const half = await reportOf('5')
    const rejected = await reportOf('6')

    expect([textsOf(half, 'errorlines'), textsOf(half, 'sku')]).toEqual([['1'], ['A', 'B']])
    expect([textsOf(rejected, 'errorlines'), textsOf(rejected, 'sku')]).toEqual([['2'], []])
    expect(account.world.inventory().map(({ stock }) => stock)).toEqual([5, 1])
  })
})
