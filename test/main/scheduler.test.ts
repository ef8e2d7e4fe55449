import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createScheduler, type Scheduler, type SchedulerNeeds } from '../../src/main/scheduler.ts'
import type { Engine, SyncOptions, SyncReport } from '../../src/main/sync/engine.ts'

const START = '2026-11-24T13:01:00.000Z'
const clock = { now: () => Date.now(), nowIso: () => new Date().toISOString() }

/** Settings as the database keeps them: JSON, whatever is alive around it. */
const savedSettings = () => {
  const rows = new Map<string, string>()
  return {
    read: <T>(key: string, parse: (value: unknown) => T): T | null => {
      const row = rows.get(key)
      return row === undefined ? null : parse(JSON.parse(row))
    },
    save: (key: string, value: unknown): void => void rows.set(key, JSON.stringify(value)),
  }
}

const problems = { unreachable: { kind: 'unreachable', message: 'Rakuten did not answer.' } as const }

/** An engine whose cycles end when the test says so, or at once. */
const handEngine = (answer: { problem: SyncReport['connections'][number]['problem']; hold: boolean }) => {
  const calls: SyncOptions[] = []
  const held: (() => void)[] = []
  const engine: SchedulerNeeds['engine'] = {
    isBusy: () => true,
    async sync(options = {}) {
      calls.push(options)
      const startedAt = clock.nowIso()
      if (answer.hold) await new Promise<void>((resolve) => held.push(resolve))
      const connections = [{ connectionId: 1, label: 'Rakuten', problem: answer.problem, steps: [] }]
      return { startedAt, finishedAt: clock.nowIso(), connections }
    },
  }
  const finish = (): void => held.shift()?.()
  const letGo = (): void => {
    answer.hold = false
    for (const end of held.splice(0)) end()
  }
  return { engine, calls, finish, letGo }
}

const open: Pick<Scheduler, 'stop'>[] = []
const setUp = (more: Partial<SchedulerNeeds> = {}) => {
  const answer: Parameters<typeof handEngine>[0] = { problem: null, hold: false }
  const interval: { minutes: 5 | 60 } = { minutes: 5 }
  const hand = handEngine(answer)
  const needs: SchedulerNeeds = {
    engine: hand.engine,
    clock,
    settings: savedSettings(),
    intervalMinutes: () => interval.minutes,
    dailyWork: vi.fn(async () => {}),
    onFailure: vi.fn(),
    random: () => 0,
    isOnline: () => true,
    ...more,
  }
  const scheduler = createScheduler(needs)
  open.push({
    stop: () => {
      hand.letGo()
      return scheduler.stop()
    },
  })
  return { ...hand, answer, interval, needs, scheduler }
}

const minutes = (count: number): Promise<unknown> => vi.advanceTimersByTimeAsync(count * 60_000)
const seconds = (count: number): Promise<unknown> => vi.advanceTimersByTimeAsync(count * 1000)

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(START) })
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((scheduler) => scheduler.stop()))
  vi.useRealTimers()
})

describe('the ticks', () => {
  it('run a cycle at the start and then at every fifth minute of the clock', async () => {
    const { scheduler, calls } = setUp()

    scheduler.start()
    await minutes(15)

    expect(calls).toHaveLength(4)
    expect(scheduler.state).toMatchObject({
      lastFinishedAt: expect.stringMatching(/^2026-11-24T13:15:00/),
      nextAt: '2026-11-24T13:20:00.000Z',
      syncing: false,
    })
  })

  it('come up to twenty seconds late, so that not every PC calls at once', async () => {
    const { scheduler, calls } = setUp({ random: () => 0.75 })
    scheduler.start()
    await minutes(4)

    await seconds(14)
    const before = calls.length
    await seconds(1)

    expect(before).toBe(1)
    expect(calls).toHaveLength(2)
  })

  it('are skipped while a cycle runs', async () => {
    const { scheduler, calls, answer, finish } = setUp()
    answer.hold = true
    scheduler.start()

    await minutes(11)
    const whileBusy = calls.length
    finish()
    await minutes(5)

    expect(whileBusy).toBe(1)
    expect(calls).toHaveLength(2)
  })

  it('follow a new interval at once', async () => {
    const { scheduler, calls, interval } = setUp()
    scheduler.start()
    await seconds(1)

    interval.minutes = 60
    scheduler.intervalChanged()
    await minutes(58)
    const within = calls.length
    await minutes(1)

    expect(within).toBe(1)
    expect(calls).toHaveLength(2)
  })

  it('go on after a cycle that broke, which is told', async () => {
    const broken = new Error('a bug')
    const sync = vi.fn<Engine['sync']>().mockRejectedValue(broken)
    const { scheduler, needs } = setUp({ engine: { sync, isBusy: () => false } })

    scheduler.start()
    await minutes(5)

    expect(sync).toHaveBeenCalledTimes(2)
    expect(needs.onFailure).toHaveBeenCalledWith('cycle', broken)
  })
})

describe('waking', () => {
  it('runs a cycle when far more time went by than between two heartbeats', async () => {
    const { scheduler, calls } = setUp()
    scheduler.start()
    await seconds(20)

    vi.setSystemTime(new Date('2026-11-24T16:01:30.000Z'))
    await seconds(15)

    expect(calls).toHaveLength(2)
  })

  it('runs a cycle when the network returns', async () => {
    let online = false
    const { scheduler, calls } = setUp({ isOnline: () => online })
    scheduler.start()
    await seconds(20)

    const offline = scheduler.state.offlineSince
    online = true
    await seconds(30)

    expect(offline).toBe(START)
    expect(scheduler.state.offlineSince).toBeNull()
    expect(calls).toHaveLength(2)
  })

  it('runs a cycle when the desktop says so, unless it is stopped', async () => {
    const { scheduler, calls } = setUp()
    scheduler.wake()
    scheduler.start()
    await seconds(1)

    scheduler.wake()
    await seconds(1)

    expect(calls).toHaveLength(2)
  })
})

describe('coming back to a connection that was unreachable', () => {
  it('waits 30 seconds, then two minutes, then for the ticks', async () => {
    const { scheduler, calls, answer } = setUp({ intervalMinutes: () => 60 })
    answer.problem = problems.unreachable
    scheduler.start()

    await seconds(29)
    expect(calls).toHaveLength(1)
    await seconds(1)
    expect(calls).toHaveLength(2)
    await seconds(119)
    expect(calls).toHaveLength(2)
    await seconds(1)
    expect(calls).toHaveLength(3)
    await minutes(30)
    expect(calls).toHaveLength(3)
    expect(calls.map(({ connectionId }) => connectionId)).toEqual([undefined, 1, 1])
  })

  it('begins anew once it was reached', async () => {
    const { scheduler, calls, answer } = setUp({ intervalMinutes: () => 60 })
    answer.problem = problems.unreachable
    scheduler.start()
    await seconds(1)
    answer.problem = null
    await seconds(30)
    answer.problem = problems.unreachable
    await scheduler.syncNow()

    await seconds(30)

    expect(calls).toHaveLength(4)
  })

  it('never happens alone when a person must do something first', async () => {
    const { scheduler, calls, answer } = setUp({ intervalMinutes: () => 60 })
    answer.problem = { kind: 'credentials', message: 'Rakuten refused the token.' }

    scheduler.start()
    await minutes(30)

    expect(calls).toHaveLength(1)
  })
})

describe('a pause', () => {
  it('outlives the program, and ends with a cycle when its moment comes', async () => {
    const { scheduler, calls, needs } = setUp()
    scheduler.pause('2026-11-24T13:57:00.000Z')
    const next = createScheduler(needs)
    open.push(next)
    next.start()

    await minutes(55)
    const paused = { calls: calls.length, state: next.state }
    await minutes(2)

    expect(paused).toMatchObject({
      calls: 0,
      state: { pause: { until: '2026-11-24T13:57:00.000Z' }, nextAt: '2026-11-24T13:57:00.000Z' },
    })
    expect(calls).toHaveLength(1)
    expect(next.state.pause).toBeNull()
  })

  it('until resumed has no next cycle; resuming runs one', async () => {
    const { scheduler, calls } = setUp()
    scheduler.start()
    await seconds(1)
    scheduler.pause(null)
    await minutes(120)
    const paused = { calls: calls.length, nextAt: scheduler.state.nextAt }

    scheduler.resume()
    await seconds(1)

    expect(paused).toEqual({ calls: 1, nextAt: null })
    expect(calls).toHaveLength(2)
  })

  it('does not stand in the way of Sync now', async () => {
    const { scheduler, calls } = setUp()
    scheduler.pause(null)

    await scheduler.syncNow()

    expect(calls).toHaveLength(1)
  })
})

describe('Sync now', () => {
  it('joins the cycle that runs', async () => {
    const { scheduler, calls, answer, finish } = setUp()
    answer.hold = true
    const first = scheduler.syncNow()
    const second = scheduler.syncNow({ connectionId: 1 })

    finish()

    expect(await second).toBe(await first)
    expect(calls).toHaveLength(1)
  })

  it('comes after a cycle that does less than was asked for', async () => {
    const { scheduler, calls, answer, finish } = setUp()
    answer.hold = true
    const one = scheduler.syncNow({ connectionId: 1 })
    const all = scheduler.syncNow({ stockNow: true })
    finish()
    await one
    await seconds(0)

    finish()
    await all

    expect(calls).toMatchObject([{ connectionId: 1 }, { stockNow: true }])
  })

  it('comes after a cycle over all in which its connection takes no part', async () => {
    const { needs, answer, calls, finish } = setUp()
    const scheduler = createScheduler({ ...needs, engine: { ...needs.engine, isBusy: () => false } })
    answer.hold = true
    const all = scheduler.syncNow()
    const added = scheduler.syncNow({ connectionId: 2 })
    finish()
    await all
    await seconds(0)

    finish()
    await added

    expect(calls).toMatchObject([{}, { connectionId: 2 }])
  })

  it('comes after a cycle that asks nobody any more and does the day’s work', async () => {
    let endWork = (): void => {}
    const dailyWork = vi.fn(() => new Promise<void>((end) => (endWork = end)))
    const { scheduler, calls } = setUp({ dailyWork })
    const first = scheduler.syncNow()
    await seconds(0)
    const second = scheduler.syncNow()

    endWork()
    await Promise.all([first, second])

    expect(calls).toHaveLength(2)
  })

  it('shows the step it is at', async () => {
    const seen: unknown[] = []
    const { scheduler, calls, answer, finish } = setUp({
      onChange: ({ syncing, running }) => seen.push([syncing, running]),
    })
    answer.hold = true
    const report = scheduler.syncNow()

    calls[0]?.onStep?.({ connectionId: 1, step: 'place' })
    finish()
    await report

    expect(seen).toEqual([
      [true, []],
      [true, [{ connectionId: 1, step: 'place' }]],
      [false, []],
    ])
  })
})

describe('the day’s work', () => {
  it('is done with the first cycle of each day, without `start` too', async () => {
    const { scheduler, needs } = setUp()
    await scheduler.syncNow()
    await scheduler.syncNow()
    const sameDay = vi.mocked(needs.dailyWork).mock.calls.length

    vi.setSystemTime(new Date('2026-11-25T06:00:00.000Z'))
    await scheduler.syncNow()

    expect(sameDay).toBe(1)
    expect(needs.dailyWork).toHaveBeenCalledTimes(2)
  })

  it('that fails is told, spoils no cycle, and is tried again an hour later', async () => {
    const full = new Error('disk full')
    const { scheduler, needs } = setUp({ dailyWork: vi.fn().mockRejectedValue(full) })
    const report = await scheduler.syncNow()
    await scheduler.syncNow()
    const withinTheHour = vi.mocked(needs.dailyWork).mock.calls.length

    await minutes(61)
    await scheduler.syncNow()

    expect(report.connections).toHaveLength(1)
    expect(needs.onFailure).toHaveBeenCalledWith('daily work', full)
    expect(withinTheHour).toBe(1)
    expect(needs.dailyWork).toHaveBeenCalledTimes(2)
  })
})

describe('the stock file', () => {
  it('has a timer of its own, which waits for its own end and for the end of a pause', async () => {
    const ends: (() => void)[] = []
    const stockTick = vi.fn(() => new Promise<void>((resolve) => ends.push(resolve)))
    const { scheduler } = setUp({ stockTick, intervalMinutes: () => 60 })
    scheduler.start()

    await minutes(3)
    expect(stockTick).toHaveBeenCalledTimes(1)
    ends.shift()?.()
    await minutes(1)
    expect(stockTick).toHaveBeenCalledTimes(2)
    ends.shift()?.()
    scheduler.pause(null)
    await minutes(5)
    expect(stockTick).toHaveBeenCalledTimes(2)
  })
})

describe('stopping', () => {
  it('tells the cycle to come to an end, waits for it, and starts nothing more', async () => {
    const { scheduler, calls, answer, finish } = setUp()
    answer.hold = true
    scheduler.start()
    await seconds(1)
    let stopped = false

    const stop = scheduler.stop().then(() => {
      stopped = true
    })
    await seconds(1)
    const before = { stopped, aborted: calls[0]?.signal?.aborted }
    finish()
    await stop
    await minutes(60)

    expect(before).toEqual({ stopped: false, aborted: true })
    expect(calls).toHaveLength(1)
  })
})
