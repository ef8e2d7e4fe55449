import { describe, expect, it } from 'vitest'
import type { PlacedOrder } from '../../../../src/main/connectors/sockets/back-office.ts'
import { isFault } from '../../../../src/main/domain/fault.ts'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import type { Spoiling } from '../../../simulators/wire.ts'
import { askedSince, type OpenShop, onlyOrder, openMugShop, operationOf, stockOf } from './a-shop.ts'

/** As the engine goes about it: look up after doubt, create again only where nothing is found, and later. */
const placeAsTheEngineDoes = async ({ backOffice, clock, simulator }: OpenShop): Promise<PlacedOrder> => {
  const order = anOrderToPlace({ lines: [aPlacedLine({ quantity: 2 })] })
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

describe('whatever happens to a call while an order is placed in Shopify', () => {
  const spoilings: readonly Spoiling[] = [
    ...(['lost-request', 'lost-answer', 'server-error', 'busy', 'firewall'] as const),
    ...(['page', 'empty', 'truncated', 'slow'] as const),
  ]
  const calls = ['Token', 'Define', 'Find', 'Variants', 'Create', 'Read']

  it.for(calls.flatMap((call) => spoilings.flatMap((how) => [1, 2].map((times) => [call, how, times] as const))))(
    'one whole order comes of it: %s, %s, %i times',
    async ([call, how, times]) => {
      const opened = await openMugShop()
      opened.simulator.wire.spoil(how, (received) => operationOf(received) === call, times)

      const placed = await placeAsTheEngineDoes(opened)

      expect(placed).toMatchObject({ state: 'open', totalCents: 2979, lines: [{ sku: 'MUG-BLUE', quantity: 2 }] })
      expect(onlyOrder(opened).name).toBe(placed.number)
      expect(opened.simulator.shop.variants.map(stockOf)).toEqual([8, 5])
    },
  )

  it.each(['lost-answer', 'server-error', 'truncated'] as const)(
    'the creation is not repeated by itself: %s',
    async (how) => {
      const opened = await openMugShop()
      opened.simulator.wire.spoil(how, (received) => operationOf(received) === 'Create')

      await placeAsTheEngineDoes(opened)

      expect(askedSince(opened).filter((name) => name === 'Create')).toHaveLength(1)
    },
  )

  it('asks for no more than it needs', async () => {
    const opened = await openMugShop()

    await placeAsTheEngineDoes(opened)

    expect(askedSince(opened)).toEqual(['Token', 'Define', 'Find', 'Variants', 'Create', 'Read'])
  })
})
