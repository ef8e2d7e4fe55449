import { describe, expect, it } from 'vitest'
import { aNewOrder, anItem } from '../../helpers/an-order.ts'
import { GOOD_TOKEN, rakutenForm } from '../../helpers/test-accounts.ts'
import { testAnswers } from '../../helpers/test-answers.ts'

const connected = async (...facts: readonly Parameters<typeof aNewOrder>[0][]) => {
  const test = testAnswers()
  const shop = { shopUrl: 'https://boutique.example', consumerKey: GOOD_TOKEN, consumerSecret: 'secret' }
  const office = await test.accounts.backOffices.add('woocommerce', 'Boutique', shop)
  const { id } = await test.accounts.connections.add({ ...rakutenForm(), backOfficeId: office.id })
  const kept = test.repositories.orders.insertNew(
    facts.map((fact, index) =>
      aNewOrder({ connectionId: id, reference: `R${index}`, items: [anItem({ itemId: `R${index}-1` })], ...fact }),
    ),
  )
  const table = async () => {
    const reply = await test.ask.delivery.table({ connectionId: id })
    return reply.ok ? reply.value : expect.fail(reply.fault.message)
  }
  return { ...test, id, office, kept, table }
}

const held = { status: 'skipped', skippedReason: 'mode-not-mapped', deliveryMode: 'Livraison en casier' } as const

describe('the table of delivery modes', () => {
  it('puts the mode that keeps orders out on top', async () => {
    const { table } = await connected({}, held)

    const { modes } = await table()

    expect(modes[0]).toMatchObject({ mode: 'Livraison en casier', heldOrders: 1, choice: 'not-mapped', own: false })
    expect(modes[1]).toMatchObject({ mode: 'Normal', openOrders: 1, choice: 'method', methodId: 'flat_rate' })
  })

  it('says which modes need a code', async () => {
    const { table } = await connected()

    const { modes } = await table()

    const tracking = Object.fromEntries(modes.map((row) => [row.mode, row.tracking]))
    expect(tracking).toMatchObject({ Normal: 'not-needed', Suivi: 'needed', 'So Colissimo': 'label' })
  })

  it('shows a mode once, however it was spelled', async () => {
    const { table } = await connected({ deliveryMode: 'suivi ' }, { deliveryMode: 'SUIVI' })

    const { modes } = await table()

    expect(modes.filter(({ mode }) => mode.trim().toLowerCase() === 'suivi')).toMatchObject([
      { mode: 'Suivi', openOrders: 2 },
    ])
  })

  it('remembers the methods while the shop does not answer, and says why', async () => {
    const { table, clock, secrets, names, office } = await connected()
    await table()
    await secrets.remove(names.ofBackOffice(office.id, 'consumerKey'))
    clock.advance(120_000)

    const { methods, methodsProblem } = await table()

    expect(methods).toEqual([{ id: 'flat_rate', title: 'Colissimo', serves: ['standard'] }])
    expect(methodsProblem).toContain('Key of Boutique')
  })
})

describe('mapping a mode', () => {
  it('offers the orders it kept out, and brings them back through the engine', async () => {
    const { ask, id, acted, kept } = await connected(held, { ...held, deliveryMode: 'livraison en CASIER' }, {})

    const mapped = await ask.delivery.map({ connectionId: id, mode: 'Livraison en casier', methodId: 'flat_rate' })
    await ask.delivery.bringBack({ connectionId: id, mode: 'Livraison en casier', job: null })

    expect(mapped).toEqual({ ok: true, value: { heldOrders: 2 } })
    expect(acted.map(({ orderId }) => orderId).toSorted()).toEqual(kept.slice(0, 2).map((order) => order.id))
    expect(acted[0]?.act).toEqual({ action: 'reconsider' })
  })

  it('takes the place of an earlier answer that was spelled otherwise', async () => {
    const { ask, id, accounts } = await connected()
    accounts.connections.change(id, { settings: { deliveryModes: { EXPRESS: 'flat_rate' } } })

    await ask.delivery.map({ connectionId: id, mode: 'Express', methodId: null })

    expect(accounts.connections.get(id).settings.deliveryModes).toEqual({ Express: null })
  })

  it('is refused for in-store pickup', async () => {
    const { ask, id } = await connected()

    const reply = await ask.delivery.map({ connectionId: id, mode: 'Retrait chez le vendeur', methodId: 'flat_rate' })

    expect(reply).toMatchObject({ ok: false, fault: { kind: 'settings' } })
  })
})

describe('carriers', () => {
  it('of the seller come first, then the ones in use, each in Rakuten’s word', async () => {
    const { ask, id, accounts } = await connected()
    const own = { name: 'Coursier', trackingUrlTemplate: 'https://coursier.example/{trackingNumber}' }
    const settings = {
      ownCarriers: [own],
      carriersUsed: ['Coursier', 'mondial-relay'],
      carriers: { mr: 'mondial-relay' },
    }
    accounts.connections.change(id, { settings })

    const reply = await ask.delivery.carriers({ connectionId: id })

    expect(reply.ok && reply.value.carriers.slice(0, 2)).toMatchObject([
      { id: 'Coursier', rakutenName: 'Autre', linkHost: 'coursier.example', own: true, used: true },
      { id: 'mondial-relay', rakutenName: 'Mondial Relay', own: false, used: true, knownAs: ['mr'] },
    ])
  })

  it('are found for a code that is tried, rule by rule', async () => {
    const { ask, id } = await connected()
    const nothing = { carrierName: null, trackingUrl: null, postcode: null, countryCode: null }

    const reply = await ask.delivery.tryCode({ connectionId: id, trackingNumber: '8G45061126689', ...nothing })

    expect(reply).toMatchObject({
      ok: true,
      value: {
        carrier: { id: 'colissimo' },
        rakutenName: 'Colissimo',
        trackingUrl: 'https://www.laposte.fr/outils/suivre-vos-envois?code=8G45061126689',
        problem: null,
      },
    })
    const rules = reply.ok ? reply.value.rules.map(({ rule, answer }) => `${rule}: ${answer}`) : []
    expect(rules).toEqual([
      'mapping: no-answer',
      'link: no-answer',
      'name: no-answer',
      'number: hit',
      'default: not-reached',
      'problem: not-reached',
    ])
  })

  it('say what is missing when nobody fits', async () => {
    const { ask, id } = await connected()
    const nothing = { carrierName: 'Coursier du Lac', trackingUrl: null, postcode: null, countryCode: null }

    const reply = await ask.delivery.tryCode({ connectionId: id, trackingNumber: 'ZZZZZZ', ...nothing })

    expect(reply).toMatchObject({ ok: true, value: { carrier: null, rakutenName: null } })
    expect(reply.ok && reply.value.problem).toContain('Coursier du Lac')
  })
})
