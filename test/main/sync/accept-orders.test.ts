import { describe, expect, it } from 'vitest'
import { Fault } from '../../../src/main/domain/fault.ts'
import { isIn } from '../../../src/main/domain/order.ts'
import { acceptOrder } from '../../../src/main/sync/accept-orders.ts'
import { aCorridor, type CorridorOptions } from '../../helpers/a-corridor.ts'
import { anItem, anOrder } from '../../helpers/an-order.ts'
import { keepOrders } from '../../helpers/keep-orders.ts'
import { aProduct } from '../connectors/this-pc/a-shelf.ts'

const mug = { sku: 'MUG', priceCents: 1490 }
const cup = { sku: 'CUP', priceCents: 900 }

const withStock = async (stock: Readonly<Record<string, number>>, options: CorridorOptions = {}) => {
  const corridor = await aCorridor(options)
  for (const [sku, units] of Object.entries(stock)) corridor.pc.products.save(aProduct({ sku, stock: units }), null)
  return corridor
}

describe('accepting', () => {
  it('holds an order when there is not enough for all of it, as the connection says by default', async () => {
    const { rakuten, sync, order, problems } = await withStock({ MUG: 1 })
    const id = rakuten.world.buy({ items: [mug, mug] })

    await sync()

    expect(order(id).status).toBe('imported')
    expect(problems(id)).toEqual(['stock'])
  })

  it('accepts what is there and refuses the rest when the connection says so', async () => {
    const { rakuten, sync, order } = await withStock({ MUG: 1 }, { settings: { partialStock: 'accept-available' } })
    const id = rakuten.world.buy({ items: [mug, mug] })

    await sync()

    expect(order(id).status).toBe('placed')
    expect(order(id).items.map(({ status }) => status)).toEqual(['accepted', 'refused'])
  })

  it('holds an order of which nothing is there, whatever the connection says', async () => {
    const { rakuten, sync, order, problems } = await withStock(
      { MUG: 0 },
      { settings: { partialStock: 'accept-available' } },
    )
    const id = rakuten.world.buy({ items: [mug] })

    await sync()

    expect(order(id).status).toBe('imported')
    expect(problems(id)).toEqual(['stock'])
  })

  it('gives the last unit to the oldest order', async () => {
    const { rakuten, sync, order } = await withStock({ MUG: 1 })
    const younger = rakuten.world.buy({ items: [mug], at: '2026-01-12T08:00:00.000Z' })
    const older = rakuten.world.buy({ items: [mug], at: '2026-01-12T07:00:00.000Z' })

    await sync()

    expect([order(older).status, order(younger).status]).toEqual(['placed', 'imported'])
  })

  it('keeps the units of an older order that is held for another reason', async () => {
    const { rakuten, sync, order } = await withStock({ MUG: 1 })
    rakuten.world.buy({ items: [{ ...mug, nego: true }], at: '2026-01-12T07:00:00.000Z' })
    const younger = rakuten.world.buy({ items: [mug], at: '2026-01-12T08:00:00.000Z' })

    await sync()

    expect(order(younger).status).toBe('imported')
  })

  it('leaves a price under negotiation to the seller, and does what the seller says', async () => {
    const { rakuten, sync, order, problems, act } = await withStock({ MUG: 5 })
    const id = rakuten.world.buy({ items: [{ ...mug, nego: true, listedPriceCents: 2000 }] })
    await sync()
    expect(problems(id)).toEqual(['negotiation'])

    const result = await act(id, { action: 'fix', kind: null, choice: 'accept', inputs: {} })

    expect(result).toMatchObject({ done: true })
    expect(order(id).status).toBe('placed')
  })

  it('promises no unit twice, whatever order comes in while it promises', async () => {
    let olderIsDone: Promise<unknown> | null = null
    const corridor = await withStock(
      { MUG: 1 },
      {
        marketplace: (marketplace) => ({
          ...marketplace,
          acceptItem: async (itemId) => {
            olderIsDone ??= acceptOlder()
            return marketplace.acceptItem(itemId)
          },
        }),
      },
    )
    const acceptOlder = async () => {
      const older = anOrder({
        reference: 'older',
        purchasedAt: '2026-01-09T09:00:00.000Z',
        items: [anItem({ sku: 'MUG' })],
      })
      const [kept] = keepOrders(corridor.repositories, older)
      if (kept && isIn(kept, 'imported')) await acceptOrder(await corridor.corridor(), kept)
    }
    const id = corridor.rakuten.world.buy({ items: [mug] })

    await corridor.sync()
    await olderIsDone

    expect(corridor.order(id).status).toBe('placed')
    expect(corridor.problems('older')).toEqual(['stock'])
  })

  it('waits without a problem when the connection accepts by hand', async () => {
    const { rakuten, sync, order, problems, act } = await withStock({ MUG: 5 }, { settings: { acceptance: 'by-hand' } })
    const id = rakuten.world.buy({ items: [mug] })
    await sync()
    expect([order(id).status, problems(id)]).toEqual(['imported', []])

    await act(id, { action: 'accept' })

    expect(order(id).status).toBe('placed')
  })

  it('never accepts an item again after a crash between asking and answering', async () => {
    const { rakuten, sync, order } = await withStock({ MUG: 5, CUP: 5 })
    const id = rakuten.world.buy({ items: [mug, cup] })
    rakuten.faults.add({ kind: 'drop-after', action: 'acceptsale', times: 1 })

    await sync()
    await sync()

    expect(order(id).status).toBe('placed')
    expect(Object.values(rakuten.ledger().items).map(({ accepted }) => accepted)).toEqual([1, 1])
  })

  it('ends an order that was emptied before it could be accepted', async () => {
    const { rakuten, sync, order } = await withStock({ MUG: 5 })
    const id = rakuten.world.buy({ items: [mug] })
    rakuten.faults.add({ kind: 'buyer-cancels', action: 'acceptsale', times: 1 })

    await sync()

    expect(order(id)).toMatchObject({ status: 'cancelled', endedBy: 'rakuten' })
  })

  it('counts units accepted in part and refused in part, and ends with the cancellation of what is left', async () => {
    const { rakuten, pc, sync, order } = await withStock({ MUG: 1 }, { settings: { partialStock: 'accept-available' } })
    const id = rakuten.world.buy({ items: [mug, mug] })
    await sync()
    expect(order(id).items.map(({ status }) => status)).toEqual(['accepted', 'refused'])
    pc.orders.cancel(`RKT-${id}`)

    await sync()

    expect(order(id)).toMatchObject({ status: 'cancelled', endedBy: 'back-office' })
    expect(order(id).items.map(({ status }) => status)).toEqual(['cancelled', 'refused'])
  })

  it('takes items decided on the site as they are, and decides about the others only', async () => {
    const { rakuten, sync, order } = await withStock({ MUG: 5, CUP: 5 })
    const id = rakuten.world.buy({ items: [mug, cup, cup] })
    const [first, second] = rakuten.world.purchase(id).items.map(({ itemId }) => itemId)
    rakuten.world.acceptOnSite(first ?? '')
    rakuten.world.refuseOnSite(second ?? '')

    await sync()

    expect(order(id).items.map(({ status }) => status)).toEqual(['accepted', 'refused', 'accepted'])
    const asked = rakuten.calls.filter(({ action }) => action === 'acceptsale' || action === 'refusesale')
    expect(asked.map(({ params }) => params['itemid'])).toEqual([order(id).items[2]?.itemId])
  })

  it('accepts an order with nothing but a billing address where the label is prepaid', async () => {
    const { rakuten, sync, order } = await withStock(
      { MUG: 1 },
      { settings: { deliveryModes: { 'So Colissimo': 'home' } } },
    )
    const id = rakuten.world.buy({ items: [mug], deliveryMode: 'So Colissimo' })

    await sync()

    expect(order(id)).toMatchObject({ status: 'placed', buyer: { delivery: null } })
    expect(order(id).prepaidLabel?.trackingNumber).toMatch(/^6X/)
  })

  it('reads the contact Rakuten shows only after acceptance, and loses nothing that was known', async () => {
    const { rakuten, sync, order } = await withStock({ MUG: 1 }, { buyerInNewSales: 'without-contact' })
    const id = rakuten.world.buy({ items: [mug] })

    await sync()

    expect(order(id)).toMatchObject({
      status: 'placed',
      buyer: { email: expect.stringMatching(/@/), delivery: { city: 'Villefictive' } },
    })
  })

  it('completes what is decided already while the back office is down', async () => {
    let isDown = false
    const down = () => new Fault('unreachable', 'This PC does not answer', { side: 'This PC' })
    const { rakuten, sync, order } = await withStock(
      { MUG: 5 },
      {
        office: (backOffice) => ({
          ...backOffice,
          checkOrder: async (asked) => (isDown ? Promise.reject(down()) : backOffice.checkOrder(asked)),
        }),
      },
    )
    const decided = rakuten.world.buy({ items: [mug], at: '2026-01-12T08:00:00.000Z' })
    rakuten.faults.add({ kind: 'truncated', action: 'getbillinginformation', times: 2 })
    await sync()
    expect(order(decided).status).toBe('imported')
    isDown = true
    const older = rakuten.world.buy({ items: [mug], at: '2026-01-12T07:00:00.000Z' })

    await sync()

    expect([order(decided).status, order(older).status]).toEqual(['accepted', 'imported'])
  })

  it('sets nothing aside that was promised in part, whatever becomes of its mode', async () => {
    const { rakuten, sync, settings, order } = await withStock({ MUG: 5 })
    const id = rakuten.world.buy({ items: [mug, mug] })
    rakuten.faults.add({ kind: 'drop-before', action: 'acceptsale', at: 2 })
    await sync()
    expect(order(id).items.map(({ status }) => status)).toEqual(['accepted', 'to-decide'])
    settings({ deliveryModes: { Suivi: null } })

    await sync()

    expect(order(id)).toMatchObject({ status: 'placed', methodId: null })
  })
})
