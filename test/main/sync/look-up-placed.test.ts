import { describe, expect, it } from 'vitest'
import { Fault } from '../../../src/main/domain/fault.ts'
import { itemsOf, mug, open } from './an-open-corridor.ts'

/** An order whose creation worked while its answer was lost. */
const createdUnheard = async () => {
  let creations = 0
  const corridor = await open({
    capabilities: { idempotentCreate: false },
    office: (backOffice) => ({
      ...backOffice,
      placeOrder: async (asked) => {
        creations += 1
        const placed = await backOffice.placeOrder(asked)
        if (creations === 1) throw new Fault('unreachable', 'No answer', { side: 'This PC', outcome: 'unknown' })
        return placed
      },
    }),
  })
  const id = corridor.rakuten.world.buy({ items: [mug] })
  await corridor.sync()
  expect(corridor.order(id).status).toBe('accepted')
  return { ...corridor, id, creations: () => creations }
}

describe('an order that a lost creation left behind', () => {
  it('and that was cancelled there meanwhile, is not created again: the cancellation crosses to Rakuten', async () => {
    const corridor = await createdUnheard()
    const { pc, pass, order, id, creations } = corridor
    pc.orders.cancel(`RKT-${id}`)

    await pass(10)

    expect([order(id).status, order(id).endedBy, creations()]).toEqual(['cancelled', 'back-office', 1])
    expect(itemsOf(corridor).map(({ state }) => state)).toEqual(['cancelled'])
  })

  it('and that was deleted there meanwhile, is created again', async () => {
    const { pc, pass, order, id, creations } = await createdUnheard()
    pc.orders.remove(`RKT-${id}`)

    await pass(10)

    expect([order(id).status, creations()]).toEqual(['placed', 2])
  })
})
