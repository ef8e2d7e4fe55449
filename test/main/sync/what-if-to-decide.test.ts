import { describe, expect, it } from 'vitest'
import type { BackOffice } from '../../../src/main/connectors/sockets/back-office.ts'
import { Fault } from '../../../src/main/domain/fault.ts'
import { cup, itemsOf, mug, open } from './an-open-corridor.ts'

describe('what if, while an order is imported,', () => {
  it('part of it was accepted and the seller cancels: accepted items are cancelled, undecided ones refused', async () => {
    const corridor = await open({ settings: { acceptance: 'by-hand' } })
    const { rakuten, sync, order, act } = corridor
    const id = rakuten.world.buy({ items: [mug, cup] })
    await sync()
    rakuten.world.acceptOnSite(order(id).items[0]?.itemId ?? '')
    await sync()

    const result = await act(id, { action: 'cancel' })

    expect(result.done).toBe(true)
    expect(order(id)).toMatchObject({ status: 'cancelled', endedBy: 'seller' })
    expect(itemsOf(corridor).map(({ state, cancelCalls, refuseCalls }) => [state, cancelCalls, refuseCalls])).toEqual([
      ['cancelled', 1, 0],
      ['refused', 0, 1],
    ])
  })

  it('Rakuten says CAPTURED though we never asked: it is looked up, and the seller is asked before it is placed', async () => {
    const corridor = await open({ settings: { acceptance: 'by-hand' } })
    const { rakuten, sync, order, problems, act, pc } = corridor
    const id = rakuten.world.buy({ items: [mug] })
    await sync()
    rakuten.world.acceptOnSite(order(id).items[0]?.itemId ?? '')

    await act(id, { action: 'accept' })
    expect([order(id).status, problems(id)]).toEqual(['accepted', ['accepted-elsewhere']])
    expect(pc.orders.list('all')).toEqual([])

    await act(id, { action: 'fix', kind: null, choice: 'place', inputs: {} })
    expect(order(id).status).toBe('placed')
  })

  it('costs or contact cannot be read: it stays, completion resumes, and it is never accepted again', async () => {
    const corridor = await open()
    const { rakuten, sync, order } = corridor
    const id = rakuten.world.buy({ items: [mug] })
    rakuten.faults.add({ kind: 'truncated', action: 'getbillinginformation', times: 2 })

    await sync()
    expect(order(id).status).toBe('imported')
    await sync()

    expect(order(id).status).toBe('placed')
    expect(itemsOf(corridor).map(({ acceptCalls }) => acceptCalls)).toEqual([1])
  })

  it('it is a preorder: accepted by hand, confirmed by button, placed once Rakuten shows it accepted', async () => {
    const corridor = await open()
    const { rakuten, sync, order, problems, act, pass } = corridor
    rakuten.world.setInventory([{ sku: 'MUG', priceCents: 1490, stock: 5, title: 'Mug' }])
    const id = rakuten.world.buy({ items: [{ ...mug, preorder: true }] })
    await sync()
    expect(problems(id)).toEqual(['preorder'])

    await act(id, { action: 'fix', kind: null, choice: 'accept', inputs: {} })
    expect(order(id).status).toBe('imported')
    const confirmed = await act(id, { action: 'fix', kind: null, choice: 'confirm', inputs: {} })
    expect(confirmed.done).toBe(true)
    await pass(35)

    expect(order(id).status).toBe('placed')
  })
})

describe('what if, while an order is accepted,', () => {
  it('all of it is cancelled while its creation is in doubt: what the look-up finds is cancelled', async () => {
    let drops = 1
    const office = (backOffice: BackOffice): BackOffice => ({
      ...backOffice,
      async placeOrder(order) {
        const result = await backOffice.placeOrder(order)
        if (drops-- > 0) throw new Fault('unreachable', 'No answer', { side: 'This PC', outcome: 'unknown' })
        return result
      },
      // Down for the rest of that cycle and the next.
    })
    const corridor = await open({ office })
    const { rakuten, sync, order, pass, pc } = corridor
    const id = rakuten.world.buy({ items: [mug] })
    await sync()
    expect(order(id).status).toBe('accepted')
    rakuten.world.cancelByRakuten(id)
    corridor.repositories.orders.save({
      ...order(id),
      items: order(id).items.map((item) => ({ ...item, status: 'cancelled' as const })),
    })

    await pass(10)

    expect(order(id).status).toBe('cancelled')
    expect(pc.orders.get(`RKT-${id}`)?.state).toBe('cancelled')
  })
})
