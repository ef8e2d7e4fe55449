import { describe, expect, it } from 'vitest'
import { aCorridor, type CorridorOptions } from '../../helpers/a-corridor.ts'
import { aProduct } from '../connectors/this-pc/a-shelf.ts'
import { cup, mug } from './an-open-corridor.ts'

const withStock = async (stock: Readonly<Record<string, number>>, options: CorridorOptions = {}) => {
  const corridor = await aCorridor(options)
  for (const [sku, units] of Object.entries(stock)) corridor.pc.products.save(aProduct({ sku, stock: units }), null)
  return corridor
}

describe('checking an order before anything is promised', () => {
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
})
