import { describe, expect, it } from 'vitest'
import { anAddress } from '../../../helpers/an-order.ts'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import { openShop } from './a-shop.ts'

const UNKNOWN = { name: 'Fault', outcome: 'unknown' }

describe('an order that is tried again', () => {
  it.each(['diesAfterInsert', 'warns'] as const)(
    'is found by its cart and finished when the answer says 500: %s',
    async (how) => {
      const shop = await openShop()
      const order = anOrderToPlace()
      shop.simulator.misbehaviour[how] = true

      await expect(shop.backOffice.placeOrder(order)).rejects.toMatchObject(UNKNOWN)
      shop.simulator.misbehaviour[how] = false
      const whole = await shop.backOffice.placeOrder(order)

      expect(whole).toMatchObject({ totalCents: 1689, state: 'open' })
      expect(shop.only('orders')).toMatchObject({ current_state: 11 })
    },
  )

  it('stays in doubt, in words that help, while the payment module is missing; the same cart serves afterwards', async () => {
    const shop = await openShop()
    const { paymentModules } = shop.simulator.world
    paymentModules.clear()

    await expect(shop.backOffice.placeOrder(anOrderToPlace())).rejects.toMatchObject({
      ...{ kind: 'unreadable', outcome: 'unknown', message: expect.stringContaining('payment module') },
    })
    paymentModules.set('ps_wirepayment', 'Wire payment')
    await shop.reconnect().placeOrder(anOrderToPlace())

    expect(shop.only('orders')['id_cart']).toBe(shop.only('carts').id)
    expect(shop.rows('customers')).toHaveLength(1)
  })

  it('has the lines of the last try where an item was cancelled between two', async () => {
    const shop = await openShop()
    const two = [aPlacedLine({ quantity: 2 }), aPlacedLine({ sku: 'MUG-RED', priceCents: 1995 })]
    shop.wire?.spoil('lost-request', ({ method, url }) => method === 'POST' && url.pathname.endsWith('/orders'))
    await expect(shop.backOffice.placeOrder(anOrderToPlace({ lines: two }))).rejects.toMatchObject(UNKNOWN)

    const moved = anAddress({ postcode: '01000', city: 'Bourg-en-Bresse' })
    const placed = await shop.backOffice.placeOrder(
      anOrderToPlace({ delivery: moved, lines: [aPlacedLine({ priceCents: 1300 })] }),
    )

    expect(placed).toMatchObject({ totalCents: 1699, postcode: '01000', lines: [{ sku: 'MUG-BLUE', quantity: 1 }] })
    expect(shop.only('orders')['id_cart']).toBe(shop.only('carts').id)
  })

  it('is made of a new cart after the earlier one was cancelled there, and both are found', async () => {
    const shop = await openShop()
    const first = await shop.backOffice.placeOrder(anOrderToPlace())
    await shop.there.cancel(first)

    const second = await shop.backOffice.placeOrder(anOrderToPlace())

    expect(second.backOfficeRef).not.toBe(first.backOfficeRef)
    const found = await shop.backOffice.findOrders('RKT-214001')
    expect(found.map(({ state }) => state).sort()).toEqual(['cancelled', 'open'])
    expect(shop.units('MUG-BLUE')).toBe(9)
  })

  it('that the shop splits in two is in doubt, and the look-up shows both', async () => {
    const shop = await openShop()
    shop.simulator.misbehaviour.splitsCarts = true

    await expect(shop.backOffice.placeOrder(anOrderToPlace())).rejects.toMatchObject(UNKNOWN)

    expect(await shop.backOffice.findOrders('RKT-214001')).toHaveLength(2)
  })

  it('is found by its cart even if somebody changed the text of its payment', async () => {
    const shop = await openShop()
    await shop.backOffice.placeOrder(anOrderToPlace())
    Object.assign(shop.only('orders'), { payment: 'Virement' })

    expect(await shop.reconnect().findOrders('RKT-214001')).toHaveLength(1)
  })

  it('is found without our records, and not under another spelling', async () => {
    const shop = await openShop()
    await shop.backOffice.placeOrder(anOrderToPlace())
    shop.records.remove('order:RKT-214001')

    expect(await shop.backOffice.findOrders('RKT-214001')).toHaveLength(1)
    expect(await shop.backOffice.findOrders('rkt-214001')).toEqual([])
  })
})
