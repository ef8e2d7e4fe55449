import { beforeEach, describe, expect, it } from 'vitest'
import { toTestOrder } from '../../../src/main/accounts/test-order-lines.ts'
import type { BackOffice, OrderToPlace } from '../../../src/main/connectors/sockets/back-office.ts'
import { Fault } from '../../../src/main/domain/fault.ts'
import { clockByHand } from '../../helpers/clock-by-hand.ts'
import { GOOD_TOKEN, officeBook, rakutenForm, testAccounts } from '../../helpers/test-accounts.ts'

beforeEach(() => officeBook.clear())

const connected = async () => {
  const clock = clockByHand('2026-11-20T10:00:00.000Z')
  const test = testAccounts({ clock })
  const shop = { shopUrl: 'https://boutique.example', consumerKey: GOOD_TOKEN, consumerSecret: 'secret' }
  const { id } = await test.accounts.backOffices.add('woocommerce', 'Boutique', shop)
  const connection = await test.accounts.connections.add({ ...rakutenForm(), backOfficeId: id })
  const placed = (): string[] => [...officeBook.keys()]
  return { ...test, clock, connection, testOrders: test.accounts.testOrders, placed }
}

describe('a test order', () => {
  it.each(['cancelled', 'completed'] as const)(
    'that was %s there is told as such, and only then can another be sent',
    async (state) => {
      const { testOrders, connection, clock, placed } = await connected()
      await testOrders.send(connection)
      const [order] = officeBook.values()
      if (order === undefined) expect.fail('nothing was placed')
      officeBook.set(order.reference, { ...order, state })

      const noticed = await testOrders.send(connection)
      clock.advance(1_000)
      const another = await testOrders.send(connection)

      expect(noticed).toMatchObject({ reference: order.reference, state })
      expect(another).toMatchObject({ state: 'confirmed' })
      expect(placed()).toEqual([order.reference, another.reference])
    },
  )

  it('whose creation was lost on the way is given up after a while, so that another can be sent', async () => {
    const { testOrders, connection, clock, repositories, placed } = await connected()
    const sent = await testOrders.send(connection)
    officeBook.clear()
    const lost = { ...sent, state: 'sent', backOfficeRef: null, backOfficeNumber: null }
    repositories.settings.save(`test-order:${connection.id}`, lost)

    const early = await testOrders.look(connection)
    clock.advance(5 * 60_000)
    const late = await testOrders.look(connection)
    await testOrders.send(connection)

    expect([early?.state, late?.state]).toEqual(['sent', 'failed'])
    expect(placed()).toHaveLength(1)
  })

  it('holds no unit of anybody’s stock', async () => {
    const { testOrders, connection, repositories } = await connected()

    await testOrders.send(connection)

    expect(repositories.orders.unitsHeld(connection.backOfficeId)).toEqual([])
  })
})

describe('the product of a test order', () => {
  const skuOf = async (stock: readonly [sku: string, available: number | null][]): Promise<string | undefined> => {
    const backOffice: Pick<BackOffice, 'readStock' | 'listMethods'> = {
      readStock: async () => stock.map(([sku, available]) => ({ sku, available, title: sku })),
      listMethods: async () => [],
    }
    // The two verbs that are asked.
    const order: OrderToPlace = await toTestOrder(backOffice as BackOffice, 'TEST-1', '2026-11-20T10:00:00.000Z')
    return order.lines[0]?.sku
  }

  it.each<[readonly [string, number | null][], string]>([
    [
      [
        ['MUG', 3],
        ['CUP', 9],
      ],
      'CUP',
    ],
    [
      [
        ['MUG', 3],
        ['SERVICE', null],
      ],
      'SERVICE',
    ],
    [
      [
        ['TWICE', 50],
        ['TWICE', 50],
        ['', 90],
        ['MUG', 1],
      ],
      'MUG',
    ],
  ])('of %j is %s', async (stock, sku) => {
    expect(await skuOf(stock)).toBe(sku)
  })

  it('must be one of its own', async () => {
    await expect(
      skuOf([
        ['TWICE', 5],
        ['TWICE', 5],
      ]),
    ).rejects.toThrow(Fault)
  })
})
