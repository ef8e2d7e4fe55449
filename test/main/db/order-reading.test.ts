import { describe, expect, it } from 'vitest'
import { ORDER_STATUSES } from '../../../src/main/domain/order.ts'
import { aNewOrder, anOrder } from '../../helpers/an-order.ts'
import { keepOrders } from '../../helpers/keep-orders.ts'
import { openTestRepositories } from '../../helpers/open-test-database.ts'

const references = (orders: readonly { readonly reference: string }[]) => orders.map(({ reference }) => reference)

describe('orders in a status', () => {
  it('are found in each of the ten statuses, with the facts that status makes certain', () => {
    const repositories = openTestRepositories()
    keepOrders(repositories, ...ORDER_STATUSES.map((status) => anOrder({ reference: `of-${status}`, status })))

    for (const status of ORDER_STATUSES)
      expect(repositories.orders.inStatus(1, status)).toMatchObject([anOrderWithoutIds(status)])
  })

  it('come oldest purchase first, and in pages when asked', () => {
    const repositories = openTestRepositories()
    const days = ['2026-11-03', '2026-11-01', '2026-11-02', '2026-11-02']
    repositories.orders.insertNew(
      days.map((day, index) => aNewOrder({ reference: `${day}/${index}`, purchasedAt: `${day}T08:00:00.000Z` })),
    )

    const all = repositories.orders.inStatus(1, 'imported')
    const first = repositories.orders.inStatus(1, 'imported', { afterPurchasedAt: '', afterId: 0, limit: 3 })
    const last = first.at(-1)
    const second = repositories.orders.inStatus(1, 'imported', {
      afterPurchasedAt: last?.purchasedAt ?? '',
      afterId: last?.id ?? 0,
      limit: 3,
    })

    expect(references(all)).toEqual(['2026-11-01/1', '2026-11-02/2', '2026-11-02/3', '2026-11-03/0'])
    expect(references(first)).toEqual(['2026-11-01/1', '2026-11-02/2', '2026-11-02/3'])
    expect(references(second)).toEqual(['2026-11-03/0'])
  })

  it("are the connection's own", () => {
    const repositories = openTestRepositories()
    repositories.orders.insertNew([aNewOrder()])

    expect(repositories.orders.inStatus(2, 'imported')).toEqual([])
  })
})

describe('what is watched at the marketplace', () => {
  it("is every order that is open or the seller's own, with the oldest purchase among them", () => {
    const repositories = openTestRepositories()
    const watched = ['imported', 'accepted', 'placed', 'waiting', 'dispatched', 'manual']
    keepOrders(
      repositories,
      ...ORDER_STATUSES.map((status, index) =>
        anOrder({ reference: status, status, purchasedAt: `2026-11-${20 - index}T08:00:00.000Z` }),
      ),
    )

    const open = repositories.orders.openReferences(1)

    expect(open.map(({ status }) => status).toSorted()).toEqual(watched.toSorted())
    expect(open.every(({ status, reference }) => status === reference)).toBe(true)
    expect(repositories.orders.oldestOpenPurchase(1)).toBe('2026-11-11T08:00:00.000Z')
    expect(repositories.orders.oldestOpenPurchase(2)).toBeNull()
  })

  it('names what must still be decided, soonest deadline first', () => {
    const repositories = openTestRepositories()
    keepOrders(
      repositories,
      anOrder({ reference: 'later', acceptBy: '2026-11-25T23:00:00.000Z' }),
      anOrder({ reference: 'sooner', acceptBy: '2026-11-24T23:00:00.000Z' }),
      anOrder({ reference: 'unmapped', status: 'skipped', acceptBy: '2026-11-23T23:00:00.000Z' }),
      anOrder({ reference: 'pickup', status: 'skipped', skippedReason: 'in-store-pickup' }),
      anOrder({ reference: 'accepted', status: 'accepted', acceptBy: '2026-11-22T23:00:00.000Z' }),
    )

    expect(references(repositories.orders.deadlines(1))).toEqual(['unmapped', 'sooner', 'later'])
    expect(references(repositories.orders.deadlines(1, 1))).toEqual(['unmapped'])
  })
})

describe('known orders', () => {
  it('are found by reference, among those asked for', () => {
    const { orders } = openTestRepositories()
    orders.insertNew([aNewOrder({ reference: 'A' }), aNewOrder({ reference: 'B' })])

    const known = orders.known(1, ['B', 'C'])

    expect([...known.keys()]).toEqual(['B'])
    expect(known.get('B')).toEqual(orders.get(2))
    expect(orders.known(2, ['A', 'B']).size).toBe(0)
  })

  it('are null when they are not there', () => {
    const { orders } = openTestRepositories()

    expect([orders.get(1), orders.withItem(1, '1'), orders.raw(1)]).toEqual([null, null, null])
  })
})

describe('orders that ended lately', () => {
  it('are those that stand in a back office', () => {
    const repositories = openTestRepositories()
    const placed = { backOfficeId: 1, backOfficeRef: '501' }
    keepOrders(
      repositories,
      anOrder({ reference: 'shipped', status: 'shipped', ...placed, shippedAt: '2026-11-20T10:00:00.000Z' }),
      anOrder({ reference: 'long ago', status: 'shipped', ...placed, shippedAt: '2026-10-20T10:00:00.000Z' }),
      anOrder({ reference: 'cancelled', status: 'cancelled', ...placed, endedAt: '2026-11-21T10:00:00.000Z' }),
      anOrder({ reference: 'never placed', status: 'cancelled', endedAt: '2026-11-21T10:00:00.000Z' }),
    )

    expect(references(repositories.orders.endedSince(1, '2026-11-01T00:00:00.000Z'))).toEqual(['shipped', 'cancelled'])
  })
})

const anOrderWithoutIds = (status: (typeof ORDER_STATUSES)[number]) => {
  const { id: _, revision: __, ...facts } = anOrder({ reference: `of-${status}`, status })
  return facts
}
