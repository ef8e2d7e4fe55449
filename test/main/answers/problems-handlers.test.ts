import { describe, expect, it } from 'vitest'
import { aNewOrder } from '../../helpers/an-order.ts'
import { connectTestAccount } from '../../helpers/open-test-database.ts'
import { testAnswers } from '../../helpers/test-answers.ts'

const since = '2026-11-20T09:00:00.000Z'

describe('the list of problems', () => {
  it('names order, connection and ways out, the most urgent first', async () => {
    const { ask, repositories } = testAnswers()
    connectTestAccount(repositories)
    const [order] = repositories.orders.insertNew([aNewOrder({ reference: '42' })])
    const problem = { message: 'so it is', detail: {}, since, nextTryAt: null }
    repositories.problems.put({ connectionId: 1 }, { ...problem, kind: 'busy', nextTryAt: '2026-11-20T10:05:00.000Z' })
    repositories.problems.put({ orderId: order?.id ?? 0 }, { ...problem, kind: 'sku' })

    const reply = await ask.problems.list()

    const ofConnection = { connection: 'Rakuten', connectionId: 1 }
    expect(reply).toMatchObject({
      ok: true,
      value: [
        {
          ...ofConnection,
          reference: '42',
          kind: 'sku',
          choices: ['alias', 'retry', 'refuse'],
          needsPerson: true,
          since,
        },
        { ...ofConnection, reference: null, kind: 'busy', nextTryAt: '2026-11-20T10:05:00.000Z', needsPerson: false },
      ],
    })
  })

  it('is empty when nothing stands', async () => {
    expect(await testAnswers().ask.problems.list()).toEqual({ ok: true, value: [] })
  })
})

describe('a connection’s own problem', () => {
  it('is solved through the engine, and the window hears of it', async () => {
    const { ask, asked, announced } = testAnswers()

    await ask.problems.fixConnection({ connectionId: 1, kind: 'settings', choice: 'retry' })

    expect(asked).toEqual(['fix 1 settings retry'])
    expect(announced).toContainEqual({ name: 'connections-changed', value: { ids: [1] } })
  })
})
