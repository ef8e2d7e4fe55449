import { describe, expect, it } from 'vitest'
import { Fault } from '../../../src/main/domain/fault.ts'
import { aCorridor, type CorridorOptions } from '../../helpers/a-corridor.ts'
import { aProduct } from '../connectors/this-pc/a-shelf.ts'

const mug = { sku: 'MUG', priceCents: 1490 }
const cup = { sku: 'CUP', priceCents: 900 }

const withStock = async (stock: Readonly<Record<string, number>>, options: CorridorOptions = {}) => {
  const corridor = await aCorridor(options)
  for (const [sku, units] of Object.entries(stock)) corridor.pc.products.save(aProduct({ sku, stock: units }), null)
  return corridor
}

describe('accepting', () => {
  it('asks nothing of Rakuten for an order whose SKU the back office does not know, and names the SKU', async () => {
    const { rakuten, sync, order, problems, repositories } = await withStock({})
    const id = rakuten.world.buy({ items: [mug] })

    await sync()

    expect(order(id).status).toBe('imported')
    expect(problems(id)).toEqual(['sku'])
    expect(repositories.problems.all()[0]?.problem.message).toContain('SKU MUG not found in This PC')
    expect(rakuten.calls.map(({ action }) => action)).not.toContain('acceptsale')
  })

  it('goes on by itself once the SKU is there', async () => {
    const { rakuten, pc, sync, order, problems } = await withStock({})
    const id = rakuten.world.buy({ items: [mug] })
    await sync()
    pc.products.save(aProduct({ sku: 'MUG', stock: 1 }), null)

    await sync()

    expect(order(id).status).toBe('placed')
    expect(problems(id)).toEqual([])
  })

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

  it('names the SKU that several products bear, and the item that bears none', async () => {
    const { rakuten, pc, sync, order, repositories } = await withStock({}, { settings: { skuSource: 'ean' } })
    for (const sku of ['A', 'B']) pc.products.save(aProduct({ sku, ean: '3700000000017', stock: 1 }), null)
    const twice = rakuten.world.buy({ items: [{ sku: '3700000000017', priceCents: 900 }] })
    const none = rakuten.world.buy({ items: [{ sku: '', priceCents: 900, title: 'Tasse sans nom' }] })

    await sync()

    const messages = [twice, none].map((id) => repositories.problems.of({ orderId: order(id).id })[0]?.message)
    expect(messages).toEqual([
      'SKU 3700000000017 stands for several products in This PC. The order is held; nothing was accepted.',
      '"Tasse sans nom" has no SKU at Rakuten, so it cannot be found in This PC. The order is held; nothing was accepted.',
    ])
  })

  it('offers to accept a part only where there is one', async () => {
    const { rakuten, sync, order, repositories } = await withStock({ MUG: 1, CUP: 0 })
    const [some, none] = [[mug, mug], [cup]].map((items) => rakuten.world.buy({ items }))

    await sync()

    const problems = [some, none].map((id) => repositories.problems.of({ orderId: order(id ?? '').id })[0])
    expect(problems.map((problem) => [problem?.message, problem?.detail['choices']])).toEqual([
      ['1 of 2 in stock. The order is held.', ['wait', 'accept-available', 'refuse']],
      ['0 of 1 in stock. The order is held.', ['wait', 'refuse']],
    ])
  })

  it('goes on by itself once the stock is there', async () => {
    const { rakuten, pc, sync, order, problems } = await withStock({ MUG: 1 })
    const id = rakuten.world.buy({ items: [mug, mug] })
    await sync()
    pc.products.save(aProduct({ sku: 'MUG', stock: 2 }), aProduct({ sku: 'MUG', stock: 1 }))

    await sync()

    expect([order(id).status, problems(id)]).toEqual(['placed', []])
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
})
