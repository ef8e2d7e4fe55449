import { describe, expect, it } from 'vitest'
import { createAllowance } from '../../../../src/main/connectors/http/allowance.ts'
import { clockByHand } from '../../../helpers/clock-by-hand.ts'

const NAMES = ['five minutes', 'the hour', 'the day']

const open = () => {
  const clock = clockByHand()
  const allowance = createAllowance({ clock, side: 'Boutique', names: NAMES })
  const told = (left: string, reset: string) =>
    allowance.learn(new Headers({ 'X-RateLimit-Remaining': left, 'X-RateLimit-Reset': reset }))
  return { clock, allowance, told }
}
const inSeconds = (seconds: number): string =>
  new Date(Date.parse('2026-01-12T09:00:00.000Z') + seconds * 1000).toISOString()

describe('the calls that a platform allows', () => {
  it('hold nobody back before it has told how many', async () => {
    const { clock, allowance } = open()

    await allowance.turn()

    expect(clock.slept).toEqual([])
    expect(allowance.open()).toEqual([])
  })

  it('are waited for where the window begins anew in a moment', async () => {
    const { clock, allowance, told } = open()

    const fault = told('0/2990/11500', '12/2063/23663')
    await allowance.turn()

    expect([fault, clock.slept]).toEqual([null, [12_000]])
  })

  it.each([
    ['0/2990/11500', '263/2063/23663', 'busy', 'five minutes', 263],
    ['10/0/11500', '263/2063/23663', 'quota', 'the hour', 2063],
    ['0/0/11500', '263/2063/23663', 'quota', 'the hour', 2063],
    ['10/2/0', '263/2063/23663', 'quota', 'the day', 23663],
  ])('that are used up (%s) are a fault that says when they are there again', (left, reset, kind, window, seconds) => {
    const { told } = open()

    expect(told(left, reset)).toMatchObject({
      ...{ kind, side: 'Boutique', outcome: 'not-done', retryAt: inSeconds(seconds) },
      message: `The calls that Boutique allows for ${window} are used up.`,
    })
  })

  it('are counted as they are made, whatever the answers say later', async () => {
    const { clock, allowance, told } = open()
    told('2/100/100', '20/2000/20000')

    await allowance.turn()
    await allowance.turn()
    await allowance.turn()

    expect(clock.slept).toEqual([20_000])
  })

  it('that were all made without an answer are a fault too, where the window lasts', async () => {
    const { allowance, told } = open()
    told('1/100/100', '263/2063/23663')
    await allowance.turn()

    await expect(allowance.turn()).rejects.toMatchObject({ kind: 'busy', retryAt: inSeconds(263) })
  })

  it('are there again once their window is over', async () => {
    const { clock, allowance, told } = open()
    told('0/5/5', '20/2000/20000')
    clock.advance(20_000)

    await allowance.turn()

    expect(clock.slept).toEqual([])
    expect(allowance.open().map(({ name, left }) => [name, left])).toEqual([
      ['the hour', 4],
      ['the day', 4],
    ])
  })

  it.each([
    ['', ''],
    ['a/b/c', '1/2/3'],
    ['0/0', '10'],
    ['0', 'soon'],
  ])('are not concluded from %j and %j', (left, reset) => {
    const { allowance, told } = open()

    expect(told(left, reset)).toBeNull()
    expect(allowance.open()).toEqual([])
  })
})
