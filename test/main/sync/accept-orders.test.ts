import { describe, expect, it } from 'vitest'
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
})
