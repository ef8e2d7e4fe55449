import { describe, expect, it } from 'vitest'
import { toSyncState } from '../../../src/main/answers/sync-handlers.ts'
import type { SchedulerState } from '../../../src/main/schedule/scheduler.ts'
import { aNewOrder } from '../../helpers/an-order.ts'
import { connectTestAccount } from '../../helpers/open-test-database.ts'
import { testAnswers } from '../../helpers/test-answers.ts'

const QUIET: SchedulerState = {
  ...{ syncing: false, running: [], lastFinishedAt: null, nextAt: null, pause: null, offlineSince: null },
}

const stateWith = (state: Partial<SchedulerState>) => {
  const { repositories } = testAnswers()
  connectTestAccount(repositories)
  return toSyncState({ repositories, scheduler: { state: { ...QUIET, ...state } } as never }) // only its state is read
}

describe('the state of the thread', () => {
  it.each([
    [{}, 'idle'],
    [{ offlineSince: '2026-11-20T09:00:00.000Z' }, 'offline'],
    [{ pause: { until: null }, offlineSince: '2026-11-20T09:00:00.000Z' }, 'paused'],
    [{ pause: { until: null }, syncing: true }, 'syncing'],
  ])('with %j is %s', (state, word) => {
    expect(stateWith(state).state).toBe(word)
  })

  it('names the connection that runs, and its step', () => {
    const { running } = stateWith({ syncing: true, running: [{ connectionId: 1, step: 'place' }] })

    expect(running).toEqual([{ connectionId: 1, connection: 'Rakuten', step: 'place' }])
  })

  it('counts what needs a person, orders and connections together', () => {
    const { repositories } = testAnswers()
    connectTestAccount(repositories)
    const [order] = repositories.orders.insertNew([aNewOrder()])
    const problem = { message: '', detail: {}, since: '2026-11-20T09:00:00.000Z', nextTryAt: null }
    repositories.problems.put({ orderId: order?.id ?? 0 }, { ...problem, kind: 'sku' })
    repositories.problems.put({ connectionId: 1 }, { ...problem, kind: 'credentials' })
    repositories.problems.put({ connectionId: 1 }, { ...problem, kind: 'busy' })

    const { needsPerson, nearestAcceptBy } = toSyncState({ repositories, scheduler: { state: QUIET } as never }) // only its state is read

    expect(needsPerson).toBe(2)
    expect(nearestAcceptBy).toBe('2026-11-23T23:00:00.000Z')
  })

  it('knows the last cycle even when the program has just started', () => {
    const { repositories } = testAnswers()
    connectTestAccount(repositories)
    const id = repositories.cycles.start(1, '2026-11-20T08:00:00.000Z')
    repositories.cycles.finish(id, '2026-11-20T08:00:04.000Z', [], null)

    expect(toSyncState({ repositories, scheduler: { state: QUIET } as never }).lastAt).toBe('2026-11-20T08:00:04.000Z') // only its state is read
  })
})
