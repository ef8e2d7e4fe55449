import { describe, expect, it } from 'vitest'
import type { Problem } from '../../../src/main/domain/problem.ts'
import { aNewOrder } from '../../helpers/an-order.ts'
import { openTestRepositories } from '../../helpers/open-test-database.ts'

const aProblem = (facts: Partial<Problem> = {}): Problem => ({
  kind: 'stock',
  message: '1 of 2 in stock.',
  detail: { available: 1, skus: ['MUG-BLUE'] },
  since: '2026-11-20T10:00:00.000Z',
  nextTryAt: null,
  ...facts,
})

const withOrders = (count: number) => {
  const repositories = openTestRepositories()
  repositories.orders.insertNew(Array.from({ length: count }, (_, index) => aNewOrder({ reference: `P${index + 1}` })))
  return repositories
}

describe('a problem that stands', () => {
  it('keeps the moment it began while the same is said again', () => {
    const { problems } = withOrders(1)
    problems.put({ orderId: 1 }, aProblem())

    const again = { since: '2026-11-21T10:00:00.000Z', nextTryAt: '2026-11-21T10:05:00.000Z', detail: { available: 0 } }
    problems.put({ orderId: 1 }, aProblem(again))

    expect(problems.of({ orderId: 1 })).toEqual([aProblem({ ...again, since: '2026-11-20T10:00:00.000Z' })])
  })

  it('begins anew when it says something else', () => {
    const { problems } = withOrders(1)
    problems.put({ orderId: 1 }, aProblem())

    const other = aProblem({ message: '0 of 2 in stock.', since: '2026-11-21T10:00:00.000Z' })
    problems.put({ orderId: 1 }, other)

    expect(problems.of({ orderId: 1 })).toEqual([other])
  })

  it('stands beside those of other kinds', () => {
    const { problems } = withOrders(1)

    problems.put({ orderId: 1 }, aProblem())
    problems.put({ orderId: 1 }, aProblem({ kind: 'address' }))

    expect(problems.of({ orderId: 1 }).map(({ kind }) => kind)).toEqual(['stock', 'address'])
  })

  it("is the order's or the connection's, never both", () => {
    const { problems } = withOrders(1)

    problems.put({ orderId: 1 }, aProblem())
    problems.put({ connectionId: 1 }, aProblem({ kind: 'credentials' }))
    problems.put({ connectionId: 1 }, aProblem({ kind: 'credentials', nextTryAt: '2026-11-21T10:00:00.000Z' }))

    expect(problems.of({ orderId: 1 }).map(({ kind }) => kind)).toEqual(['stock'])
    expect(problems.of({ connectionId: 1 }).map(({ kind }) => kind)).toEqual(['credentials'])
    expect(problems.clear({ connectionId: 1 })).toHaveLength(1)
    expect(problems.of({ orderId: 1 })).toHaveLength(1)
  })
})

describe('clearing problems', () => {
  it('takes the named kinds away and returns what stood there', () => {
    const { problems } = withOrders(1)
    problems.put({ orderId: 1 }, aProblem())
    problems.put({ orderId: 1 }, aProblem({ kind: 'address' }))

    const cleared = problems.clear({ orderId: 1 }, 'stock', 'sku')

    expect(cleared).toEqual([aProblem()])
    expect(problems.of({ orderId: 1 }).map(({ kind }) => kind)).toEqual(['address'])
  })

  it('takes all of them when no kind is named', () => {
    const { problems } = withOrders(2)
    problems.put({ orderId: 1 }, aProblem())
    problems.put({ orderId: 1 }, aProblem({ kind: 'address' }))
    problems.put({ orderId: 2 }, aProblem())

    expect(problems.clear({ orderId: 1 })).toHaveLength(2)
    expect(problems.all().map(({ reference }) => reference)).toEqual(['P2'])
  })
})

it('lists every problem with what it stands beside, oldest first', () => {
  const { problems } = withOrders(1)
  problems.put({ orderId: 1 }, aProblem())
  problems.put({ connectionId: 1 }, aProblem({ kind: 'credentials', since: '2026-11-19T10:00:00.000Z' }))

  expect(problems.all()).toEqual([
    {
      connectionId: 1,
      orderId: null,
      reference: null,
      problem: aProblem({ kind: 'credentials', since: '2026-11-19T10:00:00.000Z' }),
    },
    { connectionId: 1, orderId: 1, reference: 'P1', problem: aProblem() },
  ])
})

it('names the orders that have a problem of a kind', () => {
  const { problems } = withOrders(3)
  for (const orderId of [3, 1]) problems.put({ orderId }, aProblem({ kind: 'sku' }))
  problems.put({ orderId: 2 }, aProblem())

  expect(problems.ordersWith(1, 'sku')).toEqual([1, 3])
  expect(problems.ordersWith(2, 'sku')).toEqual([])
})
