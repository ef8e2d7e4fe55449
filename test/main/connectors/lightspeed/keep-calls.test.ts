import { describe, expect, it } from 'vitest'
import type { Window } from '../../../../src/main/connectors/http/allowance.ts'
import { keepCallsForOrders } from '../../../../src/main/connectors/lightspeed/keep-calls.ts'
import { clockByHand } from '../../../helpers/clock-by-hand.ts'

const NOW = 1_000_000_000
const A_CYCLE = 300_000

const keep = (windows: readonly Partial<Window>[], calls: number): number | null => {
  const open = () => windows.map((window) => ({ name: 'the day', left: 100, resetAt: NOW + A_CYCLE, ...window }))
  const api = { side: 'Boutique', allowance: { open }, ports: { clock: { ...clockByHand(), now: () => NOW } } }
  try {
    keepCallsForOrders(api, calls)
    return null
  } catch (error) {
    expect(error).toMatchObject({ kind: 'quota', side: 'Boutique', outcome: 'not-done' })
    return Date.parse((error as { retryAt: string }).retryAt) - NOW // just seen to be a fault
  }
}

describe('calls for what can wait', () => {
  it('are made where enough are left for the orders of every cycle until the window begins anew', () => {
    expect(keep([], 1_000)).toBeNull()
    expect(keep([{ left: 40 }], 20)).toBeNull()
    expect(keep([{ left: 120, resetAt: NOW + 5 * A_CYCLE }], 20)).toBeNull()
  })

  it('wait until there are: with each cycle that passes, fewer are kept', () => {
    expect(keep([{ left: 39 }], 20)).toBe(A_CYCLE)
    expect(keep([{ left: 119, resetAt: NOW + 5 * A_CYCLE }], 20)).toBe(A_CYCLE)
    expect(keep([{ left: 60, resetAt: NOW + 5 * A_CYCLE }], 20)).toBe(3 * A_CYCLE)
  })

  it('wait for the window that takes longest', () => {
    const hour = { left: 60, resetAt: NOW + 12 * A_CYCLE }
    const day = { left: 19, resetAt: NOW + 100 * A_CYCLE }

    expect(keep([{ left: 300 }, hour, day], 20)).toBe(100 * A_CYCLE)
  })
})
