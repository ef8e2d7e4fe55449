import { describe, expect, it } from 'vitest'
import type { BackOffice, OfficeProgress } from '../../../src/main/connectors/sockets/back-office.ts'
import { Fault } from '../../../src/main/domain/fault.ts'
import { aProduct } from '../connectors/this-pc/a-shelf.ts'
import { callsOf, colissimo, fix, itemsOf, mug, onePlaced, open, otherNumber, told } from './an-open-corridor.ts'

/** A shop that completes orders after one cup was taken out of them. */
const withoutTheCup =
  (isCompleted: () => boolean) =>
  (backOffice: BackOffice): BackOffice => ({
    ...backOffice,
    readShipments: async (orders) => {
      if (!isCompleted()) return backOffice.readShipments(orders)
      const parcel = { ...colissimo, carrierCode: null, contents: [] }
      const progress: OfficeProgress = { state: 'completed', parcels: [parcel], lines: [{ sku: 'MUG', quantity: 2 }] }
      return new Map(orders.map(({ backOfficeRef }) => [backOfficeRef, progress]))
    },
  })

describe('reading shipments', () => {
  it('asks about all orders of a back office at once', async () => {
    const asked: number[] = []
    const corridor = await open({
      office: (backOffice) => ({
        ...backOffice,
        readShipments: async (orders) => {
          asked.push(orders.length)
          return backOffice.readShipments(orders)
        },
      }),
    })
    for (let count = 0; count < 5; count += 1) corridor.rakuten.world.buy({ items: [mug] })

    await corridor.sync()

    expect(asked).toEqual([5])
  })

  it('tells once what the back office says of a state', async () => {
    let words = ['“Wartet” is mapped to nothing.']
    const corridor = await onePlaced({
      office: (backOffice) => ({
        ...backOffice,
        readShipments: async (orders) =>
          new Map(Array.from(await backOffice.readShipments(orders), ([ref, one]) => [ref, { ...one, notes: words }])),
      }),
    })
    await corridor.sync()
    words = [...words, '“Ruht” is mapped to nothing.']
    await corridor.sync()
    await corridor.sync()

    const notes = corridor.repositories.timeline
      .of(corridor.order(corridor.id).id)
      .filter(({ what }) => what === 'note')
    expect(notes.map(({ actor, detail }) => [actor, detail['message']])).toEqual([
      ['back-office', '“Wartet” is mapped to nothing.'],
      ['back-office', '“Ruht” is mapped to nothing.'],
    ])
  })

  it('holds an order the back office has trouble with, until it is over or the seller has read of it', async () => {
    let incident: string | null = 'A cup was not found.'
    const corridor = await onePlaced({
      office: (backOffice) => ({
        ...backOffice,
        readShipments: async (orders) =>
          new Map(
            Array.from(await backOffice.readShipments(orders), ([ref, one]) => [
              ref,
              incident === null ? one : { ...one, incident },
            ]),
          ),
      }),
    })
    const { sync, problems, act, id, order } = corridor
    const problemsAfter = async (said: string | null) => {
      incident = said
      await sync()
      return problems(id)
    }

    expect(await problemsAfter('A cup was not found.')).toEqual(['incident'])
    expect(await problemsAfter(null)).toEqual([])
    expect(await problemsAfter('The street is unknown.')).toEqual(['incident'])
    await act(id, fix('acknowledge'))
    expect(await problemsAfter('The street is unknown.')).toEqual([])
    expect(await problemsAfter('The town is unknown, too.')).toEqual(['incident'])

    corridor.pc.orders.ship(corridor.ref, colissimo)
    await sync()

    expect([order(id).status, problems(id)]).toEqual(['shipped', []])
  })

  it('has no trouble left with an order that went out in parts meanwhile', async () => {
    let progress: OfficeProgress | null = null
    const corridor = await onePlaced({
      office: (backOffice) => ({
        ...backOffice,
        readShipments: async (orders) => {
          const said = progress
          if (said === null) return backOffice.readShipments(orders)
          return new Map(orders.map(({ backOfficeRef }) => [backOfficeRef, said]))
        },
      }),
    })
    const parcel = {
      ...colissimo,
      carrierCode: null,
      contents: [
        { sku: 'MUG', quantity: 2 },
        { sku: 'CUP', quantity: 1 },
      ],
    }
    progress = { state: 'open', parcels: [parcel], lines: null, incident: 'A cup was not found.' }

    await corridor.sync()

    expect([corridor.order(corridor.id).status, corridor.problems(corridor.id)]).toEqual(['shipped', []])
  })

  it('takes a unit out of a completed order for one that was taken out, not for one that left', async () => {
    let isCompleted = false
    const corridor = await onePlaced({ office: withoutTheCup(() => isCompleted) })
    const { sync, order, problems, act, id } = corridor
    isCompleted = true
    await sync()
    expect([order(id).status, problems(id)]).toEqual(['placed', ['partial']])
    expect(itemsOf(corridor).map(({ sku, shipped }) => [sku, shipped])).toEqual([
      ['MUG', true],
      ['MUG', true],
      ['CUP', false],
    ])

    await act(id, fix('cancel-items'))

    expect(itemsOf(corridor).map(({ sku, state }) => [sku, state])).toEqual([
      ['MUG', 'accepted'],
      ['MUG', 'accepted'],
      ['CUP', 'cancelled'],
    ])
    expect([order(id).status, problems(id)]).toEqual(['shipped', []])
  })

  it('lets such a unit wait for a code of its own when the seller leaves it ordered', async () => {
    let isCompleted = false
    const corridor = await onePlaced({ office: withoutTheCup(() => isCompleted) })
    isCompleted = true
    await corridor.sync()

    await corridor.act(corridor.id, fix('leave'))
    corridor.clock.advance(300_000)
    await corridor.sync()
    await corridor.pass(190)

    expect(callsOf(corridor, 'cancelitem')).toEqual([])
    expect([corridor.order(corridor.id).status, corridor.problems(corridor.id)]).toEqual([
      'waiting',
      ['tracking-required'],
    ])
  })

  it('asks no more about a unit that came back into the order', async () => {
    let lines = [{ sku: 'MUG', quantity: 2 }]
    const corridor = await onePlaced({
      office: (backOffice) => ({
        ...backOffice,
        readShipments: async (orders) =>
          new Map(orders.map(({ backOfficeRef }) => [backOfficeRef, { state: 'open', parcels: [], lines }])),
      }),
    })
    expect(corridor.problems(corridor.id)).toEqual(['partial'])
    lines = [...lines, { sku: 'CUP', quantity: 1 }]

    await corridor.sync()

    expect(corridor.problems(corridor.id)).toEqual([])
  })

  it('ends an order of which the shop took out everything, once the seller says so', async () => {
    const corridor = await onePlaced({
      office: (backOffice) => ({
        ...backOffice,
        readShipments: async (orders) =>
          new Map(orders.map(({ backOfficeRef }) => [backOfficeRef, { state: 'open', parcels: [], lines: [] }])),
      }),
    })
    expect(corridor.problems(corridor.id)).toEqual(['partial'])

    await corridor.act(corridor.id, fix('cancel-items'))

    expect(corridor.order(corridor.id)).toMatchObject({ status: 'cancelled', endedBy: 'seller' })
    expect(corridor.problems(corridor.id)).toEqual([])
  })

  it('concludes nothing from an order the answer does not mention', async () => {
    let isSilent = false
    const corridor = await onePlaced({
      office: (backOffice) => ({
        ...backOffice,
        readShipments: async (orders) => (isSilent ? new Map() : backOffice.readShipments(orders)),
      }),
    })
    isSilent = true

    await corridor.pass(30)

    expect([corridor.order(corridor.id).status, corridor.problems(corridor.id)]).toEqual(['placed', []])
  })
})

describe('an order whose connection was given another back office', () => {
  const moved = async (isOldDown: () => boolean = () => false) => {
    const corridor = await open({
      office: (backOffice, id) => ({
        ...backOffice,
        readShipments: async (orders) => {
          if (id === 1 && isOldDown()) throw new Fault('unreachable', 'No answer', { side: 'This PC' })
          return backOffice.readShipments(orders)
        },
      }),
    })
    const { rakuten, sync, addOffice, giveOffice } = corridor
    const old = rakuten.world.buy({ items: [mug] })
    await sync()
    const atelier = addOffice('Atelier')
    atelier.pc.products.save(aProduct({ sku: 'MUG', stock: 20 }), null)
    giveOffice(atelier.id)
    const young = rakuten.world.buy({ items: [mug] })
    await sync()
    return { ...corridor, old, young, atelier }
  }

  it('is finished in the old one, and new orders go to the new one', async () => {
    const { order, sync, pc, atelier, old, young } = await moved()
    pc.orders.ship(`RKT-${old}`, colissimo)
    atelier.pc.orders.ship(`RKT-${young}`, { carrierName: 'Colissimo', trackingNumber: otherNumber })

    await sync()

    expect([order(old).status, order(young).status]).toEqual(['shipped', 'shipped'])
    expect([pc.orders.list('all').length, atelier.pc.orders.list('all').length]).toEqual([1, 1])
  })

  it('waits while the old one is down, and keeps nobody else waiting', async () => {
    let isDown = false
    const { order, sync, atelier, old, young } = await moved(() => isDown)
    isDown = true
    atelier.pc.orders.ship(`RKT-${young}`, colissimo)

    const report = await sync()

    expect([order(old).status, order(young).status]).toEqual(['placed', 'shipped'])
    expect(report.connections[0]?.problem).toMatchObject({ kind: 'unreachable' })
  })

  it('troubles no cycle once it ended and the old one was removed', async () => {
    const { order, sync, pc, repositories, old } = await moved()
    pc.orders.ship(`RKT-${old}`, colissimo)
    await sync()
    expect(order(old).status).toBe('shipped')
    repositories.backOffices.remove(1)

    const report = await sync()

    expect(report.connections[0]?.problem).toBeNull()
  })
})

describe('a back office that cannot be opened', () => {
  it("leaves Rakuten's steps running", async () => {
    let isLost = false
    const corridor = await open({
      office: (backOffice) => {
        if (isLost) throw new Fault('settings', 'The folder is not there.', { side: 'This PC' })
        return backOffice
      },
    })
    const { rakuten, sync, order, pc } = corridor
    const id = rakuten.world.buy({ items: [mug] })
    await sync()
    isLost = true
    const other = rakuten.world.buy({ items: [mug] })
    for (const { itemId } of order(id).items) rakuten.world.shipOnSite(itemId)
    corridor.clock.advance(1_800_000)
    corridor.repositories.records.scope('corridor:1').save('read-back-asked-for', true)

    const report = await sync()

    expect(report.connections[0]?.problem).toMatchObject({ kind: 'settings', message: 'The folder is not there.' })
    expect([order(id).status, order(other).status]).toEqual(['shipped', 'imported'])
    expect([pc.orders.list('all').length, told(corridor).length]).toEqual([1, 1])
  })
})
