import { describe, expect, it } from 'vitest'
import type { Order } from '../../../../src/main/domain/order.ts'
import { anItem, anOrder } from '../../../helpers/an-order.ts'
import { keepOrders } from '../../../helpers/keep-orders.ts'
import { aStockWorld, type StockWorld } from './a-stock-world.ts'

const mugs = (prefix: string, count: number, sku = 'MUG') =>
  Array.from({ length: count }, (_, index) => anItem({ itemId: `${prefix}-${index}`, sku }))

const order = (reference: string, count: number, facts: Partial<Order> = {}) =>
  anOrder({ ...facts, reference, items: facts.items ?? mugs(reference, count) })

const offered = (world: StockWorld): number | null => world.row('MUG').offered

describe('units that the back office does not know to be sold', () => {
  it('are those of every order not placed yet, held and negotiated ones included', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 10 }, onThisPc: { MUG: 10 } })
    keepOrders(
      world.repositories,
      order('imported', 1),
      order('negotiated', 1, {
        items: [anItem({ itemId: 'n', negotiated: true })].map((item) => ({ ...item, sku: 'MUG' })),
      }),
      order('accepted', 2, { status: 'accepted' }),
      order('placed', 1, { status: 'placed' }),
      order('skipped', 1, { status: 'skipped' }),
    )

    await world.desk.push(world.corridor())

    expect(offered(world)).toBe(6)
    expect(world.files()).toEqual([[['MUG', 6]]])
  })

  it('are those of every connection on the same back office, by its own names', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 10 }, onThisPc: { MUG: 10 } })
    const { id: _id, removedAt: _removedAt, ...connection } = world.corridor().connection
    const other = world.repositories.connections.insert({
      ...connection,
      login: 'autre',
      label: 'Other',
      settings: { ...connection.settings, skuAliases: { TASSE: 'MUG' } },
    })
    keepOrders(world.repositories, order('there', 3, { connectionId: other.id, items: mugs('there', 3, 'TASSE') }))

    await world.desk.push(world.corridor())

    expect(offered(world)).toBe(7)
  })

  it('are told by the timer as soon as an order came in, without a new reading', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 10 }, onThisPc: { MUG: 10 } })
    await world.desk.push(world.corridor())
    keepOrders(world.repositories, order('new', 2))
    world.pass(1)

    await world.desk.push(world.corridor(), 'timer')

    expect(world.files()).toEqual([[['MUG', 8]]])
  })

  it('are still those of an order placed since the reading', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 10 }, onThisPc: { MUG: 10 } })
    await world.desk.push(world.corridor())
    keepOrders(world.repositories, order('new', 2, { status: 'placed' }))
    world.stockOnThisPc('MUG', 8)
    world.pass(1)

    await world.desk.push(world.corridor(), 'timer')
    expect(world.row('MUG')).toMatchObject({ available: 10, offered: 8 })
    await world.desk.push(world.corridor())

    expect(world.row('MUG')).toMatchObject({ available: 8, offered: 8 })
  })

  it('are those of an order placed while the back office was being read, whichever figure it gave', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 10 }, onThisPc: { MUG: 10 } })
    const real = world.backOffice
    world.backOffice = {
      ...real,
      readStock: async () => {
        const stock = await real.readStock()
        keepOrders(world.repositories, order('new', 2, { status: 'placed' }))
        return stock
      },
    }

    await world.desk.push(world.corridor())

    expect(offered(world)).toBe(8)
  })

  it('are not those of an order in another back office', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 10 }, onThisPc: { MUG: 10 } })
    const { id } = world.repositories.backOffices.insert({ label: 'Old shop', kind: 'this-pc', settings: {} })
    await world.desk.push(world.corridor())
    keepOrders(world.repositories, order('old', 2, { status: 'placed', backOfficeId: id }))

    await world.desk.push(world.corridor(), 'timer')

    expect(offered(world)).toBe(10)
  })
})
