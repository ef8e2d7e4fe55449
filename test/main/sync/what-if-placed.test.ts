import { describe, expect, it } from 'vitest'
import type { BackOffice } from '../../../src/main/connectors/sockets/back-office.ts'
import { Fault } from '../../../src/main/domain/fault.ts'
import { colissimo, itemsOf, open, placed } from './an-open-corridor.ts'

describe('what if, while an order is placed or waiting,', () => {
  it('one item is cancelled at Rakuten: the line shrinks and the rest goes on', async () => {
    const corridor = await open()
    const { rakuten, pass, order, pc } = corridor
    const { id, ref, itemIds } = await placed(corridor)
    rakuten.world.cancelByBuyer(id, itemIds[0])

    await pass(30)

    expect(order(id).status).toBe('placed')
    expect(pc.orders.get(ref)?.lines.map(({ sku, quantity }) => [sku, quantity])).toEqual([
      ['MUG', 1],
      ['CUP', 1],
    ])
  })

  it('one item is cancelled and the shop cannot shrink: somebody is told what not to ship, once', async () => {
    const office = (backOffice: BackOffice): BackOffice => ({ ...backOffice, keepUnits: async () => 'cannot' })
    const corridor = await open({ office })
    const { rakuten, pass, order, problems, act, repositories } = corridor
    const { id, itemIds } = await placed(corridor)
    rakuten.world.cancelByBuyer(id, itemIds[0])

    await pass(30)
    expect(problems(id)).toEqual(['partial'])
    expect(repositories.problems.of({ orderId: order(id).id })[0]?.message).toContain('Do not ship 1 × MUG')
    await act(id, { action: 'fix', kind: null, choice: 'acknowledge', inputs: {} })
    await pass(30)

    expect([order(id).status, problems(id)]).toEqual(['placed', []])
  })

  it('all of it is cancelled at Rakuten: it is cancelled in the back office', async () => {
    const corridor = await open()
    const { rakuten, pass, order, pc } = corridor
    const { id, ref } = await placed(corridor)
    rakuten.world.cancelByBuyer(id)

    await pass(30)

    expect(order(id)).toMatchObject({ status: 'cancelled', endedBy: 'rakuten' })
    expect(pc.orders.get(ref)?.state).toBe('cancelled')
  })

  it('a line was removed in the shop: asked, then exactly those items are cancelled', async () => {
    const corridor = await open()
    const { sync, order, problems, act, pc } = corridor
    const { id, ref } = await placed(corridor)
    pc.orders.removeUnits(ref, [{ sku: 'CUP', quantity: 1 }])

    await sync()
    expect(problems(id)).toEqual(['partial'])
    expect(itemsOf(corridor).some(({ cancelCalls }) => cancelCalls > 0)).toBe(false)
    await act(id, { action: 'fix', kind: null, choice: 'cancel-items', inputs: {} })
    await sync()

    expect(itemsOf(corridor).map(({ sku, state }) => [sku, state])).toEqual([
      ['MUG', 'accepted'],
      ['MUG', 'accepted'],
      ['CUP', 'cancelled'],
    ])
    expect([order(id).status, problems(id)]).toEqual(['placed', []])
  })

  it("the shop refuses our cancellation: a problem, and it goes on only on the seller's word", async () => {
    const office = (backOffice: BackOffice): BackOffice => ({
      ...backOffice,
      cancelOrder: async () => ({ declined: 'it is packed' }),
    })
    const corridor = await open({ office })
    const { rakuten, pass, order, problems, act } = corridor
    const { id } = await placed(corridor)
    rakuten.world.cancelByBuyer(id)

    await pass(40)
    expect([order(id).status, problems(id)]).toEqual(['placed', ['cancelled-late']])
    await act(id, { action: 'fix', kind: null, choice: 'acknowledge', inputs: {} })

    expect([order(id).status, problems(id)]).toEqual(['cancelled', []])
  })

  it('the seller cancels and the answer of the shop is lost: what was begun is finished, and nobody is asked again', async () => {
    const office = (backOffice: BackOffice): BackOffice => ({
      ...backOffice,
      async cancelOrder(...given) {
        await backOffice.cancelOrder(...given)
        throw new Fault('unreachable', 'No answer came', { side: 'This PC', outcome: 'unknown' })
      },
    })
    const corridor = await open({ office, settings: { cancelAtRakuten: 'confirm' } })
    const { sync, order, problems, act, repositories } = corridor
    const { id } = await placed(corridor)

    const { done } = await act(id, { action: 'cancel' })
    await sync()

    expect(done).toBe(false)
    expect(order(id)).toMatchObject({ status: 'cancelled', endedBy: 'seller' })
    expect(itemsOf(corridor).map(({ cancelCalls }) => cancelCalls)).toEqual([1, 1, 1])
    expect([problems(id), repositories.intents.unsettled(order(id).connectionId)]).toEqual([[], []])
  })

  it("the shop's order is gone: a problem, never a cancellation by itself", async () => {
    const corridor = await open()
    const { pass, order, problems, act, pc } = corridor
    const { id, ref } = await placed(corridor)
    pc.orders.remove(ref)

    await pass(30)
    expect([order(id).status, problems(id)]).toEqual(['placed', ['gone']])
    expect(itemsOf(corridor).some(({ cancelCalls }) => cancelCalls > 0)).toBe(false)
    await act(id, { action: 'fix', kind: null, choice: 'place-again', inputs: {} })

    expect([order(id).status, problems(id)]).toEqual(['placed', []])
    expect(pc.orders.get(ref)?.state).toBe('open')
  })

  it("it is shipped by hand on Rakuten's site: shipped elsewhere, and our tracking is shown, not sent", async () => {
    const corridor = await open()
    const { rakuten, pass, order, pc } = corridor
    const { id, ref, itemIds } = await placed(corridor)
    for (const itemId of itemIds) rakuten.world.shipOnSite(itemId, { transporter: 'DHL', trackingNumber: '1' })

    await pass(30)
    expect(order(id)).toMatchObject({ status: 'shipped', shippedBy: 'elsewhere' })
    pc.orders.ship(ref, colissimo)
    await pass(10)

    expect(rakuten.calls.map(({ action }) => action)).not.toContain('importitemshippingstatus')
    expect(corridor.repositories.shipments.of(order(id).id)).toMatchObject([
      { state: 'known', tracking: { trackingNumber: '6A62957360897' } },
    ])
  })

  it('part of the lines is shipped: their tracking is sent, and the order stays open for the rest', async () => {
    const corridor = await open()
    const { sync, order, pc } = corridor
    const { id, ref } = await placed(corridor)
    pc.orders.ship(ref, { ...colissimo, contents: [{ sku: 'MUG', quantity: 1 }] })

    await sync()
    expect(order(id).status).toBe('placed')
    expect(itemsOf(corridor).map(({ shipped }) => shipped)).toEqual([true, false, false])
    pc.orders.ship(ref, { carrierName: 'Colissimo', trackingNumber: '6A61031888418' })
    await sync()

    expect(order(id).status).toBe('shipped')
    expect(itemsOf(corridor).map(({ shipments }) => shipments.map(({ trackingNumber }) => trackingNumber))).toEqual([
      ['6A62957360897'],
      ['6A61031888418'],
      ['6A61031888418'],
    ])
  })

  it('a completion is undone in the shop: back to placed, the countdown forgotten', async () => {
    const corridor = await open()
    const { sync, pass, order, problems, pc } = corridor
    const { id, ref } = await placed(corridor)
    pc.orders.ship(ref, {})
    await pass(190)
    expect([order(id).status, problems(id)]).toEqual(['waiting', ['tracking-required']])
    pc.orders.reopen(ref)

    await sync()

    expect(order(id)).toMatchObject({ status: 'placed', completedAt: null })
    expect(problems(id)).toEqual([])
  })

  it('the buyer opens a claim: nothing is sent until the item is accepted again', async () => {
    const corridor = await open()
    const { rakuten, pass, order, problems, pc } = corridor
    const { id, ref, itemIds } = await placed(corridor)
    rakuten.world.openClaim(itemIds[0] ?? '', 'Rien reçu')
    await pass(60)
    expect(problems(id)).toEqual(['claim'])
    pc.orders.ship(ref, colissimo)
    await pass(30)
    expect(itemsOf(corridor).some(({ shipped }) => shipped)).toBe(false)

    rakuten.world.closeClaim(itemIds[0] ?? '')
    await pass(60)

    expect([order(id).status, problems(id)]).toEqual(['shipped', []])
  })
})
