import { describe, expect, it } from 'vitest'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import { callsTo, type OpenedMagento, openMagento } from './open-magento.ts'

const TWO_AND_ONE = anOrderToPlace({ lines: [aPlacedLine({ quantity: 2 }), aPlacedLine({ sku: 'MUG-RED' })] })

const openWithOrder = async (values: Readonly<Record<string, string>> = {}) => {
  const opened = await openMagento({ values })
  const placed = await opened.backOffice.placeOrder(TWO_AND_ONE)
  const progress = async () => (await opened.backOffice.readShipments([placed])).get(placed.backOfficeRef)
  return { ...opened, placed, ref: placed.backOfficeRef, progress }
}

const track = (facts: { carrier_code?: string; title?: string; track_number?: string } = {}) => ({
  ...{ carrier_code: 'custom', title: 'Colissimo', track_number: '6A12345678901' },
  ...facts,
})

describe('how orders get on at Magento', () => {
  it('brings the carrier by its code, or by its name where the code says nothing', async () => {
    const { hands, ref, progress } = await openWithOrder()

    hands.ship(ref, {
      tracks: [
        track({ carrier_code: 'ups', title: 'United Parcel Service', track_number: '1Z999' }),
        track({ title: 'Mondial Relay', track_number: ' 00012345 ' }),
        track({ title: '', track_number: 'AA1' }),
        track({ track_number: '' }),
      ],
    })

    expect((await progress())?.parcels).toMatchObject([
      { carrierName: 'United Parcel Service', carrierCode: 'ups', trackingNumber: '1Z999', trackingUrl: null },
      { carrierName: 'Mondial Relay', carrierCode: null, trackingNumber: '00012345' },
      { carrierName: null, carrierCode: null, trackingNumber: 'AA1' },
    ])
  })

  it('knows what is in each of several shipments', async () => {
    const { hands, ref, progress } = await openWithOrder()

    hands.ship(ref, { units: [{ sku: 'MUG-BLUE', quantity: 1 }], tracks: [track({ track_number: 'AA1' })] })
    expect(await progress()).toMatchObject({ state: 'open', lines: [{ quantity: 2 }, { quantity: 1 }] })
    hands.ship(ref, { tracks: [track({ track_number: 'BB2' })] })

    expect(await progress()).toMatchObject({
      state: 'completed',
      parcels: [
        { trackingNumber: 'AA1', contents: [{ sku: 'MUG-BLUE', quantity: 1 }] },
        {
          trackingNumber: 'BB2',
          contents: [
            { sku: 'MUG-BLUE', quantity: 1 },
            { sku: 'MUG-RED', quantity: 1 },
          ],
        },
      ],
    })
  })

  it('sees a number that is added to a parcel later', async () => {
    const { hands, ref, progress } = await openWithOrder()
    hands.ship(ref)
    expect(await progress()).toMatchObject({ state: 'completed', parcels: [] })

    hands.addTrack(ref, track())

    expect((await progress())?.parcels).toMatchObject([{ trackingNumber: '6A12345678901' }])
  })

  it('is completed when all has left, though it was never invoiced and is not complete there', async () => {
    const { hands, ref, progress } = await openWithOrder({ invoice: 'no' })

    hands.ship(ref)

    expect(hands.order(ref).state).toBe('processing')
    expect(await progress()).toMatchObject({ state: 'completed' })
  })

  it('is completed when what was not refunded has left', async () => {
    const { hands, ref, progress } = await openWithOrder()
    hands.refund(ref, [{ sku: 'MUG-BLUE', quantity: 2 }], true)
    hands.ship(ref)

    expect(await progress()).toMatchObject({ state: 'completed', lines: [{ sku: 'MUG-RED', quantity: 1 }] })
  })

  it('tells a refund before the parcel left from a return after it', async () => {
    const before = await openWithOrder()
    before.hands.refundAll(before.ref)
    const after = await openWithOrder()
    after.hands.ship(after.ref, { tracks: [track()] })
    after.hands.refundAll(after.ref)

    expect([before, after].map(({ hands, ref }) => hands.order(ref).state)).toEqual(['closed', 'closed'])
    expect(await before.progress()).toMatchObject({ state: 'cancelled', lines: [] })
    expect(await after.progress()).toMatchObject({ state: 'completed', lines: [{ quantity: 2 }, { quantity: 1 }] })
  })

  it.each([
    ['holded', 'holded', 'open'],
    ['payment_review', 'fraud', 'open'],
    ['pending_payment', 'pending_payment', 'open'],
    ['processing', 'handed_to_carrier', 'completed'],
    ['processing', 'stopped', 'cancelled'],
    ['complete', 'complete', 'completed'],
    ['canceled', 'canceled', 'cancelled'],
  ] as const)('takes state %s, status %s as the seller does: %s', async (state, status, expected) => {
    const values = { completedStates: 'complete,handed_to_carrier', cancelledStates: 'canceled,stopped' }
    const { hands, ref, progress } = await openWithOrder(values)

    hands.setState(ref, state, status)

    expect(await progress()).toMatchObject({ state: expected })
  })

  it('reads goods in boxes as goods: what is booked on a configurable product has left', async () => {
    const { hands, ref, progress } = await openWithOrder()
    hands.boxUp(ref, 'MUG-BLUE', 'configurable')
    expect(await progress()).toMatchObject({
      state: 'open',
      lines: [{ sku: 'MUG-BLUE', quantity: 2 }, { quantity: 1 }],
    })

    hands.ship(ref, { tracks: [track()] })

    expect(await progress()).toMatchObject({
      state: 'completed',
      parcels: [
        {
          contents: [
            { sku: 'MUG-BLUE', quantity: 2 },
            { sku: 'MUG-RED', quantity: 1 },
          ],
        },
      ],
    })
  })

  it('asks for shipments a hundred orders at a time, and only of orders of which something has left', async () => {
    const opened: OpenedMagento = await openMagento()
    opened.hands.putIntoSource('MUG-BLUE', 'default', 500)
    const orders = []
    for (let number = 1; number <= 120; number += 1)
      orders.push(await opened.backOffice.placeOrder(anOrderToPlace({ reference: `RKT-${number}` })))
    const before = opened.calls()
    await opened.backOffice.readShipments(orders)
    expect(callsTo(opened, before)).toEqual(['GET orders', 'GET orders'])
    for (const { backOfficeRef } of orders)
      opened.hands.ship(backOfficeRef, { tracks: [track(), track(), track(), track()] })
    const then = opened.calls()

    const progress = await opened.backOffice.readShipments(orders)

    expect(callsTo(opened, then)).toEqual(['GET orders', 'GET shipments', 'GET orders', 'GET shipments'])
    expect([...progress.values()].every(({ parcels }) => parcels.length === 4)).toBe(true)
  })
})
