import { describe, expect, it } from 'vitest'
import type { BackOffice } from '../../../src/main/connectors/sockets/back-office.ts'
import type { CorridorOptions } from '../../helpers/a-corridor.ts'
import { callsOf, fix, itemsOf, messagesOf, mug, onePlaced, open, withVerbs } from './an-open-corridor.ts'

/** So many orders of one mug each, placed, and cancelled in the back office. */
const cancelledThere = async (count: number, options: CorridorOptions = {}) => {
  const corridor = await open(options)
  const ids = Array.from({ length: count }, () => corridor.rakuten.world.buy({ items: [mug] }))
  await corridor.sync()
  for (const id of ids) corridor.pc.orders.cancel(`RKT-${id}`)
  const statuses = () => ids.map((id) => corridor.order(id).status)
  return { ...corridor, ids, statuses, asked: () => ids.filter((id) => corridor.problems(id).includes('cancellation')) }
}

describe('an order cancelled in the back office', () => {
  it('is cancelled at Rakuten, item by item, with the comment of the connection', async () => {
    const corridor = await onePlaced({ settings: { cancelComment: 'Rupture de stock.' } })
    corridor.pc.orders.cancel(corridor.ref)

    await corridor.sync()

    expect(corridor.order(corridor.id)).toMatchObject({ status: 'cancelled', endedBy: 'back-office' })
    expect(itemsOf(corridor).map(({ cancelCalls, cancelComment }) => [cancelCalls, cancelComment])).toEqual(
      Array.from({ length: 3 }, () => [1, 'Rupture de stock.']),
    )
  })

  it('is read again just before: one that came back to life meanwhile is left alone', async () => {
    let reads = 0
    const office = (backOffice: BackOffice): BackOffice => ({
      ...backOffice,
      readShipments: async (orders) => {
        reads += 1
        const state = reads === 2 ? 'cancelled' : 'open'
        return new Map(orders.map(({ backOfficeRef }) => [backOfficeRef, { state, parcels: [], lines: null }]))
      },
    })
    const corridor = await onePlaced({ office })

    await corridor.sync()

    expect([reads, corridor.order(corridor.id).status]).toEqual([3, 'placed'])
    expect(callsOf(corridor, 'cancelitem')).toEqual([])
  })

  it('is asked about first where the connection says so, and cancelled on the seller’s word', async () => {
    const corridor = await onePlaced({ settings: { cancelAtRakuten: 'confirm' } })
    const { sync, order, problems, act, id, pc, ref } = corridor
    pc.orders.cancel(ref)
    await sync()
    await sync()
    expect([order(id).status, problems(id), callsOf(corridor, 'cancelitem')]).toEqual(['placed', ['cancellation'], []])

    const result = await act(id, fix('cancel'))

    expect([result.done, order(id).status, order(id).endedBy]).toEqual([true, 'cancelled', 'seller'])
  })

  it('that the seller leaves is the seller’s own from then on', async () => {
    const corridor = await onePlaced({ settings: { cancelAtRakuten: 'confirm' } })
    const { sync, order, problems, act, id, pc, ref } = corridor
    pc.orders.cancel(ref)
    await sync()

    await act(id, fix('leave'))
    await sync()

    expect([order(id).status, problems(id), callsOf(corridor, 'cancelitem')]).toEqual(['manual', [], []])
  })

  it('is no question any more once the shop opened it again', async () => {
    let isCancelled = true
    const state = () => (isCancelled ? 'cancelled' : 'open')
    const corridor = await onePlaced({
      settings: { cancelAtRakuten: 'confirm' },
      office: withVerbs({
        readShipments: async (orders) =>
          new Map(orders.map(({ backOfficeRef }) => [backOfficeRef, { state: state(), parcels: [], lines: null }])),
      }),
    })
    await corridor.sync()
    expect(corridor.problems(corridor.id)).toEqual(['cancellation'])
    isCancelled = false

    await corridor.sync()

    expect([corridor.order(corridor.id).status, corridor.problems(corridor.id)]).toEqual(['placed', []])
  })

  it('waits while the buyer has a claim open', async () => {
    const corridor = await onePlaced()
    const { rakuten, sync, pass, order, pc, id, ref, itemIds } = corridor
    rakuten.world.openClaim(itemIds[0] ?? '', 'Rien reçu')
    await pass(60)
    pc.orders.cancel(ref)
    await sync()
    expect(callsOf(corridor, 'cancelitem')).toEqual([])

    rakuten.world.closeClaim(itemIds[0] ?? '')
    await pass(35)

    expect(order(id).status).toBe('cancelled')
  })

  it('is gone on with after a call that failed half-way', async () => {
    const corridor = await onePlaced()
    const { rakuten, sync, order, pc, id, ref } = corridor
    pc.orders.cancel(ref)
    rakuten.faults.add({ kind: 'outage', action: 'cancelitem', at: 2 })
    await sync()
    expect(order(id).status).toBe('placed')

    await sync()

    expect(order(id)).toMatchObject({ status: 'cancelled', endedBy: 'back-office' })
  })

  it('that Rakuten will not cancel says so, is not asked for again alone, and is on the seller’s word', async () => {
    let isDeclined = true
    const corridor = await onePlaced({
      marketplace: (marketplace) => ({
        ...marketplace,
        cancelItem: async (itemId, comment) =>
          isDeclined ? { declined: 'This item cannot be cancelled' } : marketplace.cancelItem(itemId, comment),
      }),
    })
    const { sync, order, problems, act, id, pc, ref } = corridor
    pc.orders.cancel(ref)
    await sync()
    await sync()
    expect([order(id).status, problems(id)]).toEqual(['placed', ['refused']])
    expect(messagesOf(corridor, id)[0]).toContain('"This item cannot be cancelled"')
    isDeclined = false

    const result = await act(id, { action: 'retry' })

    expect([result.done, order(id).status, problems(id)]).toEqual([true, 'cancelled', []])
  })
})

describe('more than three orders cancelled in one cycle', () => {
  it('are all asked about first', async () => {
    const corridor = await cancelledThere(4)

    await corridor.sync()

    expect([corridor.asked().length, callsOf(corridor, 'cancelitem')]).toEqual([4, []])
  })

  it('stay a question each, however many of them the seller has answered', async () => {
    const corridor = await cancelledThere(4)
    const { sync, act, ids, statuses } = corridor
    await sync()
    await act(ids[0] ?? '', fix('cancel'))
    await act(ids[1] ?? '', fix('cancel'))

    await sync()
    await sync()

    expect(statuses()).toEqual(['cancelled', 'cancelled', 'placed', 'placed'])
    expect(corridor.asked()).toEqual(ids.slice(2))
  })

  it('are not three today beside the three of yesterday', async () => {
    const corridor = await cancelledThere(3)
    await corridor.sync()
    expect(corridor.statuses()).toEqual(['cancelled', 'cancelled', 'cancelled'])
    const another = corridor.rakuten.world.buy({ items: [mug] })
    await corridor.sync()
    corridor.pc.orders.cancel(`RKT-${another}`)

    await corridor.sync()

    expect([corridor.order(another).status, corridor.problems(another)]).toEqual(['cancelled', []])
  })
})
