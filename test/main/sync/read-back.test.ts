import { describe, expect, it } from 'vitest'
import type { BackOffice } from '../../../src/main/connectors/sockets/back-office.ts'
import { callsOf, changesAsked, colissimo, cup, fix, mug, onePlaced, open } from './an-open-corridor.ts'

const accepted = { acceptedAt: '2026-01-12T08:00:00.000Z' } as const

describe('reading back', () => {
  it('is done in the first cycle, in every sixth, and after any send', async () => {
    const corridor = await open()
    const lists = () => callsOf(corridor, 'getcurrentsales').length
    const id = corridor.rakuten.world.buy({ items: [mug] })
    await corridor.sync()
    const first = lists()
    await corridor.pass(25)
    const quiet = lists()
    await corridor.pass(5)
    const sixth = lists()
    corridor.pc.orders.ship(`RKT-${id}`, colissimo)
    await corridor.pass(5)

    expect([first, quiet, sixth, lists()]).toEqual([1, 1, 2, 3])
  })

  it('is made up for in the next cycle when it failed after a send', async () => {
    const corridor = await onePlaced()
    const { rakuten, sync, order, pc, id, ref } = corridor
    pc.orders.ship(ref, colissimo)
    rakuten.faults.add({ kind: 'outage', action: 'getcurrentsales', times: 2 })
    await sync()
    expect(order(id).status).toBe('dispatched')

    await sync()

    expect(order(id)).toMatchObject({ status: 'shipped', shippedBy: 'navette' })
  })

  it('reads fifteen days, or back to the oldest open order', async () => {
    const corridor = await open()
    const since = () => callsOf(corridor, 'getcurrentsales').at(-1)?.params['purchasedate']
    await corridor.sync()
    const short = since()
    corridor.rakuten.world.buy({ items: [mug], at: '2025-12-20T09:00:00.000Z', ...accepted })
    corridor.clock.set('2026-01-03T12:00:00.000Z')
    await corridor.pass(30)
    expect(corridor.repositories.orders.oldestOpenPurchase(1)).toBe('2025-12-20T09:00:00.000Z')
    corridor.clock.set('2026-01-20T12:00:00.000Z')

    await corridor.pass(30)

    expect([short, since()]).toEqual(['2025-12-28', '2025-12-20'])
  })

  it('reads back to the oldest claim, however long ago its parcel left, and sees it end', async () => {
    const corridor = await onePlaced({}, 'Suivi', [mug])
    const { rakuten, sync, pass, problems, pc, clock, id, ref, itemIds } = corridor
    pc.orders.ship(ref, colissimo)
    await sync()
    rakuten.world.openClaim(itemIds[0] ?? '', 'Cassé')
    await pass(60)
    clock.set('2026-02-20T09:00:00.000Z')
    await pass(60)
    expect(problems(id)).toEqual(['claim'])
    expect(callsOf(corridor, 'getcurrentsales').at(-1)?.params['purchasedate']).toBe('2026-01-12')
    rakuten.world.closeClaim(itemIds[0] ?? '')
    rakuten.world.closeSale(itemIds[0] ?? '')

    await pass(60)

    expect(problems(id)).toEqual([])
  })

  it('says that a tracking Rakuten took is not shown, after four times, with the ways out', async () => {
    const corridor = await onePlaced(
      {
        marketplace: (marketplace) => ({
          ...marketplace,
          sendTracking: async (_reference, items) =>
            items.map(({ itemId }) => ({ itemId, outcome: 'sent', message: '' }) as const),
        }),
      },
      'Suivi',
      [mug],
    )
    const { pass, order, problems, act, pc, id, ref, repositories } = corridor
    const attempts = () => repositories.shipments.of(order(id).id).map((shipment) => shipment.attempts)
    pc.orders.ship(ref, colissimo)
    await pass(30)
    const soon = attempts()
    await pass(240)
    const tired = attempts()
    expect([order(id).status, problems(id)]).toEqual(['dispatched', ['not-recorded']])

    await act(id, fix('send-again'))

    expect([soon, tired, attempts()]).toEqual([[1], [4], [1]])
  })
})

describe('an order accepted elsewhere', () => {
  it('is placed at once where the connection says so', async () => {
    const corridor = await open({ settings: { adoptAccepted: 'automatic' } })
    const id = corridor.rakuten.world.buy({ items: [mug], ...accepted })

    await corridor.sync()
    await corridor.sync()

    expect(corridor.order(id).status).toBe('placed')
    expect(callsOf(corridor, 'acceptsale')).toEqual([])
  })

  it('is adopted without a question when the back office has it', async () => {
    const found = (backOffice: BackOffice): BackOffice => ({
      ...backOffice,
      findOrders: async (reference) => [
        {
          ...{ reference, backOfficeRef: reference, number: '4807', url: null, state: 'open' },
          ...{ totalCents: null, lines: [{ sku: 'MUG', quantity: 1 }], postcode: null },
        },
      ],
    })
    const corridor = await open({ office: found })
    const id = corridor.rakuten.world.buy({ items: [mug], ...accepted })

    await corridor.sync()
    await corridor.sync()

    expect(corridor.order(id)).toMatchObject({ status: 'placed', backOfficeNumber: '4807' })
    expect(corridor.pc.orders.list('all')).toEqual([])
  })

  it('before the start date stays out', async () => {
    const corridor = await open({ settings: { importFrom: '2026-01-12', adoptAccepted: 'automatic' } })
    const id = corridor.rakuten.world.buy({ items: [mug], at: '2026-01-11T09:00:00.000Z', ...accepted })

    await corridor.sync()

    expect(corridor.order(id)).toMatchObject({ status: 'skipped', skippedReason: 'before-start-date' })
  })

  it('that has been shipped is nobody’s work, and is not brought in', async () => {
    const corridor = await open()
    const id = corridor.rakuten.world.buy({ items: [mug], ...accepted })
    corridor.rakuten.world.shipOnSite(corridor.rakuten.world.purchase(id).items[0]?.itemId ?? '')

    await corridor.sync()

    expect(corridor.repositories.orders.byReference(id)).toEqual([])
  })

  it('with a value we do not know is held, and neither completed nor placed', async () => {
    const corridor = await open({ settings: { adoptAccepted: 'automatic' } })
    const { rakuten, sync, order, problems } = corridor
    const id = rakuten.world.buy({ items: [mug], currency: 'XTS', ...accepted })

    await sync()
    await sync()

    expect([order(id).status, problems(id)]).toEqual(['imported', ['unknown-value']])
    expect(callsOf(corridor, 'getbillinginformation')).toEqual([])
  })

  it('for a mode nobody mapped waits for the mapping, and then for the seller’s word', async () => {
    const corridor = await open({ customModes: [{ alias: 'LOCKER', label: 'Livraison en casier' }] })
    const { rakuten, sync, order, problems, act } = corridor
    const id = rakuten.world.buy({ items: [mug], deliveryMode: 'Livraison en casier', ...accepted })
    await sync()
    expect([order(id).status, problems(id)]).toEqual(['skipped', ['delivery-mode']])

    await act(id, fix('map', { methodId: 'home' }))
    expect([order(id).status, problems(id)]).toEqual(['accepted', ['accepted-elsewhere']])
    await act(id, fix('place'))

    expect([order(id).status, problems(id)]).toEqual(['placed', []])
  })

  it('in part, before we saw it, gets its other items with the next list', async () => {
    const corridor = await open({ settings: { acceptance: 'by-hand' } })
    const { rakuten, sync, order } = corridor
    const id = rakuten.world.buy({ items: [mug, cup] })
    rakuten.world.acceptOnSite(rakuten.world.purchase(id).items[0]?.itemId ?? '')

    await sync()

    expect(order(id)).toMatchObject({ status: 'imported', items: [{ status: 'accepted' }, { status: 'to-decide' }] })
  })
})

describe('an order the seller handles', () => {
  it('is watched and never touched, and ends when Rakuten shows it shipped or cancelled', async () => {
    const corridor = await open()
    const { rakuten, sync, pass, order, act, pc } = corridor
    const [shipped = '', cancelled = ''] = [1, 2].map(() => rakuten.world.buy({ items: [mug] }))
    await sync()
    for (const id of [shipped, cancelled]) await act(id, { action: 'manual' })
    const asked = changesAsked(corridor).length
    pc.orders.ship(`RKT-${shipped}`, colissimo)
    pc.orders.cancel(`RKT-${cancelled}`)
    await pass(60)
    expect([order(shipped).status, order(cancelled).status]).toEqual(['manual', 'manual'])
    rakuten.world.shipOnSite(order(shipped).items[0]?.itemId ?? '')
    rakuten.world.cancelByBuyer(cancelled)

    await pass(60)

    expect([order(shipped), order(cancelled)]).toMatchObject([
      { status: 'shipped', shippedBy: 'elsewhere' },
      { status: 'cancelled', endedBy: 'rakuten' },
    ])
    expect(changesAsked(corridor)).toHaveLength(asked)
  })

  it('and has not decided yet, stands in the other list: its messages are not read to find out', async () => {
    const corridor = await open({ settings: { acceptance: 'by-hand' } })
    const { rakuten, sync, pass, order, act } = corridor
    const id = rakuten.world.buy({ items: [mug] })
    await sync()
    await act(id, { action: 'manual' })
    await pass(60)
    expect(callsOf(corridor, 'getiteminfos')).toEqual([])
    rakuten.world.refuseOnSite(order(id).items[0]?.itemId ?? '')

    await pass(10)

    expect(['cancelled', 'refused']).toContain(order(id).status)
  })
})
