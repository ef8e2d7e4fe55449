import { describe, expect, it } from 'vitest'
import { colissimo, cup, messagesOf, mug, onePlaced, told } from './an-open-corridor.ts'

describe('the wait for a tracking code', () => {
  it('stands still while the clocks disagree, and says so', async () => {
    let trusted = true
    const corridor = await onePlaced({ trusted: () => trusted }, 'Normal', [mug])
    const { sync, pass, order, pc, id, ref } = corridor
    pc.orders.ship(ref, {})
    await sync()
    trusted = false
    await pass(240)
    const report = await sync()
    expect([order(id).status, report.connections[0]?.problem?.kind]).toEqual(['waiting', 'clock'])
    trusted = true

    await sync()

    expect(order(id).status).toBe('shipped')
    expect((await sync()).connections[0]?.problem).toBeNull()
  })

  it('names the mode and what Rakuten needs', async () => {
    const corridor = await onePlaced({}, 'Recommandé', [mug])
    corridor.pc.orders.ship(corridor.ref, {})

    await corridor.pass(190)

    expect(messagesOf(corridor, corridor.id)).toEqual([
      'Rakuten needs a tracking code and link for Recommandé. The back office completed this order without one.',
    ])
  })

  it('is over for the order as a whole: what left before with a code is not told again', async () => {
    const corridor = await onePlaced({}, 'Normal', [mug, cup])
    const { sync, pass, order, pc, id, ref } = corridor
    pc.orders.ship(ref, { ...colissimo, contents: [{ sku: 'MUG', quantity: 1 }] })
    await sync()
    pc.orders.ship(ref, {})

    await pass(190)

    expect(told(corridor).map(({ trackingNumber }) => trackingNumber)).toEqual([colissimo.trackingNumber, 'Oui'])
    expect(order(id).status).toBe('shipped')
  })
})
