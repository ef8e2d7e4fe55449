import { describe, expect, it } from 'vitest'
import { isFault } from '../../../../src/main/domain/fault.ts'
import { anAddress } from '../../../helpers/an-order.ts'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import type { Setup } from '../../../simulators/custom-http/setup.ts'
import { RETRY_AFTER_SECONDS, type Spoiling } from '../../../simulators/wire.ts'
import { type OpenShop, openShop } from './a-shop.ts'

const order = anOrderToPlace({ lines: [aPlacedLine({ quantity: 3 })] })

/** As the engine does: a try in doubt is looked for before another one. */
const placeAsTheEngine = async ({ backOffice, clock, wire }: OpenShop): Promise<void> => {
  for (let tries = 0; tries < 4; tries += 1) {
    try {
      if (tries > 0 && (await backOffice.findOrders(order.reference)).length > 0) return
      await backOffice.placeOrder(order)
      return
    } catch (error) {
      if (!isFault(error)) throw error
      clock.advance((RETRY_AFTER_SECONDS + 1) * 1000)
      wire?.calm()
    }
  }
  throw new Error('It never came through')
}

const SETUPS: readonly (readonly [name: string, setup: Partial<Setup>])[] = [
  ['that refuses a second one', {}],
  ['that takes every one', { refusesDuplicates: false }],
  ['that lists orders since a moment', { refusesDuplicates: false, ordersAsked: 'all' }],
]
const SPOILINGS: readonly Spoiling[] = [
  ...([
    'lost-request',
    'lost-answer',
    'server-error',
    'busy',
    'firewall',
    'page',
    'empty',
    'truncated',
    'slow',
  ] as const),
]

describe.each(SETUPS)('an order for a shop %s', (_, setup) => {
  describe.each([1, 2])('whose call %i goes wrong', (index) => {
    it.each(SPOILINGS)('stands there once in the end, its units off the shelf once: %s', async (how) => {
      const shop = await openShop(setup)
      let calls = 0
      shop.wire?.spoil(how, () => ++calls === index)

      await placeAsTheEngine(shop)

      expect([...shop.simulator.shop.orders.values()]).toMatchObject([{ external: order.reference, status: 'nieuw' }])
      expect(shop.simulator.shop.products[0]?.stock).toBe(7)
      expect(await shop.backOffice.findOrders(order.reference)).toMatchObject([{ totalCents: 4269, state: 'open' }])
    })
  })
})

describe('creating an order', () => {
  it('that exists already answers with the one that exists', async () => {
    const { backOffice, simulator } = await openShop()
    const first = await backOffice.placeOrder(order)

    expect(await backOffice.placeOrder(order)).toEqual(first)

    expect(simulator.shop.orders.size).toBe(1)
  })

  it('that exists already and cannot be looked up is refused, and nothing is made of it', async () => {
    const { backOffice, simulator } = await openShop({ searches: false }, (template) => ({
      ...template,
      createOrder: { ...template.createOrder, remoteId: '$.number' },
    }))
    await backOffice.placeOrder(order)

    await expect(backOffice.placeOrder(order)).rejects.toMatchObject({ kind: 'refused', outcome: 'not-done' })

    expect(simulator.shop.orders.size).toBe(1)
  })

  it('sends the same key for the same order, and another for another', async () => {
    const { backOffice, wire, isCreation } = await openShop({ refusesDuplicates: false }, (template) => ({
      ...template,
      createOrder: { ...template.createOrder, idempotencyHeader: 'Idempotency-Key' },
    }))

    await backOffice.placeOrder(order)
    await backOffice.placeOrder({ ...order, buyerLogin: 'other' })
    await backOffice.placeOrder({ ...order, reference: 'RKT-2' })

    const [one, again, other] = (wire?.received ?? [])
      .filter((call) => isCreation?.(call))
      .map(({ headers }) => headers['idempotency-key'])
    expect(one).toMatch(/^[0-9a-f]{32}$/)
    expect(again).toBe(one)
    expect(other).not.toBe(one)
  })

  it('without any way to read it back is taken at its word', async () => {
    const { backOffice } = await openShop({ searches: false, ordersAsked: 'all' })

    expect(await backOffice.placeOrder(order)).toEqual({
      ...{ backOfficeRef: '1001', reference: order.reference, number: 'B-1001', url: null, state: 'open' },
      ...{ totalCents: null, lines: null, postcode: null },
    })
    await expect(backOffice.findOrders(order.reference)).rejects.toThrow(/cannot look orders up/)
  })

  it('without a look-up is read back by its number, and says so when that fails', async () => {
    const { backOffice, wire, isCreation } = await openShop({ searches: false })
    expect(await backOffice.placeOrder(order)).toMatchObject({ totalCents: 4269, number: 'B-1001' })
    wire?.spoil('server-error', (call) => !isCreation?.(call), 5)

    const placed = await backOffice.placeOrder({ ...order, reference: 'RKT-2' })

    expect(placed).toMatchObject({ backOfficeRef: '1002', notes: [expect.stringContaining('not be read back')] })
  })

  it('is refused in the words of the shop, without those of the buyer', async () => {
    const { backOffice } = await openShop()
    const asked = anOrderToPlace({
      lines: [aPlacedLine({ sku: 'Lefebvre-MUG' })],
      delivery: anAddress({ lastName: 'Lefebvre' }),
    })

    const refusal = await backOffice.placeOrder(asked).catch((error: unknown) => error)

    expect(refusal).toMatchObject({ kind: 'refused', outcome: 'not-done', detail: { status: '422' } })
    expect(refusal).toMatchObject({ message: expect.stringContaining('unknown sku …-MUG') })
  })

  it('with a success that the template does not name leaves it in doubt', async () => {
    const { backOffice } = await openShop({}, (template) => ({
      ...template,
      createOrder: { ...template.createOrder, success: [202] },
    }))

    await expect(backOffice.placeOrder(order)).rejects.toMatchObject({ kind: 'unreadable', outcome: 'unknown' })
  })

  it('at an address that does not exist is a setting, and nothing was done', async () => {
    const { backOffice } = await openShop({}, (template) => ({
      ...template,
      createOrder: { ...template.createOrder, path: '/bestellingen' },
    }))

    await expect(backOffice.placeOrder(order)).rejects.toMatchObject({ kind: 'settings', outcome: 'not-done' })
  })

  it('keeps whatever a buyer writes', async () => {
    const { backOffice, simulator } = await openShop()
    const name = `"},{"x":"<b>\\ \u202e🏺 {{order.ref}}\n${'é'.repeat(10_000)}`

    await backOffice.placeOrder(anOrderToPlace({ delivery: anAddress({ lastName: name }) }))

    expect(simulator.shop.orders.get(1001)?.address['last_name']).toBe(name)
  })
})
