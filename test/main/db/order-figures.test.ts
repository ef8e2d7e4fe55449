import { describe, expect, it } from 'vitest'
import { ORDER_STATUSES } from '../../../src/main/domain/order.ts'
import { aNewOrder, anOrder } from '../../helpers/an-order.ts'
import { keepOrders } from '../../helpers/keep-orders.ts'
import { openTestRepositories } from '../../helpers/open-test-database.ts'

const NOW = '2026-11-20T10:00:00.000Z'

describe('the figures of the screens', () => {
  it('count what came in and what was shipped on each day', () => {
    const repositories = openTestRepositories()
    keepOrders(
      repositories,
      anOrder({ reference: 'A', importedAt: '2026-11-18T08:00:00.000Z' }),
      anOrder({
        reference: 'B',
        importedAt: '2026-11-18T09:00:00.000Z',
        status: 'shipped',
        shippedAt: '2026-11-19T09:00:00.000Z',
      }),
      anOrder({ reference: 'C', importedAt: '2026-10-01T09:00:00.000Z' }),
    )

    const figures = [
      { day: '2026-11-18', imported: 2, shipped: 0 },
      { day: '2026-11-19', imported: 0, shipped: 1 },
    ]

    expect(repositories.orders.perDay('2026-11-01', null)).toEqual(figures)
    expect(repositories.orders.perDay('2026-11-01', 1)).toEqual(figures)
    expect(repositories.orders.perDay('2026-11-01', 2)).toEqual([])
  })

  it('count for each delivery mode what is open and what it holds back', () => {
    const repositories = openTestRepositories()
    const ofMode = (deliveryMode: string, reference: string, more: Parameters<typeof anOrder>[0]) =>
      anOrder({ reference: `${deliveryMode} ${reference}`, deliveryMode, ...more })
    keepOrders(
      repositories,
      ...ORDER_STATUSES.map((status) => ofMode('Normal', status, { status })),
      ofMode('Express', 'in time', {
        status: 'skipped',
        skippedReason: 'mode-not-available',
        acceptBy: '2026-11-21T23:00:00.000Z',
      }),
      ofMode('Express', 'too late', {
        status: 'skipped',
        skippedReason: 'mode-not-available',
        acceptBy: '2026-11-19T23:00:00.000Z',
      }),
      ofMode('Express', 'pickup', {
        status: 'skipped',
        skippedReason: 'in-store-pickup',
        acceptBy: '2026-11-21T23:00:00.000Z',
      }),
    )

    expect(repositories.orders.byMode(1, NOW)).toEqual([
      { deliveryMode: 'Express', open: 0, held: 1 },
      { deliveryMode: 'Normal', open: 5, held: 1 },
    ])
    const held = repositories.orders.heldByMode(1, 'Express', NOW)
    expect(held.map((id) => repositories.orders.get(id)?.reference)).toEqual(['Express in time'])
  })

  it('know when a buyer was erased', () => {
    const { orders } = openTestRepositories()
    const [order] = orders.insertNew([aNewOrder()])
    const id = order?.id ?? 0
    expect(orders.erasedAt(id)).toBeNull()

    orders.eraseBuyer(id, NOW)

    expect(orders.erasedAt(id)).toBe(NOW)
  })
})
