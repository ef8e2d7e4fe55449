import { describe, expect, it } from 'vitest'
import type { BackOffice } from '../../../src/main/connectors/sockets/back-office.ts'
import { Fault } from '../../../src/main/domain/fault.ts'
import { aCorridor, type CorridorOptions, type TestCorridor } from '../../helpers/a-corridor.ts'
import { aProduct } from '../connectors/this-pc/a-shelf.ts'

const mug = { sku: 'MUG', priceCents: 1490 }
const cup = { sku: 'CUP', priceCents: 900 }
const colissimo = { carrierName: 'Colissimo', trackingNumber: '6A62957360897', trackingUrl: null }

const open = async (options: CorridorOptions = {}) => {
  const corridor = await aCorridor(options)
  for (const sku of ['MUG', 'CUP']) corridor.pc.products.save(aProduct({ sku, stock: 20 }), null)
  return corridor
}

/** An order that stands in the back office. */
const placed = async (corridor: TestCorridor, deliveryMode = 'Suivi') => {
  const id = corridor.rakuten.world.buy({ items: [mug, mug, cup], deliveryMode })
  await corridor.sync()
  expect(corridor.order(id).status).toBe('placed')
  return { id, ref: `RKT-${id}`, itemIds: corridor.order(id).items.map(({ itemId }) => itemId) }
}
const itemsOf = ({ rakuten }: TestCorridor) => Object.values(rakuten.ledger().items)

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
