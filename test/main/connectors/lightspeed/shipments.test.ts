import { describe, expect, it } from 'vitest'
import type { OfficeOrder } from '../../../../src/main/connectors/sockets/back-office.ts'
import { aParcel } from '../../../batteries/back-office/harness.ts'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import { addShipment, ship } from '../../../simulators/lightspeed/there.ts'
import { aLightspeed } from './a-lightspeed.ts'

const A_DAY = 86_400_000
const both = anOrderToPlace({ lines: [aPlacedLine({ quantity: 2 }), aPlacedLine({ sku: 'MUG-RED', quantity: 2 })] })

const placed = async (options: Parameters<typeof aLightspeed>[0] = {}) => {
  const opened = await aLightspeed(options)
  const order = await opened.backOffice.placeOrder(both)
  const read = async (office = opened.backOffice) => (await office.readShipments([order])).get(order.backOfficeRef)
  const [waiting] = opened.shop.shipments.values()
  if (waiting === undefined) throw new Error('Every order has a shipment')
  return { ...opened, order, read, waiting }
}

describe('a parcel', () => {
  it('is named by the delivery method of its order, and by its code where there is one', async () => {
    const { simulator, order, only, read } = await placed()
    await simulator.there.complete(order, [aParcel({ carrierName: 'DPD Relais' })])

    expect((await read())?.parcels).toEqual([
      {
        carrierName: 'DPD Relais',
        carrierCode: null,
        trackingNumber: '6A12345678901',
        trackingUrl: null,
        contents: [],
      },
    ])
    expect(only().shipmentTitle).toBe('DPD Relais')
  })

  it('may bear a whole link in the field of its code', async () => {
    const { shop, order, simulator, read, waiting } = await placed()
    await simulator.there.complete(order, [aParcel()])
    ship(shop, waiting, 'https://www.dhl.com/fr?tracking-id=JVGL0612345678')

    expect((await read())?.parcels).toMatchObject([
      { trackingNumber: 'JVGL0612345678', trackingUrl: 'https://www.dhl.com/fr?tracking-id=JVGL0612345678' },
    ])
  })

  it('whose label is written and that has not left is told without contents, and the order stays open', async () => {
    const { read, waiting } = await placed()
    waiting.trackingCode = '6A12345678901'

    expect(await read()).toMatchObject({ state: 'open', parcels: [{ trackingNumber: '6A12345678901', contents: [] }] })
  })

  it('that was cancelled is none', async () => {
    const { read, waiting } = await placed()
    waiting.trackingCode = '6A12345678901'
    waiting.status = 'cancelled'

    expect((await read())?.parcels).toEqual([])
  })

  it.each(['sku', 'variantSku', 'ean', 'id'])(
    'that left ahead says what is in it, in the words of the connection: %s',
    async (skuSource) => {
      const { shop, backOffice, simulator, clock } = await aLightspeed({ skuSource })
      for (const variant of shop.variants.values())
        Object.assign(variant, { sku: `S-${variant.id}`, ean: `E-${variant.id}` })
      const [blue, red] = [...shop.variants.values()].map(({ id, articleCode }) => ({
        articleCode,
        sku: { sku: articleCode, variantSku: `S-${id}`, ean: `E-${id}`, id: String(id) }[skuSource] ?? '',
      }))
      if (blue === undefined || red === undefined) expect.fail('There are two mugs')
      const order = await backOffice.placeOrder(
        anOrderToPlace({ lines: [aPlacedLine({ sku: blue.sku, quantity: 2 }), aPlacedLine({ sku: red.sku })] }),
      )
      clock.advance(60_000)
      await simulator.there.shipPart?.(order, aParcel({ contents: [{ sku: blue.articleCode, quantity: 1 }] }))

      const progress = (await backOffice.readShipments([order])).get(order.backOfficeRef)

      expect(progress).toMatchObject({ state: 'open', parcels: [{ contents: [{ sku: blue.sku, quantity: 1 }] }] })
      expect(progress?.lines).toEqual([
        { sku: blue.sku, quantity: 2 },
        { sku: red.sku, quantity: 1 },
      ])
    },
  )

  it('is asked once what is in it, as long as it does not change', async () => {
    const { simulator, order, read, callsSince } = await placed()
    await simulator.there.shipPart?.(order, aParcel({ contents: [{ sku: 'MUG-RED', quantity: 1 }] }))
    const first = await read()
    const before = callsSince(0).length

    expect(await read()).toEqual(first)
    expect(callsSince(before)).toEqual(['GET orders', 'GET shipments/count', 'GET shipments'])
  })

  it('that got its code later is seen, though its order does not change', async () => {
    const { shop, read, order, simulator, waiting, only } = await placed()
    await simulator.there.complete(order, [])
    expect((await read())?.parcels).toMatchObject([{ trackingNumber: null }])
    const { updatedAt } = only()

    ship(shop, waiting, '6A12345678901')

    expect((await read())?.parcels).toMatchObject([{ trackingNumber: '6A12345678901' }])
    expect(only().updatedAt).toBe(updatedAt)
  })
})

describe('an order that is read', () => {
  it('is completed by a state that the shop made up, if the seller ticked it', async () => {
    const { shop, only, read, reopened } = await placed()
    const [own] = shop.customStatuses
    only().customStatusId = own?.id ?? 0

    expect((await read())?.state).toBe('open')
    expect((await (await placed({ values: { completedStates: `custom-${own?.id}` } })).read())?.state).toBe('open')
    expect((await reopened().listChoices?.('completedStates'))?.at(-1)).toEqual({
      ...{ value: `custom-${own?.id}`, label: 'Emballée' },
    })
  })

  it('has its lines read again when it has changed, and once a day though it has not', async () => {
    const { clock, only, read, callsSince } = await placed()
    const [line] = only().lines
    if (line === undefined) expect.fail('The order has lines')
    line.refunded = 1
    expect((await read())?.lines).toContainEqual({ sku: 'MUG-BLUE', quantity: 2 })

    clock.advance(A_DAY + 1)
    const before = callsSince(0).length

    expect((await read())?.lines).toContainEqual({ sku: 'MUG-BLUE', quantity: 1 })
    expect(callsSince(before)).toContain('GET orders/#/products')
  })

  it('is asked for by itself where the list leaves it out, so that none is taken for gone', async () => {
    const { shop, read } = await placed()
    shop.habits.dropsRows = true

    // The parcels cannot be looked at one by one.
    await expect(read()).rejects.toMatchObject({ kind: 'unreadable' })
    shop.shipments.clear()
    expect(await read()).toMatchObject({ state: 'open' })
  })

  it('is not lost where the shop gives shorter pages', async () => {
    const { shop, backOffice, callsSince } = await aLightspeed({ habits: { pageSize: 2 } })
    const orders: OfficeOrder[] = []
    for (let number = 1; number <= 5; number += 1)
      orders.push(await backOffice.placeOrder(anOrderToPlace({ reference: `RKT-${number}` })))
    const before = callsSince(0).length

    const progress = await backOffice.readShipments(orders)

    expect([...progress.values()].map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => 'open'))
    expect(callsSince(before)).not.toContain('GET orders/#')
    expect(shop.orders.size).toBe(5)
  })

  it('is read by itself when it is old, and does not make all orders since be gone through', async () => {
    const { backOffice, clock, order, shop, simulator, callsSince } = await placed()
    const [template] = shop.orders.values()
    if (template === undefined) expect.fail('There is an order')
    clock.advance(40 * A_DAY)
    for (let number = 0; number < 600; number += 1) {
      const id = shop.nextId()
      shop.orders.set(id, { ...template, id, createdAt: clock.now() - 35 * A_DAY })
    }
    const young = await backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-2' }))
    await simulator.there.complete(order, [aParcel()])
    const before = callsSince(0).length

    const progress = await backOffice.readShipments([order, young])

    expect([...progress.values()].map(({ state }) => state)).toEqual(['completed', 'open'])
    expect(callsSince(before).filter((call) => call === 'GET orders')).toHaveLength(1)
    expect(callsSince(before)).toContain('GET orders/#')
  })

  it('is known again after our own records were lost', async () => {
    const { simulator, order, forgetful, read } = await placed()
    await simulator.there.complete(order, [aParcel()])

    expect(await read(forgetful())).toMatchObject({
      state: 'completed',
      parcels: [{ trackingNumber: '6A12345678901' }],
    })
  })

  it('says nothing of other people’s shipments', async () => {
    const { shop, backOffice, order } = await placed()
    const other = await backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-2' }))
    const theirs = shop.orders.get(Number(other.backOfficeRef))
    if (theirs === undefined) expect.fail('It was just placed')
    addShipment(shop, theirs, '6A99999999999', [])

    expect((await backOffice.readShipments([order])).get(order.backOfficeRef)?.parcels).toEqual([])
  })
})
