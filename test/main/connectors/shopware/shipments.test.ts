import { describe, expect, it } from 'vitest'
import { aParcel } from '../../../batteries/back-office/harness.ts'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import { bodiesOf, callsTo, openShopware, VERSIONS } from './open-shopware.ts'

const TWO = anOrderToPlace({ lines: [aPlacedLine({ quantity: 2 }), aPlacedLine({ sku: 'MUG-RED' })] })

describe('reading how orders get on in Shopware', () => {
  it.each(VERSIONS)('takes one call, states and all: %s', async (version) => {
    const opened = await openShopware({ version })
    const placed = await opened.backOffice.placeOrder(TWO)
    await opened.there.complete(placed, [aParcel()])
    const before = callsTo(opened).length

    const progress = await opened.backOffice.readShipments([placed])

    expect(progress.get(placed.backOfficeRef)).toMatchObject({
      state: 'completed',
      parcels: [{ trackingNumber: '6A12345678901' }],
    })
    expect(callsTo(opened, before)).toEqual(['POST search/order'])
  })

  it('asks for 600 orders in two calls', async () => {
    const opened = await openShopware()
    const placed = await opened.backOffice.placeOrder(TWO)
    const others = Array.from({ length: 599 }, (_, at) => ({
      backOfficeRef: at.toString(16).padStart(32, '0'),
      reference: `RKT-${at}`,
    }))
    const before = callsTo(opened).length

    const progress = await opened.backOffice.readShipments([...others, placed])

    expect(callsTo(opened, before)).toHaveLength(2)
    expect(progress.get(placed.backOfficeRef)?.state).toBe('open')
    expect([...progress.values()].filter(({ state }) => state === 'gone')).toHaveLength(599)
  })

  it('asks what is in which delivery only of orders that have several', async () => {
    const opened = await openShopware()
    const placed = await opened.backOffice.placeOrder(TWO)
    const whole = await opened.backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-2' }))
    await opened.there.shipPart?.(placed, aParcel({ contents: [{ sku: 'MUG-RED', quantity: 1 }] }))
    const before = callsTo(opened).length

    const progress = await opened.backOffice.readShipments([placed, whole])

    expect(callsTo(opened, before)).toEqual(['POST search/order', 'POST search/order'])
    expect(bodiesOf(opened, 'POST search/order').at(-1)).toMatchObject({ ids: [placed.backOfficeRef] })
    expect(progress.get(placed.backOfficeRef)?.parcels).toMatchObject([{ contents: [{ sku: 'MUG-RED', quantity: 1 }] }])
  })

  it('goes on without the contents where the role may not read them', async () => {
    const opened = await openShopware()
    const { shop } = opened.simulator
    shop.role = (shop.role ?? []).filter((one) => one !== 'order_delivery_position:read')
    const placed = await opened.backOffice.placeOrder(TWO)
    await opened.there.shipPart?.(placed, aParcel({ contents: [{ sku: 'MUG-RED', quantity: 1 }] }))

    const progress = await opened.backOffice.readShipments([placed])

    expect(progress.get(placed.backOfficeRef)).toMatchObject({ state: 'open', parcels: [{ contents: [] }] })
  })
})

describe('finding an order in Shopware', () => {
  it('goes by the reference itself, not by a number that somebody else gave', async () => {
    const opened = await openShopware()
    const placed = await opened.backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-7' }))
    const [order] = opened.simulator.shop.tables.order
    Object.assign(order ?? {}, { id: 'b'.repeat(32), customFields: null })

    expect(await opened.backOffice.findOrders('RKT-7')).toEqual([])
    expect(placed.number).toBe('RKT-7')
  })

  it('works after the shop has moved to another address', async () => {
    const opened = await openShopware()
    const placed = await opened.backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-7' }))
    const [order] = opened.simulator.shop.tables.order
    Object.assign(order ?? {}, { id: 'b'.repeat(32) })

    expect(await opened.backOffice.findOrders('RKT-7')).toMatchObject([{ backOfficeRef: 'b'.repeat(32) }])
    expect(placed.backOfficeRef).not.toBe('b'.repeat(32))
  })

  it('works after somebody changed its number', async () => {
    const opened = await openShopware()
    const placed = await opened.backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-7' }))
    Object.assign(opened.simulator.shop.tables.order[0] ?? {}, { orderNumber: '10042' })

    expect(await opened.backOffice.findOrders('RKT-7')).toMatchObject([
      { backOfficeRef: placed.backOfficeRef, number: '10042' },
    ])
  })
})
