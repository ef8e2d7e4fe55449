import { describe, expect, it } from 'vitest'
import { cup, mug, open } from '../an-open-corridor.ts'

describe('a skipped order that is reconsidered', () => {
  const oldOrder = async () => {
    const corridor = await open({ settings: { importFrom: '2026-01-12' } })
    const id = corridor.rakuten.world.buy({ items: [mug, cup], at: '2026-01-11T20:00:00.000Z' })
    await corridor.sync()
    expect(corridor.order(id).skippedReason).toBe('before-start-date')
    return { ...corridor, id }
  }

  it('comes in although it is older than the start date: the seller asked for this one', async () => {
    const { act, order, id } = await oldOrder()

    const result = await act(id, { action: 'reconsider' })

    expect([result.done, order(id).status]).toEqual([true, 'placed'])
  })

  it('ends cancelled when Rakuten says so', async () => {
    const { rakuten, act, order, id } = await oldOrder()
    rakuten.world.cancelByBuyer(id)

    await act(id, { action: 'reconsider' })

    expect(order(id).status).toBe('cancelled')
  })

  it('stays out while its reason stands, and says which', async () => {
    const corridor = await open()
    const id = corridor.rakuten.world.buy({ items: [{ ...mug, rsl: true }] })
    await corridor.sync()

    const result = await corridor.act(id, { action: 'reconsider' })

    expect(result).toMatchObject({
      done: false,
      message: `Order ${id} stays out: it is shipped by Rakuten's own logistics.`,
    })
    expect(corridor.order(id).status).toBe('skipped')
  })
})
