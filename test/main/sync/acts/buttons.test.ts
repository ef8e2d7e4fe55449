import { describe, expect, it } from 'vitest'
import { Fault } from '../../../../src/main/domain/fault.ts'
import { itemsOf, mug, open } from '../an-open-corridor.ts'

describe('the seller refuses', () => {
  it('and a call fails half-way: the rest is refused in the next cycle, and never accepted', async () => {
    const corridor = await open({ settings: { acceptance: 'by-hand' } })
    const { rakuten, sync, settings, order, act } = corridor
    const id = rakuten.world.buy({ items: [mug, mug] })
    await sync()
    rakuten.faults.add({ kind: 'drop-before', action: 'refusesale', at: 2 })
    const result = await act(id, { action: 'refuse' })
    expect([result.done, order(id).status]).toEqual([false, 'imported'])
    settings({ acceptance: 'automatic' })

    await sync()

    expect(order(id)).toMatchObject({ status: 'refused', endedBy: 'seller' })
    expect(itemsOf(corridor).map(({ acceptCalls }) => acceptCalls)).toEqual([0, 0])
  })
})

describe('the seller cancels', () => {
  const acceptedHere = async () => {
    let isOpen = false
    const corridor = await open({
      office: (backOffice) => ({
        ...backOffice,
        placeOrder: async (asked) => {
          if (!isOpen) throw new Fault('unreachable', 'No answer', { side: 'This PC' })
          return backOffice.placeOrder(asked)
        },
      }),
    })
    const id = corridor.rakuten.world.buy({ items: [mug, mug] })
    await corridor.sync()
    expect(corridor.order(id).status).toBe('accepted')
    isOpen = true
    return { ...corridor, id }
  }

  it('an accepted order: it ends as the seller’s doing', async () => {
    const { act, order, id } = await acceptedHere()

    await act(id, { action: 'cancel' })

    expect(order(id)).toMatchObject({ status: 'cancelled', endedBy: 'seller' })
  })

  it('and a call fails half-way: the rest is cancelled in the next cycle, and never placed', async () => {
    const corridor = await acceptedHere()
    const { rakuten, act, sync, order, pc, id } = corridor
    rakuten.faults.add({ kind: 'drop-before', action: 'cancelitem', at: 2 })
    const result = await act(id, { action: 'cancel' })
    expect([result.done, order(id).status]).toEqual([false, 'accepted'])

    await sync()

    expect(order(id)).toMatchObject({ status: 'cancelled', endedBy: 'seller' })
    expect(pc.orders.list('all')).toEqual([])
  })

  it('a placed order: the back office first, and what it will not give up is not cancelled at Rakuten', async () => {
    const corridor = await open({
      office: (backOffice) => ({ ...backOffice, cancelOrder: async () => ({ declined: 'it is packed' }) }),
    })
    const id = corridor.rakuten.world.buy({ items: [mug] })
    await corridor.sync()

    const result = await corridor.act(id, { action: 'cancel' })

    expect(result).toMatchObject({ done: false, message: 'Not cancelled: This PC says "it is packed".' })
    expect(itemsOf(corridor).map(({ cancelCalls }) => cancelCalls)).toEqual([0])
  })

  it('a placed order, and Rakuten does not answer: it goes on without asking again, even where cancellations are confirmed', async () => {
    const corridor = await open({ settings: { cancelAtRakuten: 'confirm' } })
    const { rakuten, sync, act, order, problems } = corridor
    const id = rakuten.world.buy({ items: [mug] })
    await sync()
    rakuten.faults.add({ kind: 'outage', action: 'cancelitem' })
    await act(id, { action: 'cancel' })
    expect(order(id).status).toBe('placed')

    await sync()

    expect([order(id).status, problems(id)]).toEqual(['cancelled', []])
  })
})
