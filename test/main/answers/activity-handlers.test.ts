import { describe, expect, it } from 'vitest'
import { aNewOrder } from '../../helpers/an-order.ts'
import { connectTestAccount } from '../../helpers/open-test-database.ts'
import { testAnswers } from '../../helpers/test-answers.ts'

const withCycles = () => {
  const test = testAnswers()
  const { repositories } = test
  connectTestAccount(repositories)
  const run = (hour: number, moved: number, failed: boolean) => {
    const at = `2026-11-20T0${hour}:00:00.000Z`
    const steps = [{ step: 'import', moved, problems: 0, reached: true }]
    const problem = failed ? ({ kind: 'unreachable', message: 'no answer' } as const) : null
    repositories.cycles.finish(repositories.cycles.start(1, at), at, steps, problem)
  }
  run(1, 2, false)
  run(2, 0, true)
  run(3, 0, false)
  return test
}

describe('the activity', () => {
  it.each([
    ['all', 3],
    ['with-news', 2],
    ['failed', 1],
  ] as const)('shows %s: %d cycles', async (show, count) => {
    const { ask } = withCycles()

    const reply = await ask.activity.cycles({ connectionId: null, show, limit: 10 })

    expect(reply.ok && reply.value).toHaveLength(count)
  })

  it('names the connection and each step', async () => {
    const { ask } = withCycles()

    const reply = await ask.activity.cycles({ connectionId: 1, show: 'failed', limit: 10 })

    expect(reply).toMatchObject({
      ok: true,
      value: [
        {
          connection: 'Rakuten',
          times: 1,
          steps: [{ step: 'import', moved: 0, problems: 0, reached: true }],
          problem: { kind: 'unreachable' },
        },
      ],
    })
  })

  it('tells the cycle that runs from one that was cut off', async () => {
    const busy: number[] = []
    const { ask, repositories, engine } = withCycles()
    Object.assign(engine, { isBusy: (id: number) => busy.includes(id) })
    const [cutOff, running] = [1, 2].map((minute) => repositories.cycles.start(1, `2026-11-20T04:0${minute}:00.000Z`))
    const shown = async () => {
      const reply = await ask.activity.cycles({ connectionId: null, show: 'all', limit: 2 })
      return reply.ok ? reply.value.map(({ id, running }) => ({ id, running })) : reply
    }
    expect(await shown()).toEqual([
      { id: running, running: false },
      { id: cutOff, running: false },
    ])

    busy.push(1)

    expect(await shown()).toEqual([
      { id: running, running: true },
      { id: cutOff, running: false },
    ])
  })

  it('draws every day up to today, quiet ones included', async () => {
    const { ask, repositories } = withCycles()
    repositories.orders.insertNew([aNewOrder({ importedAt: '2026-11-19T09:00:00.000Z' })])

    const reply = await ask.activity.perDay({ connectionId: null, days: 3 })

    expect(reply).toEqual({
      ok: true,
      value: [
        { day: '2026-11-18', imported: 0, shipped: 0, cycles: 0, failed: 0, averageMs: null, longestMs: null },
        { day: '2026-11-19', imported: 1, shipped: 0, cycles: 0, failed: 0, averageMs: null, longestMs: null },
        { day: '2026-11-20', imported: 0, shipped: 0, cycles: 3, failed: 1, averageMs: 0, longestMs: 0 },
      ],
    })
  })
})
