import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { OfficeProgress, OrderKey } from '../../../../src/main/connectors/sockets/back-office.ts'
import { aParcel } from '../../../batteries/back-office/harness.ts'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import { begin, setStatus } from '../../../simulators/cubyn/state.ts'
import { aForeignParcel, type OpenWarehouse, openWarehouse } from './open-warehouse.ts'

const openWithOrder = async (values: Readonly<Record<string, string>> = {}) => {
  const opened = await openWarehouse(values)
  const placed = await opened.backOffice.placeOrder(anOrderToPlace({ lines: [aPlacedLine({ quantity: 2 })] }))
  return { ...opened, placed, parcel: opened.parcelThere(placed) }
}
const progressOf = async ({ backOffice }: OpenWarehouse, order: OrderKey): Promise<OfficeProgress | undefined> =>
  (await backOffice.readShipments([order])).get(order.backOfficeRef)

describe('the life of a parcel at Cubyn', () => {
  it('is open in the warehouse and completed once it has left', async () => {
    const opened = await openWithOrder()
    begin(opened.account, opened.parcel, 'delivered')
    const seen = new Set<string>()

    for (let half = 0; half <= 82; half += 1) {
      const progress = await progressOf(opened, opened.placed)
      seen.add(`${opened.parcel.status}: ${progress?.state}`)
      opened.clock.advance(1_800_000)
    }

    expect([...seen]).toEqual([
      ...['CREATED: open', 'PICKED: open', 'SHIPPED: completed', 'CARRIER_IN_TRANSIT: completed'],
      ...['CARRIER_OUT_FOR_DELIVERY: completed', 'CARRIER_DELIVERED: completed'],
    ])
  })

  it.each([
    ['CREATED', 'open'],
    ['PICKED', 'open'],
    ['CUBYN_EXCEPTION', 'open'],
    ['SHIPPED', 'completed'],
    ['CARRIER_IN_TRANSIT', 'completed'],
    ['CARRIER_OUT_FOR_DELIVERY', 'completed'],
    ['CARRIER_FAILED_ATTEMPT', 'completed'],
    ['CARRIER_EXCEPTION', 'completed'],
    ['CARRIER_DELIVERED', 'completed'],
    ['RETURNED', 'completed'],
    ['CANCELLED', 'cancelled'],
    ['CANCELED', 'cancelled'],
  ])('%s means %s', async (status, state) => {
    const opened = await openWithOrder()

    opened.parcel.status = status

    expect(await progressOf(opened, opened.placed)).toMatchObject({ state })
  })

  it('goes on from where it was under a status that nobody knows', async () => {
    const opened = await openWithOrder()
    opened.parcel.status = 'WEIGHED'
    const inHouse = await progressOf(opened, opened.placed)

    setStatus(opened.account, opened.parcel, 'SHIPPED')
    await progressOf(opened, opened.placed)
    opened.parcel.status = 'CARRIER_AT_THE_DEPOT'

    expect(inHouse).toMatchObject({ state: 'open' })
    expect(await progressOf(opened, opened.placed)).toMatchObject({ state: 'completed' })
  })

  it('under a status that nobody knows is shown by the test of the connection until the seller says what it means', async () => {
    const opened = await openWithOrder()
    opened.parcel.status = 'VOIDED'
    await progressOf(opened, opened.placed)

    const statuses = (await opened.backOffice.testConnection()).find(({ name }) => name === 'Statuses')
    const choices = await opened.backOffice.listChoices?.('cancelledStates')

    expect(statuses).toMatchObject({
      ok: false,
      aside: true,
      message: expect.stringContaining(`Parcel ${opened.parcel.id} was shown as “VOIDED”`),
    })
    expect(choices).toContainEqual({ value: 'VOIDED', label: 'VOIDED' })
  })

  it.each([
    ['CARRIER_EXCEPTION', 'completed', 'the carrier has trouble with it'],
    ['VOIDED', 'open', 'which Navette does not know'],
  ])('says so where somebody should look: %s', async (status, state, words) => {
    const opened = await openWithOrder()

    opened.parcel.status = status

    const progress = await progressOf(opened, opened.placed)
    expect(progress).toMatchObject({ state, notes: [expect.stringContaining(words)] })
    expect(progress?.notes?.[0]).toContain(`Parcel ${opened.parcel.id} `)
  })

  it('has the seller see to what stopped in the warehouse, while it lasts', async () => {
    const opened = await openWithOrder()

    opened.parcel.status = 'CUBYN_EXCEPTION'

    const words = `Parcel ${opened.parcel.id} is shown as CUBYN_EXCEPTION: goods are missing in the warehouse`
    expect(await progressOf(opened, opened.placed)).toMatchObject({
      ...{ state: 'open', incident: expect.stringContaining(words) },
    })
    opened.parcel.status = 'PICKED'
    expect(await progressOf(opened, opened.placed)).not.toHaveProperty('incident')
  })

  it('says nothing while all is well', async () => {
    const opened = await openWithOrder()

    expect(await progressOf(opened, opened.placed)).not.toHaveProperty('notes')
  })

  it('that nobody knows is noted with the parcel that had it first', async () => {
    const opened = await openWithOrder()
    const other = await opened.backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-2' }))
    opened.parcel.status = 'VOIDED'
    await progressOf(opened, opened.placed)
    opened.parcelThere(other).status = 'VOIDED'
    await progressOf(opened, other)

    const noted = opened.records.list('strange-status:', z.object({ parcel: z.string() }))

    expect(noted).toEqual([{ key: 'strange-status:VOIDED', value: { parcel: String(opened.parcel.id) } }])
  })

  it('means what the seller says it means', async () => {
    const opened = await openWithOrder({ cancelledStates: 'CANCELLED,VOIDED', completedStates: 'SHIPPED' })

    opened.parcel.status = 'VOIDED'

    expect(await progressOf(opened, opened.placed)).toMatchObject({ state: 'cancelled' })
  })
})

describe('the tracking of a parcel', () => {
  it.each([
    ['trackingId', 'carrier'],
    ['trackingNumber', 'carrierName'],
    ['carrierTrackingId', 'carrierName'],
    ['carrierTrackingNumber', 'carrierName'],
    ['parcelCode', 'carrierName'],
  ])('is found under %s, if anybody knows the name', async (trackingNumber, carrier) => {
    const opened = await openWithOrder({
      names:
        '{"trackingNumber": ["trackingId", "trackingNumber", "carrierTrackingId", "carrierTrackingNumber", "parcelCode"]}',
    })
    Object.assign(opened.account.spelling, { trackingNumber, carrier })

    await opened.there.complete(opened.placed, [aParcel({ trackingUrl: 'https://track.example/1' })])

    expect(await progressOf(opened, opened.placed)).toMatchObject({
      parcels: [{ carrierName: 'Colissimo', trackingNumber: '6A12345678901', trackingUrl: 'https://track.example/1' }],
    })
  })

  it.each([
    ['CUB123456', 'Cubyn'],
    ['6A123', null],
  ])('without a carrier is Cubyn’s own where its number says so: %s', async (trackingNumber, carrierName) => {
    const opened = await openWithOrder()

    await opened.there.complete(opened.placed, [aParcel({ trackingNumber, carrierName: null })])

    expect(await progressOf(opened, opened.placed)).toMatchObject({ parcels: [{ trackingNumber, carrierName }] })
  })
})

describe('several parcels of one order', () => {
  const BLUE = [{ sku: 'MUG-BLUE', quantity: 2 }]

  it('leave it open until all have left, where each says what is in it', async () => {
    const opened = await openWithOrder()
    await opened.there.shipPart?.(opened.placed, aParcel({ contents: [{ sku: 'MUG-BLUE', quantity: 1 }] }))

    expect(await progressOf(opened, opened.placed)).toMatchObject({
      ...{ state: 'open', parcels: [{ contents: [{ sku: 'MUG-BLUE', quantity: 1 }] }], lines: BLUE },
    })
  })

  it('do not hold it back where nobody says what is in them', async () => {
    const opened = await openWithOrder()
    opened.account.listsItems = false
    setStatus(opened.account, opened.parcel, 'SHIPPED')
    aForeignParcel(opened.account, { orderRef: 'RKT-214001', type: 'DUPLICATE' })

    expect(await progressOf(opened, opened.placed)).toMatchObject({ state: 'completed', lines: null })
  })

  it('do not make a cancelled one of it while one of them lives', async () => {
    const opened = await openWithOrder()
    aForeignParcel(opened.account, {
      orderRef: 'RKT-214001',
      type: 'DUPLICATE',
      items: [{ sku: 'MUG-BLUE', quantity: 2 }],
    })

    await opened.there.cancel(opened.placed)

    expect(await progressOf(opened, opened.placed)).toMatchObject({ state: 'open', lines: BLUE })
  })

  it('that were sent twice miss no unit', async () => {
    const opened = await openWithOrder()
    aForeignParcel(opened.account, {
      orderRef: 'RKT-214001',
      type: 'DUPLICATE',
      items: [{ sku: 'MUG-BLUE', quantity: 2 }],
    })

    const progress = await progressOf(opened, opened.placed)

    expect(progress?.lines).toEqual([{ sku: 'MUG-BLUE', quantity: 4 }])
  })
})

describe('reading parcels of an account that has many others', () => {
  it('costs one call for an order that lies far behind, and one to learn that it does', async () => {
    const opened = await openWithOrder()
    for (let count = 0; count < 1_000; count += 1) aForeignParcel(opened.account)
    const before = opened.asked().length

    expect(await progressOf(opened, opened.placed)).toMatchObject({ state: 'open' })
    expect(opened.asked().slice(before)).toEqual(['GET /v2/parcels', `GET /v2/parcels/${opened.placed.backOfficeRef}`])
  })

  it('stops at the oldest of ours', async () => {
    const opened = await openWarehouse()
    for (let count = 0; count < 1_000; count += 1) aForeignParcel(opened.account)
    const one = await opened.backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-1' }))
    for (let count = 0; count < 50; count += 1) aForeignParcel(opened.account)
    const other = await opened.backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-2' }))
    await opened.there.remove(other)
    const before = opened.asked().length

    const progress = await opened.backOffice.readShipments([one, other])

    expect([...progress.values()].map(({ state }) => state)).toEqual(['open', 'gone'])
    expect(opened.asked().slice(before)).toEqual(['GET /v2/parcels', `GET /v2/parcels/${other.backOfficeRef}`])
  })

  it.each(['', '0', '-1', '673800001/cancel', '../tokens'])(
    'asks for no parcel by what cannot be one: %j',
    async (backOfficeRef) => {
      const { backOffice, calls } = await openWarehouse()

      const progress = await backOffice.readShipments([{ backOfficeRef, reference: 'RKT-1' }])

      expect(progress.get(backOfficeRef)).toMatchObject({ state: 'gone' })
      expect(calls()).toBe(0)
    },
  )
})
