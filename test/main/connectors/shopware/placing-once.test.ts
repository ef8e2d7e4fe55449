import { describe, expect, it } from 'vitest'
import type { PlacedOrder } from '../../../../src/main/connectors/sockets/back-office.ts'
import { isFault } from '../../../../src/main/domain/fault.ts'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import type { Spoiling } from '../../../simulators/wire.ts'
import { callsTo, type OpenedShopware, openShopware, ordersIn, statesOf, stockOf, VERSIONS } from './open-shopware.ts'

const order = anOrderToPlace({ lines: [aPlacedLine({ quantity: 2 })] })

/** As the engine goes about it: look up first, and after doubt create again only where nothing is found, and later. */
const placeAsTheEngineDoes = async ({ backOffice, clock, simulator }: OpenedShopware): Promise<PlacedOrder> => {
  for (let cycle = 0; cycle < 5; cycle += 1) {
    try {
      const [found] = await backOffice.findOrders(order.reference)
      return found ?? (await backOffice.placeOrder(order))
    } catch (error) {
      if (!isFault(error)) throw error
    }
    simulator.wire.calm()
    clock.advance(6 * 60_000)
  }
  throw new Error('Never placed')
}

const spoilings: readonly Spoiling[] = [
  ...(['lost-request', 'lost-answer', 'server-error', 'busy', 'firewall'] as const),
  ...(['page', 'empty', 'truncated', 'slow'] as const),
]

describe('whatever happens to a call while an order is placed in Shopware', () => {
  it.for(spoilings.flatMap((how) => [1, 2].map((times) => [how, times] as const)))(
    'one whole order comes of it, whichever call it is: %s, %i times',
    { timeout: 60_000 },
    async ([how, times]) => {
      const plain = await openShopware()
      await placeAsTheEngineDoes(plain)
      const count = callsTo(plain).length

      for (let at = 0; at < count; at += 1) {
        const opened = await openShopware()
        let passing = at
        opened.simulator.wire.spoil(how, () => passing-- <= 0, times)

        const placed = await placeAsTheEngineDoes(opened)

        expect(placed).toMatchObject({ state: 'open', totalCents: 2979, lines: [{ sku: 'MUG-BLUE', quantity: 2 }] })
        expect(ordersIn(opened).map(({ id }) => id)).toEqual([placed.backOfficeRef])
        expect(await stockOf(opened.backOffice)).toEqual({ 'MUG-BLUE': 8, 'MUG-RED': 5 })
      }
      expect(count).toBeGreaterThan(10)
    },
  )

  it.each(['lost-answer', 'server-error', 'truncated'] as const)(
    'the creation is not repeated by itself: %s',
    async (how) => {
      const opened = await openShopware()
      opened.simulator.wire.spoil(how, opened.simulator.isCreation)

      await placeAsTheEngineDoes(opened)

      expect(callsTo(opened).filter((call) => call === 'POST order')).toHaveLength(1)
    },
  )
})

describe('placing an order in Shopware twice', () => {
  it.each(VERSIONS)('gives one order, its units taken once: %s', async (version) => {
    const opened = await openShopware({ version })

    const first = await opened.backOffice.placeOrder(order)
    const again = await opened.backOffice.placeOrder(order)

    expect(again).toEqual(first)
    expect(ordersIn(opened)).toHaveLength(1)
    expect(await stockOf(opened.backOffice)).toMatchObject({ 'MUG-BLUE': 8 })
  })

  it('gives one order where the first try is still on its way', async () => {
    const opened = await openShopware()

    const both = await Promise.all([opened.backOffice.placeOrder(order), opened.backOffice.placeOrder(order)])

    expect(both[0]).toEqual(both[1])
    expect(ordersIn(opened)).toHaveLength(1)
  })

  it('answers with an order that has left meanwhile as it stands', async () => {
    const opened = await openShopware()
    const placed = await opened.backOffice.placeOrder(order)
    await opened.there.complete(placed, [])

    expect(await opened.backOffice.placeOrder(order)).toMatchObject({ state: 'completed' })
  })

  it('makes another one where the first was cancelled, and both are found', async () => {
    const opened = await openShopware()
    const first = await opened.backOffice.placeOrder(order)
    await opened.there.cancel(first)

    const second = await opened.backOffice.placeOrder(order)
    const again = await opened.backOffice.placeOrder(order)

    expect(second).toMatchObject({ state: 'open', number: 'RKT-214001' })
    expect(second.backOfficeRef).not.toBe(first.backOfficeRef)
    expect(again).toEqual(second)
    expect(await opened.backOffice.findOrders('RKT-214001')).toMatchObject(
      [
        { backOfficeRef: first.backOfficeRef, state: 'cancelled' },
        { backOfficeRef: second.backOfficeRef, state: 'open' },
      ].toSorted((one, other) => (one.backOfficeRef < other.backOfficeRef ? -1 : 1)),
    )
    expect(await stockOf(opened.backOffice)).toMatchObject({ 'MUG-BLUE': 8 })
  })

  it('makes the same one again where it was deleted', async () => {
    const opened = await openShopware()
    const first = await opened.backOffice.placeOrder(order)
    await opened.there.remove(first)

    const second = await opened.backOffice.placeOrder(order)

    expect(second.backOfficeRef).toBe(first.backOfficeRef)
    expect(statesOf(opened, second.backOfficeRef)).toEqual({
      order: 'open',
      deliveries: ['open'],
      transactions: ['paid', 'paid'],
    })
  })
})
