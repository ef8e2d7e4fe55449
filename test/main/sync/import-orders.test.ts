import { describe, expect, it } from 'vitest'
import { Fault } from '../../../src/main/domain/fault.ts'
import { callsOf, cup, messagesOf, mug, open, withVerbs } from './an-open-corridor.ts'

const byHand = { settings: { acceptance: 'by-hand' } } as const

describe('importing', () => {
  it('keeps the raw answer with the order', async () => {
    const { rakuten, sync, order, repositories } = await open(byHand)
    const id = rakuten.world.buy({ items: [mug] })

    await sync()

    expect(repositories.orders.raw(order(id).id)).toContain(`<purchaseid>${id}</purchaseid>`)
  })

  it('brings in every open order of the account, from whatever country', async () => {
    const { rakuten, sync, order } = await open(byHand)
    const [spain, sweden] = ['ES', 'SE'].map((country) => rakuten.world.buy({ items: [mug], country }))

    await sync()

    expect([spain, sweden].map((id) => order(id ?? '').status)).toEqual(['imported', 'imported'])
  })

  it('concludes nothing from a list that cannot be read: no order vanishes', async () => {
    const { rakuten, sync, pass, order } = await open(byHand)
    const id = rakuten.world.buy({ items: [mug] })
    await sync()
    rakuten.faults.add({ kind: 'empty', action: 'getnewsales', times: 4 })

    await pass(10)

    expect(order(id).status).toBe('imported')
    expect(callsOf({ rakuten }, 'getiteminfos')).toEqual([])
  })

  it('leaves the steps that do not need the list running', async () => {
    const { rakuten, pc, sync, order } = await open()
    const id = rakuten.world.buy({ items: [mug] })
    await sync()
    pc.orders.ship(`RKT-${id}`, { carrierName: 'Colissimo', trackingNumber: '6A62957360897' })
    rakuten.faults.add({ kind: 'truncated', action: 'getnewsales', times: 2 })

    const report = await sync()

    expect(report.connections[0]?.problem?.kind).toBe('unreadable')
    expect(order(id).status).toBe('shipped')
  })

  it('ends an order that Rakuten says was cancelled before it was accepted', async () => {
    const { rakuten, sync, order } = await open(byHand)
    const id = rakuten.world.buy({ items: [mug] })
    await sync()
    rakuten.world.cancelByBuyer(id)

    await sync()

    expect(order(id)).toMatchObject({ status: 'cancelled', endedBy: 'rakuten' })
  })

  it('ends no order by the clock: only once Rakuten says so', async () => {
    let isHidden = false
    const corridor = await open({
      ...byHand,
      marketplace: (marketplace) => ({
        ...marketplace,
        readItem: async (itemId) => {
          const details = await marketplace.readItem(itemId)
          return isHidden ? { ...details, status: 'to-decide', rakutenStatus: 'REMINDED' } : details
        },
      }),
    })
    const { rakuten, sync, order, clock } = corridor
    const id = rakuten.world.buy({ items: [mug] })
    await sync()
    isHidden = true
    clock.set('2026-01-25T09:00:00.000Z')
    await sync()
    expect(order(id).acceptBy < clock.nowIso()).toBe(true)
    expect(order(id).status).toBe('imported')
    isHidden = false

    await sync()

    expect(order(id).status).toBe('cancelled')
  })

  it('keeps its hands off an order whose decision it knows: nobody is asked what became of it', async () => {
    const corridor = await open()
    const { rakuten, sync, problems, act, pass } = corridor
    const id = rakuten.world.buy({ items: [{ ...mug, preorder: true }] })
    await sync()
    await act(id, { action: 'accept' })
    expect(problems(id)).toEqual(['preorder'])
    const lists = callsOf(corridor, 'getcurrentsales').length

    await pass(60)

    expect(callsOf(corridor, 'getcurrentsales').length - lists).toBe(2) // every sixth cycle
    expect(callsOf(corridor, 'getiteminfos')).toEqual([])
  })

  it('lets a preorder that somebody else accepted wait for its stock, though the list calls it accepted', async () => {
    const { rakuten, pc, sync, order, problems } = await open({ settings: { adoptAccepted: 'automatic' } })
    await sync()
    const id = rakuten.world.buy({
      items: [
        { ...mug, preorder: true },
        { ...cup, preorder: true },
      ],
    })
    rakuten.world.acceptOnSite(rakuten.world.purchase(id).items[0]?.itemId ?? '')
    await sync()
    expect([order(id).items.map(({ status }) => status), problems(id)]).toEqual([
      ['preorder', 'to-decide'],
      ['preorder'],
    ])
    rakuten.world.refuseOnSite(order(id).items[1]?.itemId ?? '')

    await sync()
    await sync()

    expect(order(id)).toMatchObject({ status: 'imported', items: [{ status: 'preorder' }, { status: 'cancelled' }] })
    expect(problems(id)).toEqual(['preorder'])
    expect(pc.orders.list('all')).toEqual([])
  })

  it('judges a mode later when the back office does not say its methods, and accepts nothing meanwhile', async () => {
    let isDown = true
    const corridor = await open({
      office: (backOffice) => ({
        ...backOffice,
        listMethods: async () =>
          isDown
            ? Promise.reject(new Fault('unreachable', 'No answer', { side: 'This PC' }))
            : backOffice.listMethods(),
      }),
    })
    const { rakuten, sync, order } = corridor
    const [known, pickup, locker] = ['Suivi', 'Retrait chez le vendeur', 'Express'].map((deliveryMode) =>
      rakuten.world.buy({ items: [mug], deliveryMode }),
    )
    const report = await sync()
    expect([known, pickup, locker].map((id) => order(id ?? '').status)).toEqual(['imported', 'skipped', 'imported'])
    expect(report.connections[0]?.problem).toMatchObject({ kind: 'unreachable' })
    expect(callsOf(corridor, 'acceptsale')).toEqual([])
    isDown = false

    await sync()

    expect([known, locker].map((id) => order(id ?? '').status)).toEqual(['placed', 'placed'])
  })

  it('sets aside an order whose mode turns out not to be mapped before it is accepted, with no other problem left', async () => {
    const { rakuten, sync, settings, order, problems } = await open()
    const id = rakuten.world.buy({ items: [{ sku: 'PLATE', priceCents: 1000 }] })
    await sync()
    expect(problems(id)).toEqual(['sku'])
    settings({ deliveryModes: { Suivi: null } })

    await sync()

    expect([order(id).skippedReason, problems(id)]).toEqual(['mode-not-available', []])
  })

  it('asks no more about a mode that somebody set to Not available', async () => {
    const { rakuten, sync, settings, order, problems } = await open({
      customModes: [{ alias: 'LOCKER', label: 'Livraison en casier' }],
    })
    const id = rakuten.world.buy({ items: [mug], deliveryMode: 'Livraison en casier' })
    await sync()
    expect(problems(id)).toEqual(['delivery-mode'])
    settings({ deliveryModes: { 'livraison en casier': null } })

    await sync()

    expect([order(id).status, order(id).skippedReason, problems(id)]).toEqual(['skipped', 'mode-not-available', []])
  })

  it('names the mode, the deadline and the way out of an order it sets aside for a new mode', async () => {
    const corridor = await open({ customModes: [{ alias: 'LOCKER', label: 'Livraison en casier' }] })
    const id = corridor.rakuten.world.buy({ items: [mug], deliveryMode: 'Livraison en casier' })

    await corridor.sync()

    expect(messagesOf(corridor, id)).toEqual([
      'New delivery mode "Livraison en casier". The order waits until a method is chosen for it.',
    ])
    expect(corridor.repositories.orders.deadlines(1)).toMatchObject([{ reference: id, status: 'skipped' }])
  })

  it('never brings in an order again whose buyer was erased', async () => {
    const { rakuten, sync, order, repositories, clock } = await open(byHand)
    const id = rakuten.world.buy({ items: [mug] })
    await sync()
    repositories.orders.eraseBuyer(order(id).id, clock.nowIso())

    await sync()

    expect(order(id).buyer).toBeNull()
    expect(repositories.orders.byReference(id)).toHaveLength(1)
  })
})

describe('an erased buyer', () => {
  it('breaks no step: what cannot go on without an address says so', async () => {
    const corridor = await open({ ...byHand, office: withVerbs({}) })
    const { rakuten, sync, order, problems, act, repositories, clock } = corridor
    const id = rakuten.world.buy({ items: [mug] })
    await sync()
    repositories.orders.eraseBuyer(order(id).id, clock.nowIso())

    const result = await act(id, { action: 'accept' })
    await sync()

    expect([order(id).status, problems(id)]).toEqual(['imported', ['address']])
    expect(result).toMatchObject({
      done: false,
      message: 'This PC cannot deliver to this address. The order has no delivery address.',
    })
    const corrected = await act(id, { action: 'fix', kind: null, choice: 'correct', inputs: { address: anAddress() } })
    expect(corrected).toMatchObject({ done: false, message: 'The buyer of this order has been erased.' })
  })
})

const anAddress = () => ({
  ...{ civility: '', lastName: 'Essai', firstName: 'Ada', address1: '1 rue', address2: '', postcode: '75001' },
  ...{ city: 'Paris', state: '', country: 'France', countryCode: 'FR', phone: '', mobile: '' },
})
