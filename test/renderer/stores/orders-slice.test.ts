import { describe, expect, it } from 'vitest'
import type { OrderRow } from '../../../src/preload/contract/order-views.ts'
import { createAppStore } from '../../../src/renderer/stores/app-store.ts'
import { orderAt } from '../../../src/renderer/stores/orders-slice.ts'
import { createApiTwin } from '../helpers/api-twin.ts'
import { aRow } from '../helpers/sample-orders.ts'

const many = (count: number): readonly OrderRow[] =>
  Array.from({ length: count }, (_, index) => aRow({ id: index + 1 }))

describe('the list of orders', () => {
  it('reads only the pages that are on screen', async () => {
    const twin = createApiTwin({}, { orders: many(1_000) })
    const { getState } = createAppStore(twin.api)
    await getState().select({ tab: 'all' })

    await getState().showOrders(640, 660)

    expect(twin.inputsOf('orders:list')).toMatchObject([{ offset: 0 }, { offset: 600 }])
    expect(orderAt(getState(), 650)?.id).toBe(651)
    expect(orderAt(getState(), 300)).toBeUndefined()
    expect(getState().ordersTotal).toBe(1_000)
  })

  it('asks for a page once, however often it is shown', async () => {
    const twin = createApiTwin({}, { orders: many(300) })
    const { getState } = createAppStore(twin.api)
    await getState().select({ tab: 'all' })

    await Promise.all([getState().showOrders(110, 130), getState().showOrders(112, 132)])
    await getState().showOrders(115, 135)

    expect(twin.inputsOf('orders:list')).toHaveLength(2)
  })

  it('drops an answer to what is no longer asked', async () => {
    const waiting: (() => void)[] = []
    const list = ({ tab }: { readonly tab: string }) =>
      new Promise<{ rows: readonly OrderRow[]; total: number; counts: typeof COUNTS }>((resolve) => {
        const answer = () => resolve({ rows: [aRow({ id: tab === 'all' ? 1 : 2 })], total: 1, counts: COUNTS })
        if (tab === 'all') waiting.push(answer)
        else answer()
      })
    const { getState } = createAppStore(createApiTwin({ orders: { list } }).api)
    const slow = getState().select({ tab: 'all' })
    await getState().select({ tab: 'skipped' })

    for (const answer of waiting) answer()
    await slow

    expect(orderAt(getState(), 0)?.id).toBe(2)
  })

  it('stays on its order when others come in before it', async () => {
    const world = { orders: many(3) }
    const list = () => ({ rows: world.orders, total: world.orders.length, counts: COUNTS })
    const { getState } = createAppStore(createApiTwin({ orders: { list } }).api)
    await getState().select({ tab: 'all' })
    getState().moveCursor(1)

    world.orders = [aRow({ id: 99 }), ...many(3)]
    await getState().reloadOrders()

    expect(orderAt(getState(), getState().cursor)?.id).toBe(2)
  })
})

const COUNTS = { todo: 0, 'to-accept': 0, 'not-shipped': 0, waiting: 0, shipped: 0, cancelled: 0, skipped: 0, all: 0 }
