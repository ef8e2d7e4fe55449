import { describe, expect, it } from 'vitest'
import type { BackOffice } from '../../../src/main/connectors/sockets/back-office.ts'
import { callsOf, colissimo, fix, itemsOf, messagesOf, onePlaced, otherNumber } from './an-open-corridor.ts'

describe('an order of which a part has left', () => {
  it('is asked about when the shop cancels it, and only what has not left is cancelled', async () => {
    let isCancelled = false
    const office = (backOffice: BackOffice): BackOffice => ({
      ...backOffice,
      readShipments: async (orders) => {
        const seen = await backOffice.readShipments(orders)
        return isCancelled
          ? new Map([...seen].map(([ref, progress]) => [ref, { ...progress, state: 'cancelled' as const }]))
          : seen
      },
    })
    const corridor = await onePlaced({ office })
    const { sync, order, problems, act, pc, id, ref } = corridor
    pc.orders.ship(ref, { ...colissimo, contents: [{ sku: 'CUP', quantity: 1 }] })
    await sync()
    isCancelled = true
    await sync()
    expect([order(id).status, problems(id), callsOf(corridor, 'cancelitem')]).toEqual(['placed', ['cancellation'], []])
    expect(messagesOf(corridor, id)[0]).toContain('a part of it has left')

    await act(id, fix('cancel'))

    expect(itemsOf(corridor).map(({ sku, state, shipped }) => [sku, state, shipped])).toEqual([
      ['MUG', 'cancelled', false],
      ['MUG', 'cancelled', false],
      ['CUP', 'accepted', true],
    ])
    expect(order(id).status).toBe('shipped')
  })

  it('is shipped once the rest of it was cancelled at Rakuten', async () => {
    const corridor = await onePlaced()
    const { rakuten, sync, pass, order, problems, pc, id, ref, itemIds } = corridor
    pc.orders.ship(ref, { ...colissimo, contents: [{ sku: 'MUG', quantity: 2 }] })
    await sync()
    rakuten.world.cancelByBuyer(id, itemIds[2])

    await pass(30)

    expect([order(id).status, problems(id)]).toEqual(['shipped', []])
  })

  it('is a late cancellation when it is the part that has left', async () => {
    const corridor = await onePlaced()
    const { rakuten, sync, pass, order, problems, pc, id, ref, itemIds } = corridor
    pc.orders.ship(ref, { ...colissimo, contents: [{ sku: 'CUP', quantity: 1 }] })
    await sync()
    rakuten.world.cancelByRakuten(id, itemIds[2])

    await pass(30)
    expect([order(id).status, problems(id)]).toEqual(['placed', ['cancelled-late']])
    expect(corridor.repositories.timeline.of(order(id).id).map(({ what }) => what)).not.toContain('line-shrunk')
    pc.orders.ship(ref, { carrierName: 'Colissimo', trackingNumber: otherNumber })
    await sync()

    expect(order(id).status).toBe('shipped')
  })
})
