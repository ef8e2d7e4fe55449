import { describe, expect, it } from 'vitest'
import { createPace } from '../../../../src/main/connectors/http/pace.ts'
import type { Clock } from '../../../../src/main/connectors/sockets/ports.ts'
import { clockByHand } from '../../../helpers/clock-by-hand.ts'

const rakuten = new URL('https://ws.rakuten.example/sales_ws')

/** Sleepers wait without moving the clock, as they do when several calls want the same host at once. */
const crowded = (): { readonly clock: Clock; readonly asked: number[] } => {
  const asked: number[] = []
  return { asked, clock: { ...clockByHand(), sleep: async (milliseconds) => void asked.push(milliseconds) } }
}

describe('createPace', () => {
  it('lets calls to one host through one interval apart, first come first served', async () => {
    const { clock, asked } = crowded()
    const pace = createPace({ clock, callsPerSecond: { 'rakuten.example': 2 } })

    await Promise.all([pace.turn(rakuten), pace.turn(rakuten), pace.turn(rakuten)])

    expect(asked).toEqual([500, 1000])
  })

  it('does not hold back a call that comes late enough, another host, or an unlisted one', async () => {
    const clock = clockByHand()
    const pace = createPace({ clock, callsPerSecond: { 'rakuten.example': 1, 'shop.example': 1 } })

    await pace.turn(rakuten)
    await pace.turn(new URL('https://shop.example/'))
    await pace.turn(new URL('https://notrakuten.example/'))
    await pace.turn(new URL('https://notrakuten.example/'))
    clock.advance(1000)
    await pace.turn(rakuten)

    expect(clock.slept).toEqual([])
  })

  it('leaves loopback alone unless a setting says otherwise', async () => {
    const local = new URL('http://127.0.0.1:8080/')
    const { clock, asked } = crowded()

    const free = createPace({ clock, callsPerSecond: { '127.0.0.1': 1 } })
    await Promise.all([free.turn(local), free.turn(local)])
    expect(asked).toEqual([])

    const forced = createPace({ clock, callsPerSecond: {}, everywhere: 4 })
    await Promise.all([forced.turn(local), forced.turn(local)])
    expect(asked).toEqual([250])
  })

  it('does not wait for a clock that was set back to catch up', async () => {
    const clock = clockByHand('2026-01-12T09:00:00.000Z')
    const pace = createPace({ clock, callsPerSecond: { 'rakuten.example': 1 } })

    await pace.turn(rakuten)
    clock.set('2026-01-12T06:00:00.000Z')
    await pace.turn(rakuten)

    expect(clock.slept).toEqual([1000])
  })

  it('keeps every limit that a caller knows of, on any host but loopback', async () => {
    const clock = clockByHand('2026-01-12T09:00:00.000Z')
    const shop = new URL('https://shop.example/')
    const pace = createPace({ clock, callsPerSecond: {} })
    const limits = [
      { calls: 1, withinMs: 1_000 },
      { calls: 4, withinMs: 60_000 },
    ]

    for (let call = 0; call < 6; call += 1) await pace.turn(shop, limits)
    await pace.turn(new URL('http://localhost/'), limits)

    expect(clock.slept).toEqual([1_000, 1_000, 1_000, 57_000, 1_000])
  })

  it('gives calls that wait together turns of their own', async () => {
    const { clock, asked } = crowded()
    const pace = createPace({ clock, callsPerSecond: {} })
    const limits = [{ calls: 2, withinMs: 1_000 }]

    await Promise.all(Array.from({ length: 5 }, () => pace.turn(rakuten, limits)))

    expect(asked).toEqual([1_000, 1_000, 2_000])
  })
})
