import { describe, expect, it } from 'vitest'
import type { OfficeProgress } from '../../../../src/main/connectors/sockets/back-office.ts'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import { createRefund } from '../../../simulators/woocommerce/refunds.ts'
import type { ShopOptions } from '../../../simulators/woocommerce/shop.ts'
import { setStatus } from '../../../simulators/woocommerce/statuses.ts'
import { addFulfillment, addTracking, setMeta } from '../../../simulators/woocommerce/there.ts'
import { type OpenShop, openShopWithMugs } from './open-shop.ts'

const TWO_AND_ONE = anOrderToPlace({ lines: [aPlacedLine({ quantity: 2 }), aPlacedLine({ sku: 'MUG-RED' })] })

const placedIn = async (kind: ShopOptions = {}, values: Record<string, string> = {}) => {
  const open = await openShopWithMugs(kind, { values })
  const placed = await open.backOffice.placeOrder(TWO_AND_ONE)
  const [blue, red] = open.orderThere(placed).items
  if (blue === undefined || red === undefined) throw new Error('Two lines were placed')
  return { ...open, placed, order: open.orderThere(placed), blue, red, progress: () => progressOf(open, placed) }
}

const progressOf = async (
  { backOffice }: OpenShop,
  key: { backOfficeRef: string; reference: string },
): Promise<OfficeProgress | undefined> => (await backOffice.readShipments([key])).get(key.backOfficeRef)

describe('the state of an order', () => {
  it.each([
    ['pending', 'open'],
    ['on-hold', 'open'],
    ['processing', 'open'],
    ['checkout-draft', 'open'],
    ['partial-shipped', 'open'],
    ['being-gift-wrapped', 'open'],
    ['completed', 'completed'],
    ['shipped', 'completed'],
    ['delivered', 'completed'],
    ['cancelled', 'cancelled'],
    ['failed', 'gone'],
    ['trash', 'gone'],
  ])('%s is %s', async (status, state) => {
    const { order, progress } = await placedIn()
    order.status = status

    expect((await progress())?.state).toBe(state)
  })

  it('is what the seller says it is', async () => {
    const { order, progress } = await placedIn(
      {},
      { completedStates: 'handed-over, completed', cancelledStates: 'failed' },
    )

    order.status = 'handed-over'
    expect((await progress())?.state).toBe('completed')
    order.status = 'failed'
    expect((await progress())?.state).toBe('cancelled')
    order.status = 'cancelled'
    expect((await progress())?.state).toBe('open')
  })

  it('is open, with nothing left in it, where people refunded it by its state alone', async () => {
    const { order, progress, shop } = await placedIn()
    setStatus(shop, order, 'refunded')

    expect(await progress()).toMatchObject({ state: 'open', lines: [] })
  })

  it('stays completed where it was refunded after it had left', async () => {
    const { order, progress, shop } = await placedIn()
    setStatus(shop, order, 'completed')
    setStatus(shop, order, 'refunded')

    expect((await progress())?.state).toBe('completed')
  })

  it('is gone where the order was deleted for good, and where the reference is none of this shop', async () => {
    const { backOffice, shop, placed } = await placedIn()
    shop.orders.delete(Number(placed.backOfficeRef))

    const progress = await backOffice.readShipments([placed, { backOfficeRef: 'PS-12', reference: 'RKT-9' }])

    expect([...progress.values()].map(({ state }) => state)).toEqual(['gone', 'gone'])
  })

  it('is not taken from half a list', async () => {
    const { progress, shop } = await placedIn()
    shop.dropsRows = true

    await expect(progress()).rejects.toMatchObject({ kind: 'unreadable', outcome: 'not-done' })
  })
})

describe('parcels of Shipment Tracking and AST', () => {
  it.each<[string, Record<string, unknown>, object]>([
    [
      'a known carrier',
      { tracking_provider: 'Colissimo', tracking_number: '6A1' },
      { carrierName: 'Colissimo', trackingUrl: null },
    ],
    [
      'a carrier typed by hand',
      {
        tracking_provider: '',
        custom_tracking_provider: 'Coursier',
        custom_tracking_link: 'https://c.fr/1',
        tracking_number: '6A1',
      },
      { carrierName: 'Coursier', trackingUrl: 'https://c.fr/1' },
    ],
    [
      'a number that is one',
      { tracking_provider: 'dpd', tracking_number: 123 },
      { carrierName: 'dpd', trackingNumber: '123' },
    ],
    ['no carrier', { tracking_number: '6A1' }, { carrierName: null }],
  ])('are read with %s', async (_, item, parcel) => {
    const { order, progress, shop } = await placedIn()
    addTracking(shop, order, [item])

    expect((await progress())?.parcels).toEqual([expect.objectContaining({ contents: [], ...parcel })])
  })

  it('are read from a list with gaps, which PHP writes as an object, and from a serialised one', async () => {
    const { order, progress, shop } = await placedIn()

    setMeta(shop, order, '_wc_shipment_tracking_items', {
      0: { tracking_number: 'AA1' },
      2: { tracking_number: 'BB2' },
    })
    expect((await progress())?.parcels.map(({ trackingNumber }) => trackingNumber)).toEqual(['AA1', 'BB2'])
    setMeta(shop, order, '_wc_shipment_tracking_items', 'a:1:{i:0;a:1:{s:15:"tracking_number";s:3:"CC3";}}')
    expect((await progress())?.parcels.map(({ trackingNumber }) => trackingNumber)).toEqual(['CC3'])
  })

  it('say what is in them where AST knows', async () => {
    const { blue, order, progress, red, shop } = await placedIn()
    addTracking(shop, order, [
      { tracking_number: 'AA1', products_list: [{ item_id: String(blue.id), qty: '1' }] },
      { tracking_number: 'BB2', products_list: [{ product: red.productId, qty: 1 }, { product: 0, qty: 3 }, 'x'] },
    ])

    expect((await progress())?.parcels).toMatchObject([
      { trackingNumber: 'AA1', contents: [{ sku: 'MUG-BLUE', quantity: 1 }] },
      { trackingNumber: 'BB2', contents: [{ sku: 'MUG-RED', quantity: 1 }] },
    ])
  })
})

describe('parcels of other plugins', () => {
  it.each<[string, string, unknown, object]>([
    [
      'PluginHive',
      'wf_wc_shipment_result',
      { tracking_info: [{ tracking_id: 'P1', tracking_link: 'https://p.fr' }] },
      { trackingNumber: 'P1', trackingUrl: 'https://p.fr' },
    ],
    [
      'Colissimo',
      'lpc_outward_parcel_number',
      '6A00000000001',
      { trackingNumber: '6A00000000001', carrierName: 'Colissimo' },
    ],
    ['a field of the seller', '_my_number', ['M1'], { trackingNumber: 'M1', carrierName: 'Mondial Relay' }],
    ['the oldest Shipment Tracking', '_tracking_number', 'OLD1', { trackingNumber: 'OLD1' }],
  ])('are read: %s', async (_, key, value, parcel) => {
    const fields = 'lpc_outward_parcel_number=Colissimo, _my_number=Mondial Relay'
    const { order, progress, shop } = await placedIn({}, { trackingMeta: fields })
    setMeta(shop, order, key, value)

    expect((await progress())?.parcels).toEqual([expect.objectContaining(parcel)])
  })

  it.each([{ a: 'b' }, '', null, 'a:1:{broken', [], [{ tracking_number: '' }]])('are none in %j', async (value) => {
    const { order, progress, shop } = await placedIn()
    for (const key of ['_wc_shipment_tracking_items', 'wf_wc_shipment_result']) setMeta(shop, order, key, value)

    expect(await progress()).toMatchObject({ state: 'open', parcels: [] })
  })
})

describe('WooCommerce’s own fulfillments', () => {
  it('complete an order although its state stays, when everything has left', async () => {
    const { blue, order, progress, red, shop } = await placedIn()
    addFulfillment(shop, order, {
      _items: [{ item_id: blue.id, qty: 2 }],
      _tracking_number: '6A1234',
      _shipment_provider: 'la-poste-colissimo',
      _tracking_url: 'https://www.laposte.fr/x',
    })
    expect(await progress()).toMatchObject({ state: 'open' })
    addFulfillment(shop, order, {
      _items: [{ item_id: red.id, qty: 1 }],
      _shipping_provider: 'mondial-relay',
      _tracking_number: 'MR1',
    })

    expect(order.status).toBe('processing')
    expect(await progress()).toMatchObject({
      state: 'completed',
      parcels: [
        { carrierCode: 'la-poste-colissimo', trackingNumber: '6A1234', contents: [{ sku: 'MUG-BLUE', quantity: 2 }] },
        { carrierCode: 'mondial-relay', trackingNumber: 'MR1', contents: [{ sku: 'MUG-RED', quantity: 1 }] },
      ],
    })
  })

  it('are no parcels while they are drafts, and make way for a plugin that has the number', async () => {
    const { blue, order, progress, shop } = await placedIn()
    addFulfillment(shop, order, { _items: [{ item_id: blue.id, qty: 2 }] })
    addFulfillment(shop, order, { _items: [{ item_id: blue.id, qty: 2 }], _tracking_number: 'DRAFT' }, false)
    expect((await progress())?.parcels).toMatchObject([{ trackingNumber: null }])

    addTracking(shop, order, [{ tracking_number: 'AA1' }])

    expect((await progress())?.parcels).toMatchObject([{ trackingNumber: 'AA1' }])
  })

  it.each(['hpos', 'classic'] as const)(
    'are asked for once an hour where nobody waits for them any more: %s',
    async (storage) => {
      const { asked, blue, clock, order, progress, red, shop } = await placedIn({ storage })
      const calls = () => asked().filter((call) => call.endsWith('/fulfillments')).length
      addFulfillment(shop, order, { _items: [{ item_id: blue.id, qty: 2 }], _tracking_number: 'AA1' })
      await progress()
      await progress()
      expect(calls()).toBe(2)
      clock.advance(1000)
      addFulfillment(shop, order, { _items: [{ item_id: red.id, qty: 1 }], _tracking_number: 'BB2' })

      expect((await progress())?.parcels).toHaveLength(2)
      await progress()
      expect(calls()).toBe(3)
      clock.advance(61 * 60_000)
      await progress()
      expect(calls()).toBe(4)
    },
  )

  it('are asked for again while a number is missing', async () => {
    const { blue, order, progress, red, shop } = await placedIn({ storage: 'classic' })
    const items = [
      { item_id: blue.id, qty: 2 },
      { item_id: red.id, qty: 1 },
    ]
    addFulfillment(shop, order, { _items: items })
    expect(await progress()).toMatchObject({ state: 'completed', parcels: [{ trackingNumber: null }] })
    order.fulfillments.splice(0)
    addFulfillment(shop, order, { _items: items, _tracking_number: 'LATE' })

    expect((await progress())?.parcels).toMatchObject([{ trackingNumber: 'LATE' }])
  })

  it('are none where the feature was switched off since', async () => {
    const { order, progress, shop } = await placedIn({ fulfillments: false })
    setMeta(shop, order, '_fulfillment_status', 'fulfilled')

    expect(await progress()).toMatchObject({ state: 'completed', parcels: [] })
  })
})

describe('units that were refunded', () => {
  it('are not in the order any more; their details are read once', async () => {
    const { asked, blue, clock, order, progress, shop } = await placedIn()
    createRefund(shop, order, { api_refund: false, line_items: [{ id: blue.id, quantity: 1, refund_total: 5 }] })

    expect((await progress())?.lines).toEqual([
      { sku: 'MUG-BLUE', quantity: 1 },
      { sku: 'MUG-RED', quantity: 1 },
    ])
    await progress()
    expect(asked().filter((call) => call.endsWith('/refunds'))).toHaveLength(1)
    clock.advance(1000)
    createRefund(shop, order, { api_refund: false, line_items: [{ id: blue.id, quantity: 1, refund_total: 5 }] })

    expect((await progress())?.lines).toEqual([{ sku: 'MUG-RED', quantity: 1 }])
  })

  it('are forgotten a day after anybody asked', async () => {
    const { backOffice, blue, clock, order, progress, records, shop } = await placedIn()
    createRefund(shop, order, { api_refund: false, line_items: [{ id: blue.id, quantity: 1, refund_total: 5 }] })
    await progress()
    const kept = () => records.list('details/', { parse: (value: unknown) => value } as never)
    expect(kept()).toHaveLength(1)
    clock.advance(25 * 3_600_000)

    await backOffice.readShipments([{ backOfficeRef: '9999', reference: 'RKT-9' }])

    expect(kept()).toEqual([])
  })
})
