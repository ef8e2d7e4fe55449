import { describe, expect, it } from 'vitest'
import type { BackOffice } from '../../../src/main/connectors/sockets/back-office.ts'
import { colissimo, mug, open, placed } from './an-open-corridor.ts'

describe('what if an order has left and', () => {
  it('a code arrives after sending without one: it is offered once', async () => {
    const corridor = await open({ trackingChange: 'accepted' })
    const { pass, order, pc, repositories } = corridor
    const { id, ref } = await placed(corridor, 'Normal')
    pc.orders.ship(ref, {})
    await pass(190)
    expect(order(id).status).toBe('shipped')

    pc.orders.ship(ref, colissimo)
    await pass(15)

    const offers = corridor.rakuten.calls.filter(({ action }) => action === 'settrackingpackageinfos')
    expect(offers).toHaveLength(3)
    expect(repositories.shipments.of(order(id).id).map(({ state }) => state)).toContain('offered')
  })

  it('the code changes: the seller is asked, and a refusal is shown', async () => {
    const corridor = await open()
    const { sync, order, problems, act, repositories } = corridor
    const { id } = await placed(corridor)
    corridor.pc.orders.ship(`RKT-${id}`, colissimo)
    await sync()
    const [first] = repositories.shipments.of(order(id).id)
    if (first === undefined) throw new Error('no shipment')
    repositories.shipments.save({ ...first, parcel: { ...first.parcel, trackingNumber: '6A61031888418' } })

    await sync()
    expect(problems(id)).toEqual(['tracking-changed'])
    expect(corridor.rakuten.calls.map(({ action }) => action)).not.toContain('settrackingpackageinfos')
    await act(id, { action: 'fix', kind: null, choice: 'offer', inputs: {} })

    expect(problems(id)).toEqual([])
    expect(repositories.shipments.of(order(id).id).map(({ state }) => state)).toContain('declined')
  })

  it('Rakuten shows it cancelled: never cancelled by us, the seller settles it', async () => {
    const corridor = await open()
    const { rakuten, sync, pass, order, problems, pc } = corridor
    const { id, ref } = await placed(corridor)
    pc.orders.ship(ref, colissimo)
    await sync()
    rakuten.world.cancelByRakuten(id)

    await pass(30)

    expect([order(id).status, problems(id)]).toEqual(['shipped', ['cancelled-late']])
    expect(pc.orders.get(ref)?.state).toBe('completed')
  })
})

describe('what if an order has ended and', () => {
  it('comes back to life in the shop: a problem; it is never resurrected', async () => {
    let revived = false
    const office = (backOffice: BackOffice): BackOffice => ({
      ...backOffice,
      readShipments: async (orders) =>
        revived
          ? new Map(orders.map(({ backOfficeRef }) => [backOfficeRef, { state: 'open', parcels: [], lines: null }]))
          : backOffice.readShipments(orders),
    })
    const corridor = await open({ office })
    const { rakuten, pass, order, problems } = corridor
    const { id } = await placed(corridor)
    rakuten.world.cancelByBuyer(id)
    await pass(30)
    revived = true

    await pass(10)

    expect([order(id).status, problems(id)]).toEqual(['cancelled', ['cancelled-late']])
  })

  it('was skipped for its mode: mapped and reconsidered, it goes on from where Rakuten has it', async () => {
    const corridor = await open({ customModes: [{ alias: 'LOCKER', label: 'Livraison en casier' }] })
    const { rakuten, sync, order, problems, act } = corridor
    const id = rakuten.world.buy({ items: [mug], deliveryMode: 'Livraison en casier' })
    await sync()
    expect([order(id).status, problems(id)]).toEqual(['skipped', ['delivery-mode']])

    const result = await act(id, { action: 'fix', kind: null, choice: 'map', inputs: { methodId: 'home' } })

    expect(result.done).toBe(true)
    expect(order(id)).toMatchObject({ status: 'placed', methodId: 'home', skippedReason: null })
  })

  it('was skipped for its mode and vanished meanwhile: it ends cancelled', async () => {
    const corridor = await open({ customModes: [{ alias: 'LOCKER', label: 'Livraison en casier' }] })
    const { rakuten, sync, order, problems } = corridor
    const id = rakuten.world.buy({ items: [mug], deliveryMode: 'Livraison en casier' })
    await sync()
    rakuten.world.cancelByBuyer(id)

    await sync()

    expect([order(id).status, problems(id)]).toEqual(['cancelled', []])
  })

  it('was handled manually and is handed back: its status is computed anew from both sides', async () => {
    const corridor = await open()
    const { sync, order, act, pc } = corridor
    const { id, ref } = await placed(corridor)
    await act(id, { action: 'manual' })
    pc.orders.ship(ref, colissimo)
    await sync()
    expect(order(id).status).toBe('manual')

    await act(id, { action: 'resume' })
    await sync()

    expect(order(id).status).toBe('shipped')
  })
})
