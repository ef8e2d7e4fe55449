import { describe, expect, it } from 'vitest'
import type { OfficeProgress, PlacedOrder } from '../../../../src/main/connectors/sockets/back-office.ts'
import { aParcel } from '../../../batteries/back-office/harness.ts'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import type { Fulfillment } from '../../../simulators/shopify/state.ts'
import { addVariant, askedSince, type OpenShop, onlyOrder, openMugShop, openShop } from './a-shop.ts'

const DAY = 24 * 3_600_000
const TWO_OF_TWO = anOrderToPlace({
  lines: [aPlacedLine({ quantity: 2 }), aPlacedLine({ sku: 'MUG-RED', quantity: 2 })],
})

const placeIn = async (opened: OpenShop): Promise<PlacedOrder> => opened.backOffice.placeOrder(TWO_OF_TWO)

const progressOf = async ({ backOffice }: OpenShop, order: PlacedOrder): Promise<OfficeProgress | undefined> =>
  (await backOffice.readShipments([order])).get(order.backOfficeRef)

const firstOf = (opened: OpenShop): Fulfillment => {
  const [first] = onlyOrder(opened).fulfillments
  if (first === undefined) throw new Error('Nothing has left')
  return first
}

describe('orders in Shopify, read', () => {
  it('need one question for two hundred that are open or left whole', async () => {
    const opened = await openMugShop()
    const placed = await placeIn(opened)
    await opened.there.complete(placed, [aParcel()])
    const before = opened.calls()

    const progress = await progressOf(opened, placed)

    expect(askedSince(opened, before)).toEqual(['Overview'])
    expect(progress).toEqual({
      state: 'completed',
      parcels: [
        {
          carrierName: 'Colissimo',
          carrierCode: null,
          trackingNumber: '6A12345678901',
          trackingUrl: null,
          contents: [],
        },
      ],
      lines: null,
    })
  })

  it.each(['CANCELLED', 'ERROR', 'FAILURE', 'OPEN', 'PENDING'] as const)(
    'have sent nothing in a fulfillment that is %s',
    async (status) => {
      const opened = await openMugShop()
      const placed = await placeIn(opened)
      await opened.there.complete(placed, [aParcel()])
      firstOf(opened).status = status

      expect(await progressOf(opened, placed)).toMatchObject({ state: 'open', parcels: [] })
    },
  )

  it('show the parcel that counts after one that was undone', async () => {
    const opened = await openMugShop()
    const placed = await placeIn(opened)
    await opened.there.complete(placed, [aParcel({ trackingNumber: 'WRONG' })])
    await opened.there.reopen?.(placed)
    await opened.there.complete(placed, [aParcel({ trackingNumber: 'RIGHT' })])

    const progress = await progressOf(opened, placed)

    expect(progress?.state).toBe('completed')
    expect(progress?.parcels.map(({ trackingNumber }) => trackingNumber)).toEqual(['RIGHT'])
  })

  it('bring link, carrier and number as they were typed, each of which may be missing', async () => {
    const opened = await openMugShop()
    const placed = await placeIn(opened)
    await opened.there.complete(placed, [])
    firstOf(opened).tracking = [{ company: null, number: null, url: 'https://coursier.example/42' }]

    expect((await progressOf(opened, placed))?.parcels).toMatchObject([
      { carrierName: null, trackingNumber: null, trackingUrl: 'https://coursier.example/42' },
    ])
  })

  it('say of several numbers on one part that the first is for all its units', async () => {
    const opened = await openMugShop()
    const placed = await placeIn(opened)
    await opened.there.shipPart?.(placed, aParcel({ contents: [{ sku: 'MUG-RED', quantity: 1 }] }))
    firstOf(opened).tracking.push({ company: 'GLS', number: 'BB2', url: null })

    expect((await progressOf(opened, placed))?.parcels).toMatchObject([
      { trackingNumber: '6A12345678901', contents: [{ sku: 'MUG-RED', quantity: 1 }] },
      { trackingNumber: 'BB2', contents: [{ sku: 'MUG-RED', quantity: 0 }] },
    ])
  })

  it('do not lose units that came back after they had left', async () => {
    const opened = await openMugShop()
    const placed = await placeIn(opened)
    await opened.there.complete(placed, [aParcel()])
    const [blue] = onlyOrder(opened).lines
    if (blue) blue.currentQuantity = 0

    expect((await progressOf(opened, placed))?.lines).toEqual([
      { sku: 'MUG-BLUE', quantity: 2 },
      { sku: 'MUG-RED', quantity: 2 },
    ])
  })

  it('show what an edit swapped, though the count is the same', async () => {
    const opened = await openMugShop()
    const placed = await placeIn(opened)
    const order = onlyOrder(opened)
    const [blue, red] = order.lines
    if (blue) blue.currentQuantity = 0
    if (red) red.currentQuantity = 4
    order.edited = true

    expect((await progressOf(opened, placed))?.lines).toEqual([{ sku: 'MUG-RED', quantity: 4 }])
  })

  it('are not completed because they are archived', async () => {
    const opened = await openMugShop()
    const placed = await placeIn(opened)
    onlyOrder(opened).closed = true

    expect(await progressOf(opened, placed)).toMatchObject({ state: 'open' })
  })

  it('count as completed and cancelled by what the seller ticked', async () => {
    const values = { completedStates: 'FULFILLED,PARTIALLY_FULFILLED', cancelledStates: 'CANCELLED,REFUNDED' }
    const opened = await openMugShop({ values })
    const one = await opened.backOffice.placeOrder({ ...TWO_OF_TWO, reference: 'RKT-1' })
    const two = await opened.backOffice.placeOrder({ ...TWO_OF_TWO, reference: 'RKT-2' })
    await opened.there.shipPart?.(one, aParcel({ contents: [{ sku: 'MUG-RED', quantity: 1 }] }))
    for (const order of opened.simulator.shop.orders) order.refunded = true

    expect(await progressOf(opened, one)).toMatchObject({ state: 'completed' })
    expect(await progressOf(opened, two)).toMatchObject({ state: 'cancelled' })
  })

  it('are open while only refunded, unless the seller says otherwise', async () => {
    const opened = await openMugShop()
    const placed = await placeIn(opened)
    onlyOrder(opened).refunded = true

    expect(await progressOf(opened, placed)).toMatchObject({ state: 'open' })
  })

  it('are gone, not cancelled, when Shopify hides them after sixty days', async () => {
    const opened = await openMugShop()
    const placed = await placeIn(opened)

    opened.clock.advance(61 * DAY)
    expect(await progressOf(opened, placed)).toMatchObject({ state: 'gone' })

    opened.simulator.app.scopes = [...opened.simulator.app.scopes, 'read_all_orders']
    expect(await progressOf(opened, placed)).toMatchObject({ state: 'open' })
  })

  it('are read to the end however much is in them', async () => {
    const opened = await openShop()
    const skus = Array.from({ length: 60 }, (_, at) => `SKU-${at}`)
    for (const sku of skus) addVariant(opened, { sku }, 9)
    const lines = skus.map((sku) => aPlacedLine({ sku, priceCents: 100 }))
    const placed = await opened.backOffice.placeOrder(anOrderToPlace({ lines }))
    await opened.there.shipPart?.(placed, aParcel({ contents: skus.slice(0, 30).map((sku) => ({ sku, quantity: 1 })) }))
    for (const sku of skus.slice(30, 36))
      await opened.there.shipPart?.(placed, aParcel({ trackingNumber: sku, contents: [{ sku, quantity: 1 }] }))

    const progress = await progressOf(opened, placed)

    expect(progress?.lines).toHaveLength(60)
    expect(progress?.parcels).toHaveLength(7)
    expect(progress?.parcels[0]?.contents).toEqual(skus.slice(0, 30).map((sku) => ({ sku, quantity: 1 })))
  })

  it('are a fault where the app may not see them, and not gone', async () => {
    const opened = await openMugShop()
    const placed = await placeIn(opened)
    opened.simulator.app.scopes = ['read_products']

    await expect(progressOf(opened, placed)).rejects.toMatchObject({ kind: 'settings' })
  })
})
