import { describe, expect, it } from 'vitest'
import type { PracticeAccount } from '../../../../src/main/practice/rakuten-france/index.ts'
import { ask, codeOf, detailsOf, textsOf } from './ask.ts'
import { accepted, bought, type Line, practiceAccount, shippingFile } from './practice.ts'

const ship = (account: PracticeAccount, ...lines: readonly Line[]) =>
  ask(account, 'importitemshippingstatus', {}, shippingFile(...lines))

const LINK = 'https://transporteur.example/suivi?n=1'

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
    ['a carrier that is not in the list', { transporter: 'Pigeon Express' }, 'transporteur inconnu'],
    ['a carrier in other capitals', { transporter: 'COLISSIMO' }, 'transporteur inconnu'],
    ['no carrier', { transporter: '' }, 'transporteur inconnu'],
    ['Autre without a link', { transporter: 'Autre', url: '' }, 'url de suivi obligatoire'],
    ['a listed carrier without a link', { url: '' }, 'url de suivi obligatoire'],
    ['a link that is none', { url: 'www.laposte.fr/suivi' }, 'url de suivi incorrecte'],
    ['no number', { number: '' }, 'numéro de suivi obligatoire'],
    ['a word for a number', { number: 'Oui', url: '' }, 'numéro de suivi obligatoire'],
  ])('refuses %s for a tracked mode', async (_, line, objection) => {
    const account = await practiceAccount()
    const ids = accepted(account, 1, { deliveryMode: 'Suivi' })

    const answer = await ship(account, { ...ids, ...line })

    expect(detailsOf(answer)).toEqual([`Article ${ids.itemId} : ${objection}`])
    expect(account.ledger().items[ids.itemId]?.shipped).toBe(false)
  })

  it.each([
    ['Normal', {}],
    ['So Colissimo', {}],
    ['Chronopost', {}],
    ['Point relais Mondial Relay', {}],
    ['Retrait chez le vendeur', {}],
    ['Suivi', { prepaidLabel: true }],
  ])('takes a word for a number where nothing needs tracking: %s', async (deliveryMode, order) => {
    const account = await practiceAccount()
    const one = accepted(account, 1, { deliveryMode, ...order })
    const other = accepted(account, 1, { deliveryMode, ...order })

    const oui = await ship(account, { ...one, transporter: '', number: 'Oui', url: '' })
    const yes = await ship(account, { ...other, transporter: '', number: 'yes', url: '' })

    expect([codeOf(oui), codeOf(yes)]).toEqual(['ok', 'ok'])
    expect(account.ledger().items[one.itemId]?.shipped).toBe(true)
  })

  it('wants a number for a relay parcel without a prepaid label', async () => {
    const account = await practiceAccount()
    const ids = accepted(account, 1, { deliveryMode: 'Point relais Mondial Relay', prepaidLabel: false })

    const answer = await ship(account, { ...ids, number: 'Oui', url: '' })

    expect(codeOf(answer)).toBe('ParameterError')
  })

  it('is as lenient as it was set up to be', async () => {
    const account = await practiceAccount({ trackingLink: 'optional', transporters: 'tolerant' })
    const withoutLink = accepted(account)
    const withAnyCarrier = accepted(account)

    const first = await ship(account, { ...withoutLink, url: '' })
    const second = await ship(account, { ...withAnyCarrier, transporter: 'Pigeon Express' })
    const other = await ship(account, { ...accepted(account), transporter: 'Autre', url: '' })

    expect([codeOf(first), codeOf(second), codeOf(other)]).toEqual(['ok', 'ok', 'ParameterError'])
  })

  it('refuses a listed carrier once Rakuten has withdrawn it', async () => {
    const account = await practiceAccount()
    const ids = accepted(account)
    account.world.withdrawTransporter('Colissimo')

    const answer = await ship(account, ids)
    const asOther = await ship(account, { ...ids, transporter: 'Autre', url: LINK })

    expect([codeOf(answer), codeOf(asOther)]).toEqual(['ParameterError', 'ok'])
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
