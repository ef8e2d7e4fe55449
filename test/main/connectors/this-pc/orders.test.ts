import { describe, expect, it } from 'vitest'
import type { OrderToPlace } from '../../../../src/main/connectors/sockets/back-office.ts'
import { anAddress } from '../../../helpers/an-order.ts'
import { anOrderToPlace, aPlacedLine, aRelayPoint } from '../../../helpers/an-order-to-place.ts'
import { aProduct, stockOf, thisPcWith } from './a-shelf.ts'

const REFERENCE = 'RKT-214001'
const red = aProduct({ sku: 'MUG-RED', stock: 5 })

const placedOn = async (facts: Partial<OrderToPlace> = {}) => {
  const pc = thisPcWith(aProduct(), red)
  await pc.backOffice('sku').placeOrder(anOrderToPlace(facts))
  pc.clock.advance(60_000)
  return pc
}
const twoLines = { lines: [aPlacedLine({ quantity: 2 }), aPlacedLine({ sku: 'MUG-RED', quantity: 2 })] }

describe('shipping an order', () => {
  it('takes carrier, number and link, without the blanks around them', async () => {
    const { orders } = await placedOn()

    const order = orders.ship(REFERENCE, {
      carrierName: ' Colissimo ',
      trackingNumber: ' 6A1 ',
      trackingUrl: 'https://a.fr/6A1',
    })

    expect(order).toMatchObject({ state: 'completed', completedAt: '2026-01-12T09:01:00.000Z' })
    expect(order.parcels).toMatchObject([
      { carrierName: 'Colissimo', trackingNumber: '6A1', trackingUrl: 'https://a.fr/6A1', contents: [] },
    ])
  })

  it('completes it without carrier and number too', async () => {
    const { orders } = await placedOn()

    const order = orders.ship(REFERENCE, { trackingNumber: ' ' })

    expect(order).toMatchObject({ state: 'completed', parcels: [{ carrierName: null, trackingNumber: null }] })
  })

  it('gives a number that comes later to the parcel that left without one', async () => {
    const { orders } = await placedOn()
    orders.ship(REFERENCE, {})

    const order = orders.ship(REFERENCE, { carrierName: 'Colissimo', trackingNumber: '6A1' })

    expect(order.parcels).toMatchObject([{ carrierName: 'Colissimo', trackingNumber: '6A1' }])
    expect(order.parcels).toHaveLength(1)
  })

  it('adds a further parcel, and the same one once only', async () => {
    const { orders } = await placedOn()

    orders.ship(REFERENCE, { trackingNumber: '6A1' })
    orders.ship(REFERENCE, { trackingNumber: '6A2' })
    const order = orders.ship(REFERENCE, { trackingNumber: '6A2' })

    expect(order.parcels.map(({ trackingNumber }) => trackingNumber)).toEqual(['6A1', '6A2'])
  })

  it('in parts leaves it open until the last part', async () => {
    const { orders } = await placedOn(twoLines)

    const first = orders.ship(REFERENCE, { trackingNumber: '6A1', contents: [{ sku: 'MUG-RED', quantity: 2 }] })
    const second = orders.ship(REFERENCE, { trackingNumber: '6A2' })

    expect(first.state).toBe('open')
    expect(second.state).toBe('completed')
    expect(second.parcels.map(({ contents }) => contents)).toEqual([
      [{ sku: 'MUG-RED', quantity: 2 }],
      [{ sku: 'MUG-BLUE', quantity: 2 }],
    ])
  })

  it.each([
    ['more units than are left', [{ sku: 'MUG-RED', quantity: 3 }]],
    ['units of another product', [{ sku: 'TEAPOT', quantity: 1 }]],
    [
      'one unit twice',
      [
        { sku: 'MUG-RED', quantity: 2 },
        { sku: 'MUG-RED', quantity: 1 },
      ],
    ],
    ['no units', []],
    ['half a unit', [{ sku: 'MUG-RED', quantity: 0.5 }]],
  ])('refuses a parcel with %s', async (_, contents) => {
    const { orders } = await placedOn(twoLines)

    expect(() => orders.ship(REFERENCE, { contents })).toThrow(expect.objectContaining({ kind: 'refused' }))
    expect(orders.get(REFERENCE)).toMatchObject({ state: 'open', parcels: [] })
  })

  it.each(['http://a.fr/6A1', 'javascript:alert(1)', '6A1'])('refuses %j as a link', async (trackingUrl) => {
    const { orders } = await placedOn()

    expect(() => orders.ship(REFERENCE, { trackingNumber: '6A1', trackingUrl })).toThrow(
      expect.objectContaining({ kind: 'settings' }),
    )
  })

  it('is refused once the order is cancelled, or not there', async () => {
    const { orders } = await placedOn()
    orders.cancel(REFERENCE)

    expect(() => orders.ship(REFERENCE, {})).toThrow('is cancelled')
    expect(() => orders.ship('RKT-9', {})).toThrow('is not among the orders')
  })
})

describe('undoing a completion', () => {
  it('forgets the parcel that left with it and keeps those that had left before', async () => {
    const { orders } = await placedOn(twoLines)
    orders.ship(REFERENCE, { trackingNumber: '6A1', contents: [{ sku: 'MUG-RED', quantity: 2 }] })
    orders.ship(REFERENCE, { trackingNumber: '6A2' })
    orders.ship(REFERENCE, { trackingNumber: '6A3' })

    const order = orders.reopen(REFERENCE)

    expect(order).toMatchObject({ state: 'open', completedAt: null, parcels: [{ trackingNumber: '6A1' }] })
    expect(orders.list('open')).toEqual([order])
  })

  it('gives nothing back to the stock', async () => {
    const pc = await placedOn()
    pc.orders.ship(REFERENCE, {})

    pc.orders.reopen(REFERENCE)

    expect(stockOf(pc)).toEqual({ 'MUG-BLUE': 9, 'MUG-RED': 5 })
  })

  it('is refused for an order that is open or cancelled', async () => {
    const { orders } = await placedOn()

    expect(() => orders.reopen(REFERENCE)).toThrow('is not completed')
    orders.cancel(REFERENCE)
    expect(() => orders.reopen(REFERENCE)).toThrow('is not completed')
  })

  it('is refused where taking units out completed it', async () => {
    const { orders } = await placedOn(twoLines)
    orders.ship(REFERENCE, { contents: [{ sku: 'MUG-RED', quantity: 2 }] })
    orders.removeUnits(REFERENCE, [{ sku: 'MUG-BLUE', quantity: 2 }])

    expect(() => orders.reopen(REFERENCE)).toThrow('has been shipped')
    expect(orders.get(REFERENCE)).toMatchObject({ state: 'completed' })
  })
})

describe('cancelling and taking units out', () => {
  it('keeps the reason of a cancellation', async () => {
    const { orders } = await placedOn()

    expect(orders.cancel(REFERENCE, 'broken')).toMatchObject({ state: 'cancelled', cancelReason: 'broken' })
  })

  it('refuses to cancel what has left, even in part', async () => {
    const { orders } = await placedOn(twoLines)
    orders.ship(REFERENCE, { contents: [{ sku: 'MUG-RED', quantity: 1 }] })

    expect(() => orders.cancel(REFERENCE)).toThrow('Part of RKT-214001 has been shipped.')
    orders.ship(REFERENCE, {})
    expect(() => orders.cancel(REFERENCE)).toThrow('RKT-214001 has been shipped.')
  })

  it('cancels an order whose last unit is taken out', async () => {
    const pc = await placedOn()

    expect(pc.orders.removeUnits(REFERENCE, [{ sku: 'MUG-BLUE', quantity: 1 }])).toMatchObject({ state: 'cancelled' })
    expect(stockOf(pc)).toEqual({ 'MUG-BLUE': 10, 'MUG-RED': 5 })
  })

  it('takes out of the lines of one SKU together, whatever their prices', async () => {
    const pc = await placedOn({ lines: [aPlacedLine({ quantity: 2 }), aPlacedLine({ quantity: 2, priceCents: 990 })] })

    const order = pc.orders.removeUnits(REFERENCE, [{ sku: 'MUG-BLUE', quantity: 3 }])

    expect(order.lines).toMatchObject([{ quantity: 1, priceCents: 990 }])
    expect(stockOf(pc)).toMatchObject({ 'MUG-BLUE': 9 })
  })

  it('adds up units of one SKU that are named twice', async () => {
    const pc = await placedOn(twoLines)

    const unit = { sku: 'MUG-RED', quantity: 1 }
    const order = pc.orders.removeUnits(REFERENCE, [unit, unit])

    expect(order.lines).toMatchObject([{ sku: 'MUG-BLUE', quantity: 2 }])
    expect(order.lines).toHaveLength(1)
  })

  it('gives nothing back of a short order while it still needs all it took', async () => {
    const pc = thisPcWith(aProduct({ stock: 1 }))
    await pc.backOffice('sku').placeOrder(anOrderToPlace({ lines: [aPlacedLine({ quantity: 3 })] }))

    pc.orders.removeUnits(REFERENCE, [{ sku: 'MUG-BLUE', quantity: 1 }])

    expect(stockOf(pc)).toEqual({ 'MUG-BLUE': 0 })
  })

  it('leaves a completed order as it is, even where nothing would be taken out', async () => {
    const pc = await placedOn()
    const before = pc.orders.ship(REFERENCE, {})
    pc.clock.advance(60_000)

    expect(() => pc.orders.removeUnits(REFERENCE, [{ sku: 'TEAPOT', quantity: 1 }])).toThrow('have been shipped')

    expect(pc.orders.get(REFERENCE)).toEqual(before)
  })

  it('refuses units that have left, and changes nothing', async () => {
    const pc = await placedOn(twoLines)
    const before = pc.orders.ship(REFERENCE, { contents: [{ sku: 'MUG-RED', quantity: 1 }] })

    expect(() => pc.orders.removeUnits(REFERENCE, [{ sku: 'MUG-RED', quantity: 2 }])).toThrow('have been shipped')

    expect(pc.orders.get(REFERENCE)).toEqual(before)
    expect(stockOf(pc)).toEqual({ 'MUG-BLUE': 8, 'MUG-RED': 3 })
  })
})

describe('deleting an order', () => {
  it('gives back what has not left, once, and leaves no buyer behind', async () => {
    const pc = await placedOn(twoLines)
    pc.orders.ship(REFERENCE, { contents: [{ sku: 'MUG-RED', quantity: 1 }] })

    pc.orders.remove(REFERENCE)
    pc.orders.remove(REFERENCE)

    expect(stockOf(pc)).toEqual({ 'MUG-BLUE': 10, 'MUG-RED': 4 })
    expect(pc.orders.get(REFERENCE)).toBeNull()
    expect(pc.orders.list('all')).toEqual([])
    expect(await pc.backOffice('sku').placeOrder(anOrderToPlace())).toMatchObject({ state: 'open' })
  })
})

describe('deleting an order of one SKU at two prices', () => {
  it('gives back what has not left of both lines together', async () => {
    const pc = await placedOn({ lines: [aPlacedLine({ quantity: 2 }), aPlacedLine({ quantity: 2, priceCents: 990 })] })
    pc.orders.ship(REFERENCE, { contents: [{ sku: 'MUG-BLUE', quantity: 3 }] })

    pc.orders.remove(REFERENCE)

    expect(stockOf(pc)).toMatchObject({ 'MUG-BLUE': 7 })
  })
})

describe('the list of orders', () => {
  it('shows the open ones, or all, oldest first', async () => {
    const pc = thisPcWith(aProduct())
    for (const reference of ['RKT-3', 'RKT-1', 'RKT-2']) {
      await pc.backOffice('sku').placeOrder(anOrderToPlace({ reference }))
      pc.clock.advance(1000)
    }
    pc.orders.ship('RKT-1', {})

    expect(pc.orders.list('open').map(({ reference }) => reference)).toEqual(['RKT-3', 'RKT-2'])
    expect(pc.orders.list('all').map(({ reference }) => reference)).toEqual(['RKT-3', 'RKT-1', 'RKT-2'])
  })
})

describe('orders as CSV', () => {
  it('have a row for each line, with the address, the relay point and the parcels', async () => {
    const { orders } = await placedOn({
      ...twoLines,
      delivery: anAddress({ lastName: '=HYPERLINK("x")' }),
      relayPoint: aRelayPoint(),
      methodId: 'relay',
    })
    orders.ship(REFERENCE, { carrierName: 'Mondial Relay', trackingNumber: '00012345' })

    const [, first, second, end] = orders.exportCsv('all').split('\r\n')

    expect(first).toBe(
      `RKT-214001;completed;2026-01-11T09:30:00.000Z;2026-01-12T09:00:00.000Z;Relay point;Élodie;"'=HYPERLINK(""x"")";12 rue des Tilleuls;;59800;Lille;FR;0612345678;elodie.lefebvre@example.fr;FR-012345 Tabac de la Gare;MUG-BLUE;Blue mug;2;12,90;3,99;EUR;Mondial Relay;00012345`,
    )
    expect(second).toContain(';MUG-RED;')
    expect(end).toBe('')
  })

  it('leave the cells of a forgotten buyer empty', async () => {
    const { orders, backOffice } = await placedOn()
    await backOffice('sku').forgetBuyer?.({ backOfficeRef: REFERENCE, reference: REFERENCE })

    expect(orders.exportCsv('all')).toContain(';;;;;;;;;;;MUG-BLUE;')
  })
})
