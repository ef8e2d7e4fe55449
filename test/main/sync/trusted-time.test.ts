import { describe, expect, it } from 'vitest'
import { createTrustedTime } from '../../../src/main/sync/trusted-time.ts'
import { clockByHand } from '../../helpers/clock-by-hand.ts'

const HOUR = 3_600_000
const START = '2026-01-12T09:00:00.000Z'

const open = (trustServers = true) => {
  const clock = clockByHand(START)
  const { time, observe } = createTrustedTime(clock, trustServers)
  /** A server answers, whose clock is so far ahead of this PC's. */
  const answer = (ahead: number): void => observe(clock.now() + ahead, clock.now())
  return { clock, time, answer }
}

describe('trusted time', () => {
  it("is this PC's until a server has answered", () => {
    const { time } = open()

    expect([time.nowIso(), time.trusted]).toEqual([START, true])
  })

  it("is the server's by its date, and goes on by this PC's clock between answers", () => {
    const { time, clock, answer } = open()
    answer(10 * 60_000)

    clock.advance(60_000)

    expect([time.nowIso(), time.trusted]).toEqual(['2026-01-12T09:11:00.000Z', true])
  })

  it('trusts a PC that was wrong from the start: it is corrected, not doubted', () => {
    const { time, answer } = open()

    answer(-30 * 24 * HOUR)

    expect([time.nowIso(), time.trusted]).toEqual(['2025-12-13T09:00:00.000Z', true])
  })

  it('takes the way an answer took for no difference', () => {
    const { time, answer } = open()

    answer(1_500)

    expect(time.nowIso()).toBe(START)
  })

  it("doubts when this PC's clock jumps by more than an hour, and is content once the servers agree for a minute", () => {
    const { time, clock, answer } = open()
    answer(0)
    clock.advance(3 * HOUR) // somebody set the clock: the server's went on as before
    answer(-3 * HOUR)
    const jumped = time.trusted
    clock.advance(30_000)
    answer(-3 * HOUR)
    const tooSoon = time.trusted
    clock.advance(60_000)
    answer(-3 * HOUR)

    expect([jumped, tooSoon, time.trusted]).toEqual([false, false, true])
    expect(time.nowIso()).toBe('2026-01-12T09:01:30.000Z')
  })

  it('follows an hour and less without a word', () => {
    const { time, answer } = open()
    answer(0)

    answer(-HOUR)

    expect([time.nowIso(), time.trusted]).toEqual(['2026-01-12T08:00:00.000Z', true])
  })

  it('listens to no server where the clock is right by definition', () => {
    const { time, answer } = open(false)
    answer(0)

    answer(5 * HOUR)

    expect([time.nowIso(), time.trusted]).toEqual([START, true])
  })
})
