import { describe, expect, it } from 'vitest'
import { Fault } from '../../../src/main/domain/fault.ts'
import { fix, messagesOf, mug, onePlaced, open, withVerbs } from './an-open-corridor.ts'

describe('an order cancelled at Rakuten', () => {
  it('is not asked for again in the back office while the seller has not answered', async () => {
    let asked = 0
    const corridor = await onePlaced({
      office: withVerbs({
        cancelOrder: async () => {
          asked += 1
          return { declined: 'It is packed.' }
        },
      }),
    })
    corridor.rakuten.world.cancelByBuyer(corridor.id)

    await corridor.pass(90)

    expect([asked, corridor.problems(corridor.id)]).toEqual([1, ['cancelled-late']])
    expect(messagesOf(corridor, corridor.id)).toEqual([
      'Cancelled at Rakuten, but This PC will not cancel it ("It is packed."). Do not ship it, or settle it with the buyer.',
    ])
  })

  it('names every unit that must not be shipped, those told before too', async () => {
    const corridor = await onePlaced({ office: withVerbs({ keepUnits: async () => 'cannot' }) })
    const { rakuten, pass, id, itemIds } = corridor
    rakuten.world.cancelByBuyer(id, itemIds[0])
    await pass(30)
    rakuten.world.cancelByBuyer(id, itemIds[2])

    await pass(30)

    expect(messagesOf(corridor, id)).toEqual([
      'Do not ship 1 × MUG, 1 × CUP: cancelled at Rakuten, and This PC cannot take it out of the order. The rest goes on.',
    ])
  })

  it('while its creation is in doubt where nothing can be looked up, is for the seller to look for, and ends on the seller’s word', async () => {
    let isDown = true
    const corridor = await open({
      capabilities: { lookUp: false, idempotentCreate: false },
      office: (backOffice) => ({
        ...backOffice,
        placeOrder: async (asked) => {
          if (isDown) throw new Fault('unreachable', 'No answer', { side: 'This PC', outcome: 'unknown' })
          return backOffice.placeOrder(asked)
        },
      }),
    })
    const { rakuten, sync, pass, order, problems, act } = corridor
    const id = rakuten.world.buy({ items: [mug] })
    await sync()
    isDown = false
    rakuten.world.cancelByRakuten(id)
    await pass(40)
    expect([order(id).status, problems(id)]).toEqual(['accepted', ['cancelled-late']])

    const result = await act(id, fix('acknowledge', {}, 'cancelled-late'))
    await pass(10)

    expect([result.done, order(id).status, problems(id)]).toEqual([true, 'cancelled', []])
  })
})
