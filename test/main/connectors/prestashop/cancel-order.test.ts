import { describe, expect, it } from 'vitest'
import type { OrderKey } from '../../../../src/main/connectors/sockets/back-office.ts'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import { type AShop, openShop } from './a-shop.ts'

const placedIn = async (shop: AShop): Promise<OrderKey> =>
  shop.backOffice.placeOrder(anOrderToPlace({ lines: [aPlacedLine({ quantity: 2 })] }))
describe('cancelling an order in PrestaShop', () => {
  it('writes a row of history, which sends no mail, and puts the units back once', async () => {
    const shop = await openShop()
    const order = await placedIn(shop)
    const mails = shop.simulator.mails.length

    await shop.backOffice.cancelOrder(order, 'changed their mind')
    await shop.backOffice.cancelOrder(order, 'changed their mind')

    expect(shop.only('orders')).toMatchObject({ current_state: 6 })
    expect(shop.rows('order_histories')).toHaveLength(2)
    expect(shop.simulator.mails).toHaveLength(mails)
    expect(shop.units('MUG-BLUE')).toBe(10)
  })

  it('is declined with the name of the state it is in', async () => {
    const shop = await openShop()
    const order = await placedIn(shop)
    await shop.there.complete(order, [])

    expect(await shop.backOffice.cancelOrder(order, '')).toEqual({ declined: expect.stringContaining('“Shipped”') })
  })

  it('is declined once a parcel has a number, whatever the state says', async () => {
    const shop = await openShop()
    const order = await placedIn(shop)
    Object.assign(shop.only('order_carriers'), { tracking_number: '6A1' })

    expect(await shop.backOffice.cancelOrder(order, '')).toEqual({
      declined: expect.stringContaining('tracking number'),
    })

    expect(shop.only('orders')).toMatchObject({ current_state: 11 })
  })

  it('is in doubt when the answer is lost, and cancelled when asked again', async () => {
    const shop = await openShop()
    const order = await placedIn(shop)
    shop.wire?.spoil('lost-answer', ({ method }) => method === 'POST')

    await expect(shop.backOffice.cancelOrder(order, '')).rejects.toMatchObject({ outcome: 'unknown' })

    expect(await shop.backOffice.cancelOrder(order, '')).toBe('cancelled')
    expect(shop.units('MUG-BLUE')).toBe(10)
  })
})
