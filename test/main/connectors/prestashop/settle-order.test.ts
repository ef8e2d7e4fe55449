import { describe, expect, it } from 'vitest'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import { openShop, withoutFreeCarrier } from './a-shop.ts'

describe('an order placed in PrestaShop', () => {
  describe('that fell into the payment error', () => {
    it('is brought out of it with one payment, and the seller learns it', async () => {
      const shop = await openShop()
      withoutFreeCarrier(shop)

      const placed = await shop.backOffice.placeOrder(anOrderToPlace())

      expect(placed).toMatchObject({ totalCents: 1689, notes: [expect.stringContaining('payment error')] })
      expect(shop.only('orders')).toMatchObject({ current_state: 11, total_paid_real: '16.890000' })
      expect(shop.only('order_invoices')).toMatchObject({ total_paid_tax_incl: '16.890000' })
      expect(shop.rows('order_payments').map(({ amount, payment_method }) => [amount, payment_method])).toEqual([
        ['0.000000', 'Rakuten RKT-214001'],
        ['16.890000', 'Rakuten RKT-214001'],
      ])
      expect(shop.units('MUG-BLUE')).toBe(9)
      // The invoice is made by the change of state: by then the amounts must be right.
      const written = shop.wire?.received.map(({ method, url }) => `${method} ${url.pathname}`) ?? []
      expect(written.indexOf('PATCH /api/orders/1')).toBeLessThan(written.indexOf('POST /api/order_histories'))
    })

    it('is left alone once somebody has changed its lines', async () => {
      const shop = await openShop()
      const order = anOrderToPlace({ lines: [aPlacedLine({ quantity: 2 })] })
      await shop.placeWithoutAnswer(order)
      const [found] = await shop.backOffice.findOrders(order.reference)
      if (found === undefined) throw new Error('It was placed')
      await shop.there.removeUnits?.(found, { sku: 'MUG-BLUE', quantity: 1 })

      const finished = await shop.backOffice.finishOrder?.(order, found)

      expect(finished).toMatchObject({ lines: [{ sku: 'MUG-BLUE', quantity: 1 }], totalCents: 2580 })
    })
  })

  it('keeps the shop’s own net of the goods where their sum is right', async () => {
    const shop = await openShop()
    const lines = [aPlacedLine({ quantity: 3, priceCents: 333 })]

    await shop.backOffice.placeOrder(anOrderToPlace({ lines, shippingCents: 120 }))

    expect(shop.only('orders')).toMatchObject({ total_products: '8.330000', total_paid_tax_excl: '9.330000' })
  })

  it('is written with PUT, all fields with it, where the version knows no PATCH', async () => {
    const shop = await openShop()
    shop.simulator.misbehaviour.version = '1.7.8.11'

    const { totalCents } = await shop.backOffice.placeOrder(anOrderToPlace())

    expect(totalCents).toBe(1689)
    expect(shop.wire?.received.some(({ method }) => method === 'PATCH')).toBe(false)
    expect(shop.only('orders')).toMatchObject({ current_state: 11, payment: 'Rakuten RKT-214001', id_cart: 1 })
    expect(shop.only('order_payments')).toMatchObject({ amount: '16.890000', id_currency: 1 })
    expect(shop.only('order_carriers')).toMatchObject({ id_order: 1, shipping_cost_tax_incl: '3.990000' })
  })
})

describe('a test order', () => {
  it.each([true, false])(
    'stays unpaid in the payment error, whether or not the version checks totals: %s',
    async (checksTotal) => {
      const shop = await openShop()
      shop.simulator.world.checksTotal = checksTotal

      const placed = await shop.backOffice.placeOrder(anOrderToPlace({ reference: 'TEST-1-7' }))

      expect(placed.state).toBe('open')
      expect(shop.only('orders')).toMatchObject({ current_state: 8, payment: 'Rakuten TEST-1-7' })
      expect(shop.units('MUG-BLUE')).toBe(10)
      expect(shop.there.mailsToBuyers?.()).toBe(0)
      expect((await shop.backOffice.readShipments([placed])).get(placed.backOfficeRef)?.state).toBe('open')
    },
  )
})
