import { describe, expect, it } from 'vitest'
import { hold, settle } from '../../../src/main/sync/order-problems.ts'
import { aCorridor } from '../../helpers/a-corridor.ts'
import { anOrder } from '../../helpers/an-order.ts'
import { keepOrders } from '../../helpers/keep-orders.ts'

const START = '2026-01-12T09:00:00.000Z'

const open = async () => {
  const { repositories, corridor, clock } = await aCorridor()
  const [order] = keepOrders(repositories, anOrder())
  if (order === undefined) throw new Error('no order')
  const opened = await corridor()
  return {
    ...{ corridor: opened, order, clock },
    problems: () => repositories.problems.of({ orderId: order.id }),
    told: () => repositories.timeline.of(order.id).map(({ what, detail }) => [what, detail['kind']]),
  }
}

describe('a problem', () => {
  it('that is said again in every cycle stands since it was first said, and once in the timeline', async () => {
    const { corridor, order, clock, problems, told } = await open()
    hold(corridor, order, 'stock', '0 of 1 in stock.', { available: 0 })
    clock.advance(300_000)

    hold(corridor, order, 'stock', '0 of 1 in stock.', { available: 0 })

    expect(problems()).toMatchObject([{ kind: 'stock', since: START, nextTryAt: null }])
    expect(told()).toEqual([['problem', 'stock']])
  })

  it('that became another one is news', async () => {
    const { corridor, order, clock, problems, told } = await open()
    hold(corridor, order, 'stock', '0 of 2 in stock.')
    clock.advance(300_000)

    hold(corridor, order, 'stock', '1 of 2 in stock.')

    expect(problems()).toMatchObject([{ message: '1 of 2 in stock.', since: '2026-01-12T09:05:00.000Z' }])
    expect(told()).toHaveLength(2)
  })

  it('that goes away alone says when Navette tries again', async () => {
    const { corridor, order, clock, problems } = await open()
    hold(corridor, order, 'unreadable', 'Nothing at all.')
    clock.advance(300_000)

    hold(corridor, order, 'unreadable', 'Nothing at all.')

    expect(problems()).toMatchObject([{ since: START, nextTryAt: '2026-01-12T09:10:00.000Z' }])
  })

  it('that is solved is told once, and one that never stood is not', async () => {
    const { corridor, order, problems, told } = await open()
    hold(corridor, order, 'stock', '0 of 1 in stock.')

    settle(corridor, order, 'stock', 'sku')
    settle(corridor, order, 'stock', 'sku')

    expect(problems()).toEqual([])
    expect(told()).toEqual([
      ['problem', 'stock'],
      ['problem-solved', 'stock'],
    ])
  })
})
