import { describe, expect, it } from 'vitest'
import type { NewOrder } from '../../../src/main/db/orders-repository.ts'
import { createRepositories } from '../../../src/main/db/repositories.ts'
import { DEFAULT_CONNECTION_SETTINGS } from '../../../src/main/domain/connection.ts'
import { aNewOrder, anItem } from '../../helpers/an-order.ts'
import { connectTestAccount, openTestDatabase, openTestRepositories } from '../../helpers/open-test-database.ts'

const withoutRaw = ({ raw: _, ...order }: ReturnType<typeof aNewOrder>) => order

describe('new orders', () => {
  it('are read back as they were given, every fact of order and item included', () => {
    const { orders } = openTestRepositories()
    const items = [
      anItem({ itemId: '1', eans: [], negotiated: true, negotiationComment: 'a little less?' }),
      anItem({ itemId: '2', preorder: true, shippingCents: 120, shipped: true, placed: true }),
    ]
    const given = aNewOrder({
      items,
      decisions: { acceptAvailable: true },
      prepaidLabel: { url: 'https://label', trackingNumber: '8R1', trackingUrl: 'https://track' },
    })

    const [inserted] = orders.insertNew([given])

    expect(inserted).toEqual({ ...withoutRaw(given), id: 1, revision: 1 })
    expect(orders.get(1)).toEqual(inserted)
    expect(orders.raw(1)).toBe(given.raw)
  })

  it('leave a known purchase as it is and return only what was new, in the order given', () => {
    const { orders } = openTestRepositories()
    orders.insertNew([aNewOrder({ reference: 'B', deliveryMode: 'Suivi' })])

    const inserted = orders.insertNew(['C', 'B', 'A'].map((reference) => aNewOrder({ reference })))

    expect(inserted.map(({ reference }) => reference)).toEqual(['C', 'A'])
    expect(orders.byReference('B')).toMatchObject([{ deliveryMode: 'Suivi' }])
  })

  it('are known by connection: two sellers may share a purchase id and item ids', () => {
    const repositories = openTestRepositories()
    repositories.connections.insert({
      label: 'Second',
      marketplace: 'rakuten-france',
      login: 'autre',
      account: {},
      backOfficeId: 1,
      referencePrefix: 'RKT2',
      settings: DEFAULT_CONNECTION_SETTINGS,
      paused: false,
      createdAt: '2026-01-01T00:00:00.000Z',
    })

    const inserted = repositories.orders.insertNew([aNewOrder({ connectionId: 1 }), aNewOrder({ connectionId: 2 })])

    expect(inserted.map(({ connectionId }) => connectionId)).toEqual([1, 2])
    expect(repositories.orders.byReference('214001')).toHaveLength(2)
    expect(repositories.orders.byReference('214001', 2)).toMatchObject([{ connectionId: 2 }])
  })

  it('never hold a unit twice: an item known under another purchase is left out', () => {
    const { orders } = openTestRepositories()
    orders.insertNew([aNewOrder({ reference: 'A', items: [anItem({ itemId: '1' })] })])

    const inserted = orders.insertNew([
      aNewOrder({ reference: 'B', items: [anItem({ itemId: '1' }), anItem({ itemId: '2' })] }),
      aNewOrder({ reference: 'C', items: [anItem({ itemId: '1' })] }),
    ])

    expect(inserted).toMatchObject([{ reference: 'B', items: [{ itemId: '2' }] }])
    expect(orders.get(2)?.items.map(({ itemId }) => itemId)).toEqual(['2'])
    expect(orders.byReference('C')).toEqual([])
    expect(orders.withItem(1, '1')?.reference).toBe('A')
  })

  it('come in all or none', () => {
    const { orders } = openTestRepositories()
    const foreign = aNewOrder({ reference: 'B', connectionId: 99 })

    expect(() => orders.insertNew([aNewOrder({ reference: 'A' }), foreign])).toThrow('FOREIGN KEY')

    expect(orders.byReference('A')).toEqual([])
  })

  it('are refused when a fact is missing that their status makes certain', () => {
    const { orders } = openTestRepositories()

    const cut = { ...aNewOrder({ status: 'accepted' }), shippingCents: null } as NewOrder // what the compiler would not let pass

    expect(() => orders.insertNew([cut])).toThrow('214001 is accepted without shippingCents')
  })

  it('that were never answered for in words we know are not read as if they were', () => {
    const db = openTestDatabase()
    const repositories = createRepositories(db)
    connectTestAccount(repositories)
    repositories.orders.insertNew([aNewOrder()])

    db.exec("UPDATE orders SET status = 'lost'")

    expect(() => repositories.orders.get(1)).toThrow('The database holds "lost"')
  })
})
