import { describe, expect, it } from 'vitest'
import { callsOf, colissimo, mug, onePlaced } from './an-open-corridor.ts'

describe('a message to the buyer', () => {
  it('that Rakuten refuses is noted, and stops nothing', async () => {
    const corridor = await onePlaced({ settings: { messageBuyer: true } }, 'Suivi', [mug])
    const { rakuten, sync, order, problems, pc, id, ref, repositories } = corridor
    rakuten.faults.add({ kind: 'truncated', action: 'contactuseraboutitem', times: 1 })
    pc.orders.ship(ref, colissimo)

    await sync()

    expect([order(id).status, problems(id)]).toEqual(['shipped', []])
    const notes = repositories.timeline.of(order(id).id).filter(({ what }) => what === 'note')
    expect(notes).toMatchObject([{ actor: 'rakuten', detail: { refusedMessage: expect.any(String) } }])
  })

  it('is not sent unless the seller wants it', async () => {
    const corridor = await onePlaced({}, 'Suivi', [mug])
    corridor.pc.orders.ship(corridor.ref, colissimo)

    await corridor.sync()

    expect(callsOf(corridor, 'contactuseraboutitem')).toEqual([])
  })
})
