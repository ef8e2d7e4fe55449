import { describe, expect, it } from 'vitest'
import type { PracticeAccount } from '../../../../../src/main/practice/rakuten-france/index.ts'
import { ask, codeOf, detailsOf } from '../ask.ts'
import { accepted, type Line, practiceAccount, shippingFile } from '../practice.ts'

const ship = (account: PracticeAccount, ...lines: readonly Line[]) =>
  ask(account, 'importitemshippingstatus', {}, shippingFile(...lines))

const LINK = 'https://transporteur.example/suivi?n=1'

describe('what Rakuten wants to know of a parcel', () => {
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
})
