import { describe, expect, it } from 'vitest'
import { aParcel } from '../../../batteries/back-office/harness.ts'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import { openShop } from './a-shop.ts'

const ASKED = ['by-ids', 'by-id', 'all'] as const

describe.each(ASKED)('reading orders %s', (ordersAsked) => {
  it('tells each its own state', async () => {
    const { backOffice, there } = await openShop({ ordersAsked })
    const [one, two, three] = [
      await backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-1' })),
      await backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-11' })),
      await backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-111' })),
    ]
    await there.complete(two, [aParcel({ carrierName: 'postnl PAKKET', trackingNumber: '3SABC' })])
    await there.cancel(three)

    const progress = await backOffice.readShipments([one, two, three])

    expect(progress.get(one.backOfficeRef)?.state).toBe('open')
    expect(progress.get(two.backOfficeRef)).toMatchObject({
      state: 'completed',
      parcels: [{ carrierName: 'PostNL', trackingNumber: '3SABC' }],
    })
    expect(progress.get(three.backOfficeRef)?.state).toBe('cancelled')
  })

  it('knows one that was deleted from one that was cancelled', async () => {
    const { backOffice, there } = await openShop({ ordersAsked })
    const placed = await backOffice.placeOrder(anOrderToPlace())
    const other = await backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-2' }))
    await there.remove(placed)

    const progress = await backOffice.readShipments([placed, other])

    expect(progress.get(placed.backOfficeRef)?.state).toBe('gone')
    expect(progress.get(other.backOfficeRef)?.state).toBe('open')
  })

  it('keeps an order open whose state nobody mapped, and says so', async () => {
    const { backOffice, simulator } = await openShop({ ordersAsked })
    const placed = await backOffice.placeOrder(anOrderToPlace())
    const order = simulator.shop.orders.get(Number(placed.backOfficeRef))
    if (order !== undefined) order.status = 'in quarantaine'

    expect((await backOffice.readShipments([placed])).get(placed.backOfficeRef)).toMatchObject({
      state: 'open',
      notes: ['Nobody said what the state “in quarantaine” means: the order stays open until the template does.'],
    })
  })
})

describe('reading orders', () => {
  it('concludes nothing from a list that leaves one out', async () => {
    const { backOffice, there } = await openShop({ ordersAsked: 'all', searches: false })
    const placed = await backOffice.placeOrder(anOrderToPlace())
    await there.remove(placed)

    expect((await backOffice.readShipments([placed])).get(placed.backOfficeRef)).toMatchObject({ state: 'open' })
  })

  it('asks again, alone, for those that a batch left out', async () => {
    const { backOffice, wire } = await openShop({}, (template) => ({
      ...template,
      // What the shop makes of it is the first id alone.
      readOrders: { ...template.readOrders, path: '/orders?ids={{id}}&all={{ids|join(",")}}' },
    }))
    const one = await backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-1' }))
    const two = await backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-2' }))
    const before = wire?.received.length ?? 0

    const progress = await backOffice.readShipments([one, two])

    expect([...progress.values()].map(({ state }) => state)).toEqual(['open', 'open'])
    expect((wire?.received.length ?? 0) - before).toBe(2)
  })

  it('asks once an hour for an order that is not there any more', async () => {
    const { backOffice, there, wire, clock } = await openShop()
    const one = await backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-1' }))
    const two = await backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-2' }))
    await there.remove(one)
    const callsOfReading = async (): Promise<number> => {
      const before = wire?.received.length ?? 0
      const progress = await backOffice.readShipments([one, two])
      expect([...progress.values()].map(({ state }) => state)).toEqual(['gone', 'open'])
      return (wire?.received.length ?? 0) - before
    }

    expect(await callsOfReading()).toBe(2)
    expect(await callsOfReading()).toBe(1)
    clock.advance(3_600_000)
    expect(await callsOfReading()).toBe(2)
  })

  it('takes an answer about other orders for a fault', async () => {
    const { backOffice } = await openShop({}, (template) => ({
      ...template,
      readOrders: { ...template.readOrders, path: '/orders?ids=1001' },
    }))
    await backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-1' }))
    const two = await backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-2' })).catch(() => null)

    await expect(
      backOffice.readShipments([{ backOfficeRef: two?.backOfficeRef ?? '1002', reference: 'RKT-2' }]),
    ).rejects.toThrow(/other orders than the one asked for/)
  })
})
