import { describe, expect, it } from 'vitest'
import { callsOf, fix } from '../an-open-corridor.ts'
import { TROUBLE } from './troubled-orders.ts'

describe('a preorder that was accepted', () => {
  it('is confirmed by its button, once: asking twice would confirm somebody else’s', async () => {
    const corridor = await TROUBLE.preorder()
    const { act, id } = corridor
    await act(id, fix('accept'))

    const first = await act(id, fix('confirm'))
    const second = await act(id, fix('confirm'))

    expect([first.done, second.done, callsOf(corridor, 'confirmpreorder').length]).toEqual([true, false, 1])
    expect(second.message).toMatch(/Confirmed already/)
  })

  it('goes on once Rakuten shows it accepted, its ordinary companions with it', async () => {
    const corridor = await TROUBLE.preorder()
    const { rakuten, sync, pass, order, act } = corridor
    const id = rakuten.world.buy({
      items: [
        { sku: 'MUG', priceCents: 1490, preorder: true },
        { sku: 'CUP', priceCents: 900 },
      ],
    })
    await sync()
    await act(id, fix('accept'))
    expect(order(id).items.map(({ status }) => status)).toEqual(['preorder', 'accepted'])
    await act(id, fix('confirm'))

    await pass(35)

    expect(order(id).status).toBe('placed')
  })
})

describe('a negotiated price beside ordinary items', () => {
  it('holds all of the order until the seller has decided', async () => {
    const corridor = await TROUBLE.negotiation()
    const { rakuten, sync, order, problems, act } = corridor
    const id = rakuten.world.buy({
      items: [
        { sku: 'MUG', priceCents: 900, nego: true, listedPriceCents: 1490 },
        { sku: 'CUP', priceCents: 900 },
      ],
    })
    await sync()
    expect([order(id).status, problems(id)]).toEqual(['imported', ['negotiation']])

    await act(id, fix('accept'))

    expect(order(id)).toMatchObject({ status: 'placed', items: [{ priceCents: 900 }, { priceCents: 900 }] })
  })
})
