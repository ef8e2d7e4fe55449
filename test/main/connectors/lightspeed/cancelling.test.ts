import { describe, expect, it } from 'vitest'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import type { Spoiling } from '../../../simulators/wire.ts'
import { aLightspeed } from './a-lightspeed.ts'

const both = anOrderToPlace({ lines: [aPlacedLine({ quantity: 3 }), aPlacedLine({ sku: 'MUG-RED', quantity: 2 })] })

const placed = async (options: Parameters<typeof aLightspeed>[0] = {}) => {
  const opened = await aLightspeed(options)
  const order = await opened.backOffice.placeOrder(both)
  const stock = () => [opened.unitsOf('MUG-BLUE'), opened.unitsOf('MUG-RED')]
  return { ...opened, order, stock }
}
const REASON = 'The buyer cancelled'

describe('cancelling an order', () => {
  it('credits what is left of it without a mail, and cancels it then', async () => {
    const { backOffice, order, wire, shop, only, stock } = await placed()

    expect(await backOffice.cancelOrder(order, REASON)).toBe('cancelled')

    const bodies = (wire?.received ?? [])
      .filter(({ method, url }) => method !== 'GET' && url.pathname.includes(`/orders/${order.backOfficeRef}`))
      .map(({ body }) => JSON.parse(String(body)))
    expect(bodies.slice(-2)).toEqual([
      {
        credit: {
          ...{ creditPayment: true, creditShipment: true, notifyNew: false, updateStock: true },
          orderProducts: only().lines.map(({ id, ordered }) => ({ id, quantity: ordered })),
        },
      },
      { order: { status: 'cancelled', doNotifyCancelled: false } },
    ])
    expect([only().status, stock(), shop.mails]).toEqual(['cancelled', [10, 5], []])
  })

  it('leaves the units off the shelf where the seller wants it so', async () => {
    const { backOffice, order, stock, only } = await placed({ values: { restock: 'no' } })

    await backOffice.cancelOrder(order, REASON)

    expect([only().status, stock()]).toEqual(['cancelled', [7, 3]])
  })

  it('takes no unit back twice that was credited there before', async () => {
    const { backOffice, simulator, order, stock } = await placed()
    await simulator.there.removeUnits?.(order, { sku: 'MUG-BLUE', quantity: 2 })

    await backOffice.cancelOrder(order, REASON)

    expect(stock()).toEqual([10, 5])
  })

  it.each<Spoiling>(['lost-request', 'lost-answer', 'server-error', 'page', 'truncated', 'busy'])(
    'ends with the units back once, whichever of its calls is spoilt: %s',
    async (how) => {
      for (let at = 0; at < 7; at += 1) {
        const { backOffice, order, stock, only, simulator, clock } = await placed()
        let passing = at
        simulator.wire.spoil(how, () => passing-- <= 0, 2)

        await backOffice.cancelOrder(order, REASON).catch(() => 'failed')
        simulator.wire.calm()
        clock.advance(300_000)

        expect(await backOffice.cancelOrder(order, REASON)).toBe('cancelled')
        expect([only().status, stock()]).toEqual(['cancelled', [10, 5]])
      }
    },
  )

  it('is declined once a part has left, or a label is written', async () => {
    const { backOffice, order, only, shop, stock } = await placed()
    const [waiting] = shop.shipments.values()
    if (waiting === undefined) expect.fail('Every order has a shipment')
    only().shipmentStatus = 'partially_shipped'
    const first = await backOffice.cancelOrder(order, REASON)
    only().shipmentStatus = 'not_shipped'
    waiting.trackingCode = '6A12345678901'

    const second = await backOffice.cancelOrder(order, REASON)

    expect([first, second]).toEqual([
      { declined: expect.stringContaining('A part of order') },
      { declined: expect.stringContaining('a tracking code already') },
    ])
    expect([only().status, stock()]).toEqual(['processing_awaiting_shipment', [7, 3]])
  })

  it('is in doubt where the shop says yes and does nothing', async () => {
    const { backOffice, order, shop } = await placed()
    shop.habits.keepsCancelledOpen = true

    await expect(backOffice.cancelOrder(order, REASON)).rejects.toMatchObject({
      kind: 'unreadable',
      outcome: 'unknown',
    })
  })
})

describe('taking units out of an order', () => {
  const stays = [
    { sku: 'MUG-BLUE', quantity: 1 },
    { sku: 'MUG-RED', quantity: 2 },
  ]

  it('credits them once, the costs of shipping not with them', async () => {
    const { backOffice, order, stock, shop } = await placed()

    expect(await backOffice.keepUnits(order, stays)).toBe('kept')
    expect(await backOffice.keepUnits(order, stays)).toBe('kept')

    expect(stock()).toEqual([9, 3])
    expect([...shop.invoices.values()].filter(({ isCreditNote }) => isCreditNote)).toHaveLength(1)
    expect((await backOffice.readShipments([order])).get(order.backOfficeRef)?.lines).toEqual(stays)
  })

  it('is done once though its answer was lost', async () => {
    const { backOffice, order, stock, simulator } = await placed()
    simulator.wire.spoil('lost-answer', ({ url }) => url.pathname.endsWith('/credit.json'))

    await expect(backOffice.keepUnits(order, stays)).rejects.toMatchObject({ outcome: 'unknown' })

    expect([await backOffice.keepUnits(order, stays), stock()]).toEqual(['kept', [9, 3]])
  })

  it('leaves the stock as it is where the seller wants it so', async () => {
    const { backOffice, order, stock } = await placed({ values: { restock: 'no' } })

    await backOffice.keepUnits(order, stays)

    expect(stock()).toEqual([7, 3])
  })

  it('cannot bring back what is not there', async () => {
    const { backOffice, order, stock } = await placed()

    expect(await backOffice.keepUnits(order, [{ sku: 'MUG-BLUE', quantity: 4 }])).toBe('cannot')
    expect(stock()).toEqual([7, 3])
  })
})
