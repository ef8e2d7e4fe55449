import { describe, expect, it } from 'vitest'
import { aCorridor, type TestCorridor } from '../../helpers/a-corridor.ts'
import { aProduct } from '../connectors/this-pc/a-shelf.ts'

const mug = { sku: 'MUG', priceCents: 1490 }

const open = async (acceptance: 'automatic' | 'by-hand') => {
  const corridor = await aCorridor({ settings: { acceptance } })
  corridor.pc.products.save(aProduct({ sku: 'MUG', stock: 20 }), null)
  const id = corridor.rakuten.world.buy({ items: [mug, mug] })
  return { ...corridor, id }
}

const doubts = ({ repositories, order }: TestCorridor, id: string): readonly string[] =>
  repositories.intents.unsettled(order(id).connectionId).map(({ act }) => act)

describe('an act whose answer was lost', () => {
  it('is a refusal, and not a cancellation, once Rakuten lists the order no more', async () => {
    const corridor = await open('by-hand')
    const { rakuten, sync, act, order, problems, id } = corridor
    await sync()
    rakuten.faults.add({ kind: 'drop-after', action: 'refusesale', at: 2 })
    await act(id, { action: 'refuse' })
    const inDoubt = doubts(corridor, id)

    await sync()

    expect(inDoubt).toEqual(['refuse'])
    expect(order(id)).toMatchObject({ status: 'refused', items: [{ status: 'refused' }, { status: 'refused' }] })
    expect([problems(id), doubts(corridor, id)]).toEqual([[], []])
  })

  it('is an acceptance of ours once Rakuten shows the item as accepted', async () => {
    const corridor = await open('automatic')
    const { rakuten, sync, order, problems, id } = corridor
    rakuten.faults.add({ kind: 'drop-after', action: 'acceptsale' })
    await sync()
    const inDoubt = doubts(corridor, id)

    await sync()

    expect(inDoubt).toEqual(['accept'])
    expect([order(id).status, problems(id), doubts(corridor, id)]).toEqual(['placed', [], []])
  })

  it('is not a refusal when the seller refused nothing: the buyer cancelled', async () => {
    const corridor = await open('by-hand')
    const { rakuten, sync, order, id } = corridor
    await sync()
    rakuten.world.cancelByBuyer(id)

    await sync()

    expect(order(id).status).toBe('cancelled')
  })
})
