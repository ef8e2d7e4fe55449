import { describe, expect, it } from 'vitest'
import { moveOrder } from '../../../src/main/domain/order.ts'
import { aBuyer, aNewOrder, anAddress, anItem, anOrder } from '../../helpers/an-order.ts'
import { keepOrders } from '../../helpers/keep-orders.ts'
import { openTestRepositories } from '../../helpers/open-test-database.ts'

const AT = '2026-11-20T10:00:00.000Z'

describe('saving an order', () => {
  it('keeps status, facts, items, decisions and buyer, and counts the revision', () => {
    const { orders } = openTestRepositories()
    const [order] = orders.insertNew([aNewOrder({ items: [anItem({ itemId: '1' })] })])
    if (order?.status !== 'imported') throw new Error('not imported')
    const moved = moveOrder(order, 'accepted', {
      backOfficeId: 1,
      acceptedAt: AT,
      shippingCents: 399,
      items: [anItem({ itemId: '1', status: 'accepted', shippingCents: 399 }), anItem({ itemId: '2' })],
      decisions: { accept: true },
      buyer: aBuyer({ corrected: anAddress({ city: 'Roubaix' }) }),
      changedAt: AT,
    })

    const saved = orders.save(moved)

    expect(saved).toEqual({ ...moved, revision: 2 })
    expect(orders.get(order.id)).toEqual(saved)
  })

  it('refuses an order that was saved since it was read, and keeps what the other one wrote', () => {
    const { orders } = openTestRepositories()
    const [read] = orders.insertNew([aNewOrder()])
    if (read === undefined) throw new Error('nothing inserted')
    const other = orders.save({ ...read, decisions: { accept: true } })

    const saveStale = () => orders.save({ ...read, decisions: { accept: false } })

    expect(saveStale).toThrow(expect.objectContaining({ kind: 'stale' }))
    expect(orders.get(read.id)).toEqual(other)
  })

  it('changes nothing at all when a part of it is refused', () => {
    const { orders } = openTestRepositories()
    const [first, second] = orders.insertNew([
      aNewOrder({ reference: 'A', items: [anItem({ itemId: '1' })] }),
      aNewOrder({ reference: 'B', items: [anItem({ itemId: '2' })] }),
    ])
    if (first === undefined || second === undefined) throw new Error('not inserted')

    const steal = () => orders.save({ ...first, deliveryMode: 'Suivi', items: [anItem({ itemId: '2' })] })

    expect(steal).toThrow('belongs to another order')
    expect([orders.get(first.id), orders.get(second.id)]).toEqual([first, second])
  })

  it('refuses an order without a fact that its status promises', () => {
    const repositories = openTestRepositories()
    const [order] = keepOrders(repositories, anOrder({ status: 'placed' }))
    if (order === undefined) throw new Error('not kept')

    expect(() => repositories.orders.save({ ...order, backOfficeRef: null } as typeof order)).toThrow(
      'without backOfficeRef',
    )
  })

  it('is found under its new words and no longer under the old ones', () => {
    const { orders } = openTestRepositories()
    const [order] = orders.insertNew([aNewOrder()])
    if (order === undefined) throw new Error('not inserted')

    orders.save({
      ...order,
      buyer: aBuyer({ login: 'someone', billing: null, delivery: anAddress({ lastName: 'Garnier' }), email: '' }),
    })

    const found = (search: string) =>
      orders.list({ tab: 'all', search, sort: 'purchasedAt', direction: 'ascending', offset: 0, limit: 9 }).total
    expect([found('garnier'), found('lefebvre'), found('elodie59')]).toEqual([1, 0, 0])
  })

  it('joins the transaction it stands in', () => {
    const repositories = openTestRepositories()
    const [order] = repositories.orders.insertNew([aNewOrder()])
    if (order === undefined) throw new Error('not inserted')

    const interrupted = () =>
      repositories.together(() => {
        repositories.orders.save({ ...order, deliveryMode: 'Suivi' })
        throw new Error('the process ends here')
      })

    expect(interrupted).toThrow('the process ends here')
    expect(repositories.orders.get(order.id)).toEqual(order)
  })
})
