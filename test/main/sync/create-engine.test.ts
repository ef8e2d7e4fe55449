import { describe, expect, it } from 'vitest'
import { Fault } from '../../../src/main/domain/fault.ts'
import { mug, onePlaced, open } from './an-open-corridor.ts'

describe("a connection's own problem", () => {
  it('is cleared by its button, and tried again', async () => {
    const { rakuten, sync, engine, repositories } = await open()
    rakuten.faults.add({ kind: 'outage', times: 2 })
    await sync()
    const [problem] = repositories.problems.of({ connectionId: 1 })
    expect(problem?.kind).toBe('unreachable')

    const result = await engine.fixConnection(1, 'unreachable', 'retry')

    expect(result).toMatchObject({ reference: 'Rakuten', action: 'retry', done: true })
    expect(repositories.problems.of({ connectionId: 1 })).toEqual([])
  })

  it('of a refused token is not waved away: another one must be entered', async () => {
    const { rakuten, sync, engine, repositories } = await open()
    rakuten.world.resetToken('another-token')
    await sync()
    const asked = rakuten.calls.length

    const result = await engine.fixConnection(1, 'credentials', 'new-secret')
    await sync()

    expect(result).toMatchObject({ done: false, message: 'Enter the new token of Rakuten.' })
    expect([repositories.problems.of({ connectionId: 1 })[0]?.kind, rakuten.calls.length]).toEqual([
      'credentials',
      asked,
    ])
  })

  it('names the back office whose key is refused', async () => {
    const { rakuten, sync, engine, repositories } = await open({
      office: (backOffice) => ({
        ...backOffice,
        checkOrder: () => Promise.reject(new Fault('credentials', 'This PC refuses the key.', { side: 'This PC' })),
      }),
    })
    rakuten.world.buy({ items: [mug] })
    await sync()

    const result = await engine.fixConnection(1, 'credentials', 'new-secret')

    expect(repositories.problems.of({ connectionId: 1 })).toMatchObject([
      { kind: 'credentials', detail: { side: 'This PC', office: 'This PC' } },
    ])
    expect(result).toMatchObject({ done: false, message: 'Enter the new key of This PC.' })
  })

  it('says when Navette tries again, where it does', async () => {
    const { rakuten, sync, repositories } = await open()
    rakuten.faults.add({ kind: 'outage', times: 2 })

    await sync()

    expect(repositories.problems.of({ connectionId: 1 })).toMatchObject([{ nextTryAt: '2026-01-12T09:05:01.000Z' }])
  })

  it('makes way for the next one: only what stopped the last cycle stands', async () => {
    const { rakuten, sync, repositories } = await open()
    rakuten.faults.add({ kind: 'outage', times: 2 })
    await sync()
    rakuten.faults.add({ kind: 'quota', times: 1 })

    await sync()

    expect(repositories.problems.of({ connectionId: 1 }).map(({ kind }) => kind)).toEqual(['quota'])
  })
})

describe('a button while the token is refused', () => {
  it('is answered with what is to be done, and asks Rakuten nothing', async () => {
    const { rakuten, sync, act, order, id } = await onePlaced()
    rakuten.world.resetToken('another-token')
    await sync()
    const asked = rakuten.calls.length

    const result = await act(id, { action: 'cancel' })

    expect(result).toMatchObject({
      reference: id,
      done: false,
      message: expect.stringContaining('enter the new token'),
    })
    expect([order(id).status, rakuten.calls.length]).toEqual(['placed', asked])
  })
})

describe('a button while the connection is paused', () => {
  const paused = async () => {
    const corridor = await onePlaced()
    const [connection] = corridor.repositories.connections.list()
    if (connection === undefined) throw new Error('no connection')
    corridor.repositories.connections.save({ ...connection, paused: true })
    return { ...corridor, asked: corridor.rakuten.calls.length }
  }

  it('is answered so, and asks nobody anything', async () => {
    const { rakuten, act, order, asked, id } = await paused()

    const result = await act(id, { action: 'cancel' })

    expect(result).toMatchObject({ done: false, message: 'Rakuten is paused and makes no calls. Resume it first.' })
    expect([order(id).status, rakuten.calls.length]).toEqual(['placed', asked])
  })

  it('takes an order over all the same: that asks nobody', async () => {
    const { rakuten, act, order, asked, id } = await paused()

    const result = await act(id, { action: 'manual' })

    expect([result.done, order(id).status, rakuten.calls.length]).toEqual([true, 'manual', asked])
  })
})

describe('two accounts', () => {
  it('have cycles of their own: what stops one leaves the other running', async () => {
    const { rakuten, sync, repositories, clock } = await open()
    const [first] = repositories.connections.list()
    if (first === undefined) throw new Error('no connection')
    const { id: _, removedAt: __, ...facts } = first
    const elsewhere = { baseUrl: 'http://127.0.0.1:9' } // nobody listens there
    repositories.connections.insert({
      ...facts,
      label: 'Second',
      login: 'second',
      account: elsewhere,
      createdAt: clock.nowIso(),
    })
    rakuten.world.buy({ items: [mug] })

    const report = await sync()

    expect(report.connections.map(({ label, problem }) => [label, problem?.kind ?? null])).toEqual([
      ['Rakuten', null],
      ['Second', 'unreachable'],
    ])
    expect(report.connections[0]?.steps.find(({ step }) => step === 'place')).toMatchObject({ moved: 1 })
  })
})
