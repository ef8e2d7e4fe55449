import { describe, expect, it } from 'vitest'
import type { PracticeAccount } from '../../../../../src/main/practice/rakuten-france/index.ts'
import { ask, codeOf, detailsOf, textsOf } from '../ask.ts'
import { accepted, bought, type Line, practiceAccount, shippingFile } from '../practice.ts'

const ship = (account: PracticeAccount, ...lines: readonly Line[]) =>
  ask(account, 'importitemshippingstatus', {}, shippingFile(...lines))

describe('importitemshippingstatus', () => {
  it('marks an accepted item as shipped, tells the log, and refuses it the second time', async () => {
    const account = await practiceAccount()
    const { purchaseId, itemId } = accepted(account)

    const first = await ship(account, { purchaseId, itemId })
    const second = await ship(account, { purchaseId, itemId })

    expect(textsOf(first, 'status')).toEqual(['OK'])
    expect(detailsOf(second)).toEqual([`Article ${itemId} : a déjà été expédié`])
    expect(account.ledger().items[itemId]).toMatchObject({
      shipped: true,
      shipments: [{ transporter: 'Colissimo', trackingNumber: '6A00000000011', by: 'seller' }],
    })
    expect(textsOf(await ask(account, 'getiteminfos', { itemid: itemId }), 'itemlogcode')[0]).toBe('TRACKING')
  })

  it.each<[string, (account: PracticeAccount, ids: ReturnType<typeof bought>) => void]>([
    ['not decided', () => {}],
    ['refused', ({ world }, { itemId }) => world.refuseOnSite(itemId)],
    ['cancelled', ({ world }, { purchaseId }) => world.cancelByRakuten(purchaseId)],
    [
      'under claim',
      ({ world }, { itemId }) => {
        world.acceptOnSite(itemId)
        world.openClaim(itemId, 'Jamais reçu')
      },
    ],
  ])('refuses an item that is %s', async (_, prepare) => {
    const account = await practiceAccount()
    const ids = bought(account)
    prepare(account, ids)

    const answer = await ship(account, ids)

    expect(detailsOf(answer)).toEqual([`Article ${ids.itemId} : statut incorrect.`])
    expect(account.ledger().items[ids.itemId]?.shipped).toBe(false)
  })

  it('says of a closed item that it was shipped already', async () => {
    const account = await practiceAccount()
    const ids = accepted(account)
    account.world.shipOnSite(ids.itemId)
    account.world.closeSale(ids.itemId)

    const answer = await ship(account, ids)

    expect(detailsOf(answer)).toEqual([`Article ${ids.itemId} : a déjà été expédié`])
  })

  it('refuses an unknown item, and one of another purchase', async () => {
    const account = await practiceAccount()
    const { itemId } = accepted(account)

    const answer = await ship(account, { purchaseId: '1', itemId: '2' }, { purchaseId: '1', itemId })

    expect(detailsOf(answer)).toEqual(['Article 2 : numéro incorrect', `Article ${itemId} : numéro incorrect`])
  })

  it('names each bad item in one refusal and keeps the good ones', async () => {
    const account = await practiceAccount()
    const good = accepted(account)
    const bad = bought(account)

    const answer = await ship(account, good, bad)

    expect(detailsOf(answer)).toHaveLength(1)
    expect(account.ledger().items[good.itemId]?.shipped).toBe(true)
  })

  it('keeps nothing of a half-bad file when so set', async () => {
    const account = await practiceAccount({ shippingFile: 'all-or-nothing' })
    const good = accepted(account)
    const bad = bought(account)

    const refused = await ship(account, good, bad)
    const afterwards = account.ledger().items[good.itemId]?.shipped
    const alone = await ship(account, good)

    expect(codeOf(refused)).toBe('ParameterError')
    expect(afterwards).toBe(false)
    expect(codeOf(alone)).toBe('ok')
  })

  it.each([
    ['no file', null],
    ['broken XML', '<?xml version="1.0" encoding="UTF-8"?><items><item>'],
    ['no declaration', '<items><item/></items>'],
    ['an encoding of its own', '<?xml version="1.0" encoding="UTF-16"?><items/>'],
    ['no items', '<?xml version="1.0" encoding="UTF-8"?><items/>'],
  ])('answers a server error to %s', async (_, content) => {
    const account = await practiceAccount()

    const answer = await ask(
      account,
      'importitemshippingstatus',
      {},
      content === null ? undefined : { name: 'expeditions.xml', content },
    )

    expect(codeOf(answer)).toBe('ServerError')
  })

  it('takes the file only from the part that bears its name', async () => {
    const account = await practiceAccount()
    const { content } = shippingFile(accepted(account))
    const form = new FormData()
    form.append('document', new Blob([content]), 'expeditions.xml')
    const { baseUrl, login, token } = account

    const response = await fetch(
      `${baseUrl}/sales_ws?action=importitemshippingstatus&login=${login}&pwd=${token}&version=2016-05-09`,
      { method: 'POST', body: form },
    )

    expect(await response.text()).toContain('An error occurred while submitting the file')
  })
})
