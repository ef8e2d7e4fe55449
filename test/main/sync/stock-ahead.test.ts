import { describe, expect, it } from 'vitest'
import { DEFAULT_CONNECTION_SETTINGS } from '../../../src/main/domain/connection.ts'
import type { Order } from '../../../src/main/domain/order.ts'
import { readStockAhead } from '../../../src/main/sync/stock-ahead.ts'
import { aCorridor } from '../../helpers/a-corridor.ts'
import { anItem, anOrder } from '../../helpers/an-order.ts'
import { keepOrders } from '../../helpers/keep-orders.ts'

const anOrderFor = (sku: string, reference: string, day: number, facts: Partial<Order> = {}): Order =>
  anOrder({
    reference,
    purchasedAt: `2026-01-0${day}T10:00:00.000Z`,
    items: [anItem({ itemId: `${reference}-1`, sku }), anItem({ itemId: `${reference}-2`, sku })],
    ...facts,
  })

const queue = async (...orders: readonly Order[]) => {
  const { repositories, corridor } = await aCorridor({ settings: { skuAliases: { TASSE: 'MUG' } } })
  const [present] = repositories.connections.list()
  if (present === undefined) throw new Error('no connection')
  repositories.connections.insert({
    ...present,
    label: 'Second',
    login: 'second',
    settings: DEFAULT_CONNECTION_SETTINGS,
  })
  const kept = keepOrders(repositories, ...orders)
  const ahead = readStockAhead(await corridor())
  return kept.map((order) => ahead(order).get('MUG') ?? 0)
}

describe('readStockAhead', () => {
  it('lets older orders take theirs first, whatever connection of the back office they came through', async () => {
    const mine = anOrderFor('MUG', '1', 2)
    const theirOlder = anOrderFor('MUG', '2', 1, { connectionId: 2 })
    const theirYounger = anOrderFor('MUG', '3', 3, { connectionId: 2 })

    expect(await queue(mine, theirOlder, theirYounger)).toEqual([2, 0, 4])
  })

  it('keeps what was accepted already for whom it was promised, however new the order', async () => {
    const promised = { items: [anItem({ itemId: '2-1', sku: 'MUG', status: 'accepted' })] }

    expect(await queue(anOrderFor('MUG', '1', 1), anOrderFor('MUG', '2', 2, promised))).toEqual([1, 2])
  })

  it('counts a unit under its name in the back office', async () => {
    expect(await queue(anOrderFor('TASSE', '1', 1), anOrderFor('MUG', '2', 2))).toEqual([0, 2])
  })

  it('counts accepted orders and those the seller handles, and no unit the back office has or that is gone', async () => {
    const gone = anOrderFor('MUG', '4', 1, { items: [anItem({ itemId: '4-1', sku: 'MUG', status: 'cancelled' })] })

    const ahead = await queue(
      anOrderFor('MUG', '1', 1, {
        status: 'accepted',
        backOfficeId: 1,
        acceptedAt: '2026-01-01T10:00:00.000Z',
        shippingCents: 0,
      }),
      anOrderFor('MUG', '2', 1, { status: 'manual', manualSince: '2026-01-01T10:00:00.000Z' }),
      {
        ...anOrder({ status: 'placed' }),
        ...anOrderFor('MUG', '3', 1, { status: 'placed', backOfficeId: 1 }),
        backOfficeRef: '501',
      } as Order,
      gone,
      anOrderFor('MUG', '5', 2),
    )

    expect(ahead.at(-1)).toBe(4)
  })
})
