import { describe, expect, it } from 'vitest'
import type { OfficeState } from '../../../../src/main/connectors/sockets/back-office.ts'
import { Fault } from '../../../../src/main/domain/fault.ts'
import type { TestCorridor } from '../../../helpers/a-corridor.ts'
import { callsOf, colissimo, fix, mug, onePlaced, open } from '../an-open-corridor.ts'

const manual = { action: 'manual' } as const
const resume = { action: 'resume' } as const

const taken = async (corridor: TestCorridor, id: string): Promise<void> => {
  const result = await corridor.act(id, manual)
  expect([result.done, corridor.order(id).status, corridor.problems(id)]).toEqual([true, 'manual', []])
}

describe('an order the seller hands back', () => {
  it('before it was decided, is decided as any other', async () => {
    const corridor = await open({ settings: { acceptance: 'by-hand' } })
    const { rakuten, sync, order, act, settings } = corridor
    const id = rakuten.world.buy({ items: [mug] })
    await sync()
    await taken(corridor, id)
    settings({ acceptance: 'automatic' })

    await act(id, resume)

    expect(order(id).status).toBe('placed')
  })

  it('with a problem that still stands, has it again', async () => {
    const corridor = await open()
    const { rakuten, sync, order, problems, act } = corridor
    const id = rakuten.world.buy({ items: [{ sku: 'PLATE', priceCents: 1000 }] })
    await sync()
    await taken(corridor, id)

    const result = await act(id, resume)

    expect([result.done, order(id).status, problems(id)]).toEqual([false, 'imported', ['sku']])
  })

  it('with a value we do not know, is held by it and not accepted', async () => {
    const corridor = await open()
    const { rakuten, sync, order, problems, act } = corridor
    const id = rakuten.world.buy({ items: [mug], currency: 'XTS' })
    await sync()
    await taken(corridor, id)

    await act(id, resume)

    expect([order(id).status, problems(id), callsOf(corridor, 'acceptsale')]).toEqual([
      'imported',
      ['unknown-value'],
      [],
    ])
  })

  it('that the seller accepted on the site meanwhile, asks before it is placed', async () => {
    const corridor = await open({ settings: { acceptance: 'by-hand' } })
    const { rakuten, sync, order, problems, act } = corridor
    const id = rakuten.world.buy({ items: [mug] })
    await sync()
    await taken(corridor, id)
    rakuten.world.acceptOnSite(order(id).items[0]?.itemId ?? '')

    await act(id, resume)

    expect([order(id).status, problems(id)]).toEqual(['accepted', ['accepted-elsewhere']])
  })

  it('after it was placed, stands where the back office has it', async () => {
    const corridor = await onePlaced()
    await taken(corridor, corridor.id)

    await corridor.act(corridor.id, resume)

    expect(corridor.order(corridor.id)).toMatchObject({
      status: 'placed',
      backOfficeRef: corridor.ref,
      manualSince: null,
    })
    expect(corridor.pc.orders.list('all')).toHaveLength(1)
  })

  it('while it waited for a code, waits again', async () => {
    const corridor = await onePlaced()
    const { sync, act, order, pc, id, ref } = corridor
    pc.orders.ship(ref, {})
    await sync()
    await taken(corridor, id)

    await act(id, resume)

    expect(order(id).status).toBe('waiting')
  })

  it('after its parcel left, is told about', async () => {
    const corridor = await onePlaced()
    const { sync, act, order, pc, id, ref } = corridor
    pc.orders.ship(ref, { carrierName: 'Coursier du Lac', trackingNumber: 'LAC-00042' })
    await sync()
    await taken(corridor, id)

    await act(id, resume)

    expect([order(id).status, corridor.problems(id)]).toEqual(['dispatched', ['carrier']])
  })

  it('that was shipped on the site meanwhile, is shipped', async () => {
    const corridor = await onePlaced()
    const { rakuten, act, order, id, itemIds } = corridor
    await taken(corridor, id)
    for (const itemId of itemIds) rakuten.world.shipOnSite(itemId)

    await act(id, resume)

    expect(order(id)).toMatchObject({ status: 'shipped', shippedBy: 'elsewhere' })
  })

  it('that was cancelled at Rakuten meanwhile, is cancelled', async () => {
    const corridor = await onePlaced()
    await taken(corridor, corridor.id)
    corridor.rakuten.world.cancelByBuyer(corridor.id)

    await corridor.act(corridor.id, resume)

    expect(corridor.order(corridor.id).status).toBe('cancelled')
  })

  it('under claim, has its claim again and is frozen', async () => {
    const corridor = await onePlaced()
    const { rakuten, act, order, problems, pass, pc, id, ref, itemIds } = corridor
    await taken(corridor, id)
    rakuten.world.openClaim(itemIds[0] ?? '', 'Cassé')
    pc.orders.ship(ref, colissimo)
    await act(id, resume)

    await pass(60)

    expect([order(id).status, problems(id)]).toEqual(['dispatched', ['claim']])
    expect(callsOf(corridor, 'importitemshippingstatus')).toEqual([])
  })

  it('is put aside again when what kept it out still does, though it was accepted on the site', async () => {
    const corridor = await open()
    const { rakuten, sync, order, act } = corridor
    const id = rakuten.world.buy({ items: [mug], deliveryMode: 'Retrait chez le vendeur' })
    await sync()
    await taken(corridor, id)
    rakuten.world.acceptOnSite(order(id).items[0]?.itemId ?? '')

    await act(id, resume)

    expect(order(id)).toMatchObject({ status: 'skipped', skippedReason: 'in-store-pickup' })
    expect(corridor.pc.orders.list('all')).toEqual([])
  })

  it('for a mode nobody mapped, asks for the mapping again', async () => {
    const corridor = await open({ customModes: [{ alias: 'LOCKER', label: 'Livraison en casier' }] })
    const { rakuten, sync, order, problems, act } = corridor
    const id = rakuten.world.buy({ items: [mug], deliveryMode: 'Livraison en casier' })
    await sync()
    await taken(corridor, id)

    await act(id, resume)

    expect([order(id).status, problems(id)]).toEqual(['skipped', ['delivery-mode']])
  })

  for (const [state, kind] of [
    ['gone', 'gone'],
    ['cancelled', 'cancellation'],
  ] as const)
    it(`that is ${state} in the back office is a question, and is neither placed again nor cancelled alone`, async () => {
      let said: OfficeState | null = null
      const corridor = await onePlaced({
        office: (backOffice) => ({
          ...backOffice,
          readShipments: async (orders) =>
            said === null
              ? backOffice.readShipments(orders)
              : new Map(
                  orders.map(({ backOfficeRef }) => [
                    backOfficeRef,
                    { state: said ?? 'open', parcels: [], lines: null },
                  ]),
                ),
        }),
      })
      await taken(corridor, corridor.id)
      said = state

      await corridor.act(corridor.id, resume)
      await corridor.pass(15)

      expect([corridor.order(corridor.id).status, corridor.problems(corridor.id)]).toEqual(['placed', [kind]])
      expect(callsOf(corridor, 'cancelitem')).toEqual([])
      expect(corridor.pc.orders.list('all')).toHaveLength(1)
    })

  it('whose half-made order the seller had cancelled there, and the answer was lost, is a question all the same', async () => {
    const corridor = await onePlaced({
      office: (backOffice) => ({
        ...backOffice,
        placeOrder: async (asked) => ({ ...(await backOffice.placeOrder(asked)), totalCents: 1 }),
        cancelOrder: async (...asked) => {
          await backOffice.cancelOrder(...asked)
          throw new Fault('unreachable', 'No answer', { side: 'This PC', outcome: 'unknown' })
        },
      }),
    })
    const { act, sync, order, problems, id } = corridor
    await act(id, fix('cancel-there'))
    expect(order(id).status).toBe('manual')

    await act(id, resume)
    await sync()

    expect([order(id).status, problems(id), callsOf(corridor, 'cancelitem')]).toEqual(['placed', ['cancellation'], []])
  })

  it('is asked anew what was answered before it was taken', async () => {
    const corridor = await onePlaced({ settings: { cancelAtRakuten: 'confirm' } })
    const { sync, act, order, problems, pc, id, ref } = corridor
    pc.orders.cancel(ref)
    await sync()
    await act(id, fix('leave'))
    expect(order(id)).toMatchObject({ status: 'manual', decisions: { cancellation: 'declined' } })

    await act(id, resume)

    expect([order(id).status, order(id).decisions, problems(id)]).toEqual(['placed', {}, ['cancellation']])
  })

  it('stays with the seller when Rakuten does not answer', async () => {
    const corridor = await onePlaced()
    await taken(corridor, corridor.id)
    corridor.rakuten.faults.add({ kind: 'outage', times: 'always' })

    const result = await corridor.act(corridor.id, resume)

    expect([result.done, corridor.order(corridor.id).status]).toEqual([false, 'manual'])
  })
})
