import { describe, expect, it } from 'vitest'
import { Fault } from '../../../src/main/domain/fault.ts'
import { itemsOf, mug, open } from './an-open-corridor.ts'

/** An order whose creation nobody answered, cancelled at Rakuten before the back office shows it. */
const inDoubt = async () => {
  let isVisible = false
  let isDown = true
  const corridor = await open({
    capabilities: { idempotentCreate: false, indexDelaySeconds: 600 },
    office: (backOffice) => ({
      ...backOffice,
      placeOrder: async (asked) => {
        await backOffice.placeOrder(asked)
        if (isDown) throw new Fault('unreachable', 'No answer', { side: 'This PC', outcome: 'unknown' })
        throw new Error('created twice')
      },
      findOrders: async (reference) => (isVisible ? backOffice.findOrders(reference) : []),
    }),
  })
  const id = corridor.rakuten.world.buy({ items: [mug] })
  await corridor.sync()
  isDown = false
  corridor.rakuten.world.cancelByRakuten(id)
  corridor.repositories.records.scope('corridor:1').save('read-back-asked-for', true)
  return {
    ...{ ...corridor, id },
    appear: () => {
      isVisible = true
    },
  }
}

describe('an order cancelled at Rakuten while its creation is in doubt', () => {
  it('is looked for as long as the back office may still show it, and what appears is cancelled there', async () => {
    const { pass, order, pc, id, appear } = await inDoubt()
    await pass(10)
    expect([order(id).status, pc.orders.get(`RKT-${id}`)?.state]).toEqual(['accepted', 'open'])
    appear()

    await pass(10)

    expect(order(id)).toMatchObject({ status: 'cancelled', endedBy: 'rakuten' })
    expect(pc.orders.get(`RKT-${id}`)?.state).toBe('cancelled')
  })

  it('ends once nothing of it can appear any more', async () => {
    const corridor = await inDoubt()

    await corridor.pass(20)

    expect(corridor.order(corridor.id).status).toBe('cancelled')
    expect(corridor.repositories.intents.unsettled(1)).toEqual([])
    expect(itemsOf(corridor).map(({ cancelCalls }) => cancelCalls)).toEqual([0])
  })
})
