import { expect, it } from 'vitest'
import { ORDER_STATUSES, type Order } from '../../../src/main/domain/order.ts'
import { aNewOrder, anItem, anOrder } from '../../helpers/an-order.ts'
import { keepOrders } from '../../helpers/keep-orders.ts'
import { openTestRepositories } from '../../helpers/open-test-database.ts'

it('holds the units of orders that the back office does not know of, oldest purchase first', () => {
  const repositories = openTestRepositories()
  const units = (prefix: string) => [
    anItem({ itemId: `${prefix}1`, status: 'accepted' }),
    anItem({ itemId: `${prefix}2` }),
    anItem({ itemId: `${prefix}3`, sku: 'CUP' }),
  ]
  const [newer, older] = keepOrders(
    repositories,
    anOrder({ reference: 'newer', purchasedAt: '2026-11-19T08:00:00.000Z', items: units('n') }),
    anOrder({ reference: 'older', status: 'accepted', purchasedAt: '2026-11-17T08:00:00.000Z', items: units('o') }),
  )

  const ofOrder = (order: Order | undefined, day: string) =>
    ({ connectionId: 1, orderId: order?.id, purchasedAt: `2026-11-${day}T08:00:00.000Z` }) as const

  const held = repositories.orders.unitsHeld(1)

  expect(held).toEqual([
    { ...ofOrder(older, '17'), sku: 'CUP', units: 1, promised: 0 },
    { ...ofOrder(older, '17'), sku: 'MUG-BLUE', units: 2, promised: 1 },
    { ...ofOrder(newer, '19'), sku: 'CUP', units: 1, promised: 0 },
    { ...ofOrder(newer, '19'), sku: 'MUG-BLUE', units: 2, promised: 1 },
  ])
})

it('counts imported, accepted and handed over orders only', () => {
  const repositories = openTestRepositories()
  const kept = keepOrders(repositories, ...ORDER_STATUSES.map((status) => anOrder({ reference: status, status })))
  const placedByHand = anOrder({ reference: 'placed by hand', status: 'manual', backOfficeId: 1, backOfficeRef: '7' })
  keepOrders(repositories, placedByHand)

  const held = repositories.orders.unitsHeld(1).map(({ orderId }) => kept.find(({ id }) => id === orderId)?.status)

  expect(held.toSorted()).toEqual(['accepted', 'imported', 'manual'])
})

it("holds no unit that is refused, cancelled or somebody else's", () => {
  const { orders } = openTestRepositories()
  const dead = (['refused', 'cancelled', 'not-ours'] as const).map((status) =>
    anItem({ itemId: status, sku: status, status }),
  )
  orders.insertNew([aNewOrder({ items: [...dead, anItem({ itemId: 'claim', sku: 'claimed', status: 'claim' })] })])

  expect(orders.unitsHeld(1).map(({ sku }) => sku)).toEqual(['claimed'])
})

it('belongs to the back office an order was checked against, else to the present one of its connection', () => {
  const repositories = openTestRepositories()
  const old = repositories.backOffices.insert({ label: 'Old shop', kind: 'prestashop', settings: {} })
  keepOrders(
    repositories,
    anOrder({ reference: 'imported' }),
    anOrder({ reference: 'accepted there', status: 'accepted', backOfficeId: old.id }),
  )

  const skus = (backOfficeId: number) =>
    repositories.orders.unitsHeld(backOfficeId).map(({ orderId }) => repositories.orders.get(orderId)?.reference)

  expect(skus(1)).toEqual(['imported'])
  expect(skus(old.id)).toEqual(['accepted there'])
})

it('gives the units of a removed connection back', () => {
  const repositories = openTestRepositories()
  repositories.orders.insertNew([aNewOrder()])

  repositories.connections.remove(1, '2026-11-20T10:00:00.000Z')

  expect(repositories.orders.unitsHeld(1)).toEqual([])
})
