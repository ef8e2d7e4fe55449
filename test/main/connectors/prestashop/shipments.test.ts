import { describe, expect, it } from 'vitest'
import type { OfficeProgress, OrderKey } from '../../../../src/main/connectors/sockets/back-office.ts'
import { aParcel } from '../../../batteries/back-office/harness.ts'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import { type AShop, openShop } from './a-shop.ts'

const placedIn = async (shop: AShop): Promise<OrderKey> =>
  shop.backOffice.placeOrder(anOrderToPlace({ lines: [aPlacedLine({ quantity: 2 })] }))
const progressOf = async (shop: AShop, order: OrderKey, values = {}): Promise<OfficeProgress | undefined> =>
  (await shop.reconnect(values).readShipments([order])).get(order.backOfficeRef)

describe('reading shipments from PrestaShop', () => {
  it('sees a number that was written to the parcel alone, which leaves the order’s date as it was', async () => {
    const shop = await openShop()
    const order = await placedIn(shop)
    Object.assign(shop.only('order_carriers'), { id_carrier: 4, tracking_number: ' 123/45 ' })

    expect((await progressOf(shop, order))?.parcels).toEqual([
      {
        ...{ carrierName: 'Mondial Relay', carrierCode: null, trackingNumber: '123/45', contents: [] },
        trackingUrl: 'https://www.mondialrelay.fr/suivi-de-colis/?numeroExpedition=123%2F45',
      },
    ])
  })

  it('knows the carrier of an order that was made since the carriers were read, deleted or not', async () => {
    const shop = await openShop()
    const order = await placedIn(shop)
    await shop.backOffice.readShipments([order])
    const { id } = shop.simulator.tables.insert('carriers', { name: 'DPD', deleted: '1' })
    Object.assign(shop.only('order_carriers'), { id_carrier: id, tracking_number: 'X1' })

    const progress = await shop.backOffice.readShipments([order])

    expect(progress.get(order.backOfficeRef)?.parcels).toMatchObject([{ carrierName: 'DPD', trackingUrl: null }])
  })

  it('tells one number once, though it stands in two rows', async () => {
    const shop = await openShop()
    const order = await placedIn(shop)
    await shop.there.complete(order, [aParcel(), aParcel()])

    expect((await progressOf(shop, order))?.parcels).toHaveLength(1)
  })

  it.each([
    [3, 'open'], // It has the flag for delivery slips, but has not left.
    [4, 'completed'],
    [5, 'completed'],
    [6, 'cancelled'],
    [7, 'cancelled'],
    [8, 'gone'],
    [10, 'open'],
  ])('takes state %i for %s', async (state, expected) => {
    const shop = await openShop()
    const order = await placedIn(shop)
    Object.assign(shop.only('orders'), { current_state: state })

    expect((await progressOf(shop, order))?.state).toBe(expected)
  })

  it('goes by the shop’s own numbers, which may be others', async () => {
    const shop = await openShop()
    const order = await placedIn(shop)
    shop.simulator.tables.configure('PS_OS_CANCELED', '12')
    Object.assign(shop.only('orders'), { current_state: 12 })

    expect((await progressOf(shop, order))?.state).toBe('cancelled')
  })

  it('takes the states the seller chose instead of the shop’s', async () => {
    const shop = await openShop()
    const order = await placedIn(shop)
    const chosen = { completedStates: '3, 5', cancelledStates: '9' }
    const stateAt = async (state: number) => {
      Object.assign(shop.only('orders'), { current_state: state })
      return (await progressOf(shop, order, chosen))?.state
    }

    expect([await stateAt(3), await stateAt(4), await stateAt(9), await stateAt(7), await stateAt(6)]).toEqual([
      ...['completed', 'open', 'cancelled', 'open', 'cancelled'],
    ])
  })

  it('counts refunded and returned units out', async () => {
    const shop = await openShop()
    const order = await placedIn(shop)
    Object.assign(shop.only('order_details'), { product_quantity_refunded: 1 })

    expect((await progressOf(shop, order))?.lines).toEqual([{ sku: 'MUG-BLUE', quantity: 1 }])
  })

  it('says that nothing is left of an order whose lines are all gone', async () => {
    const shop = await openShop()
    const order = await placedIn(shop)
    shop.simulator.tables.remove('order_details', () => true)

    expect(await progressOf(shop, order)).toMatchObject({ state: 'open', lines: [] })
  })
})
