import { describe, expect, it } from 'vitest'
import { changesAsked, cup, mug, open } from './an-open-corridor.ts'

describe('the backlog', () => {
  it('shows every order still to accept, oldest first, and brings nothing in', async () => {
    const corridor = await open()
    const { rakuten, engine, repositories } = corridor
    const young = rakuten.world.buy({ items: [mug], at: '2026-01-12T08:00:00.000Z' })
    const old = rakuten.world.buy({
      ...{ items: [mug, cup, { ...mug, rsl: true }], deliveryMode: 'Express' },
      at: '2026-01-09T20:00:00.000Z',
    })

    const backlog = await engine.listBacklog(1)

    expect(backlog).toMatchObject([
      ...[{ reference: old, deliveryMode: 'Express', units: 2, totalCents: 2390, currency: 'EUR' }],
      ...[{ reference: young, units: 1, totalCents: 1490, imported: false, partlyAccepted: false }],
    ])
    expect(backlog[0]?.acceptBy).toBe('2026-01-14T23:00:00.000Z')
    expect(repositories.orders.byReference(old)).toEqual([])
    expect(changesAsked(corridor)).toEqual([])
  })

  it('says which orders are here already, and of which a part was accepted elsewhere', async () => {
    const corridor = await open({ settings: { acceptance: 'by-hand' } })
    const { rakuten, sync, engine } = corridor
    const here = rakuten.world.buy({ items: [mug], at: '2026-01-12T07:00:00.000Z' })
    await sync()
    const part = rakuten.world.buy({ items: [mug, cup], at: '2026-01-12T08:00:00.000Z' })
    rakuten.world.acceptOnSite(rakuten.world.purchase(part).items[0]?.itemId ?? '')

    const backlog = await engine.listBacklog(1)

    expect(backlog.map(({ reference, imported, partlyAccepted }) => [reference, imported, partlyAccepted])).toEqual([
      [here, true, false],
      [part, false, true],
    ])
  })
})
