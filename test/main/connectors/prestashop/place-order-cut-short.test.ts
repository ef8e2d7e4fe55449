import { describe, expect, it } from 'vitest'
import type { OrderToPlace } from '../../../../src/main/connectors/sockets/back-office.ts'
import { isFault } from '../../../../src/main/domain/fault.ts'
import { anAddress } from '../../../helpers/an-order.ts'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import type { Spoiling } from '../../../simulators/wire.ts'
import { type AShop, openShop, withoutFreeCarrier } from './a-shop.ts'

const ORDER = anOrderToPlace({
  lines: [aPlacedLine({ quantity: 3 }), aPlacedLine({ sku: 'MUG-RED', priceCents: 1099 })],
  billing: anAddress({ lastName: 'Comptabilité' }),
})
const TOTAL = '53.68'

/** What the engine does, cycle after cycle, each with a program started anew: look up, end what was begun, or begin. */
const byTheEngine = async (shop: AShop, order: OrderToPlace): Promise<void> => {
  for (let cycle = 0; cycle < 5; cycle++) {
    const backOffice = shop.reconnect()
    try {
      const [only, second] = await backOffice.findOrders(order.reference)
      expect(second).toBeUndefined()
      if (only === undefined) await backOffice.placeOrder(order)
      else await backOffice.finishOrder?.(order, only)
      return
    } catch (error) {
      if (!isFault(error)) throw error
      shop.clock.advance(10 * 60_000)
    }
  }
  throw new Error('It was never placed')
}

const callsOfOneOrder = async (prepare: (shop: AShop) => void): Promise<number> => {
  const shop = await openShop()
  prepare(shop)
  await byTheEngine(shop, ORDER)
  return shop.calls()
}

const expectOneWholeOrder = (shop: AShop): void => {
  expect(shop.only('orders')).toMatchObject({
    ...{
      current_state: 11,
      payment: 'Rakuten RKT-214001',
      total_paid: `${TOTAL}0000`,
      total_paid_real: `${TOTAL}0000`,
    },
    ...{ total_products_wt: '49.690000', total_shipping_tax_incl: '3.990000', carrier_tax_rate: expect.any(String) },
  })
  expect(shop.only('order_invoices')).toMatchObject({ total_paid_tax_incl: `${TOTAL}0000` })
  expect(shop.only('order_carriers')).toMatchObject({ shipping_cost_tax_incl: '3.990000' })
  const paid = shop.rows('order_payments').map(({ amount }) => Number(amount))
  expect(paid.filter((amount) => amount !== 0)).toEqual([Number(TOTAL)])
  expect([shop.units('MUG-BLUE'), shop.units('MUG-RED')]).toEqual([7, 4])
  expect(shop.there.mailsToBuyers?.()).toBe(0)
  // Nothing lies about: what a lost answer hid was found again.
  expect(['customers', 'carts'].map((resource) => shop.rows(resource).length)).toEqual([1, 1])
  expect(shop.rows('addresses')).toHaveLength(2)
  expect(shop.rows('specific_prices')).toEqual([])
}

const CASES: readonly (readonly [name: string, prepare: (shop: AShop) => void, spoilings: readonly Spoiling[]])[] = [
  [
    'a shop with a free carrier',
    () => undefined,
    ['lost-request', 'lost-answer', 'server-error', 'busy', 'firewall', 'truncated'],
  ],
  ['a shop whose carriers all cost something', withoutFreeCarrier, ['lost-answer', 'server-error']],
]

describe.each(CASES)('an order for %s, cut short', (_, prepare, spoilings) => {
  it.each(spoilings)('at any call is one whole order in the end: %s', { timeout: 120_000 }, async (how) => {
    const calls = await callsOfOneOrder(prepare)
    expect(calls).toBeGreaterThan(20)

    for (let at = 0; at < calls; at++) {
      const shop = await openShop()
      prepare(shop)
      let seen = 0
      shop.wire?.spoil(how, () => seen++ === at)

      await byTheEngine(shop, ORDER)

      expectOneWholeOrder(shop)
    }
  })

  it('between any two calls is one whole order in the end', { timeout: 120_000 }, async () => {
    const calls = await callsOfOneOrder(prepare)

    for (let at = 0; at < calls; at++) {
      const shop = await openShop()
      prepare(shop)
      let seen = 0
      // Every call of the first program fails from here on, as if it had ended.
      shop.wire?.spoil('lost-request', () => seen++ >= at, 2)

      await byTheEngine(shop, ORDER)

      expectOneWholeOrder(shop)
    }
  })
})
