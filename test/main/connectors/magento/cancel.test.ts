import { describe, expect, it } from 'vitest'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import { callsTo, openMagento, stockOf } from './open-magento.ts'

const open = async (values: Readonly<Record<string, string>> = {}) => {
  const opened = await openMagento({ values })
  const lines = [aPlacedLine({ quantity: 3 }), aPlacedLine({ sku: 'MUG-RED' })]
  const placed = await opened.backOffice.placeOrder(anOrderToPlace({ lines }))
  return { ...opened, placed, ref: placed.backOfficeRef }
}

describe('cancelling at Magento', () => {
  it('refunds what was invoiced, shipping included, until the order is closed', async () => {
    const { backOffice, hands, placed, ref } = await open()

    expect(await backOffice.cancelOrder(placed, 'The buyer cancelled')).toBe('cancelled')

    expect(hands.order(ref)).toMatchObject({ state: 'closed', total_refunded: expect.closeTo(16.89 + 38.7) })
  })

  it('cancels what was not', async () => {
    const { backOffice, hands, placed, ref } = await open({ invoice: 'no' })

    expect(await backOffice.cancelOrder(placed, 'The buyer cancelled')).toBe('cancelled')

    expect(hands.order(ref)).toMatchObject({ state: 'canceled', total_refunded: 0 })
  })

  it('does both where a part was invoiced', async () => {
    const { backOffice, hands, placed, ref } = await open({ invoice: 'no' })
    hands.invoicePart(ref, 'MUG-RED', 1)

    expect(await backOffice.cancelOrder(placed, 'The buyer cancelled')).toBe('cancelled')

    expect(hands.order(ref).rows).toMatchObject([{ qty_canceled: 3 }, { qty_refunded: 1 }])
  })

  it.each([
    ['yes', 10],
    ['no', 7],
  ])('puts units back as the seller chose: %s', async (restock, units) => {
    const { backOffice, placed } = await open({ restock })

    await backOffice.cancelOrder(placed, 'The buyer cancelled')

    expect(await stockOf(backOffice)).toMatchObject({ 'MUG-BLUE': units })
  })

  it.each([
    ['on hold', 'no', 'holded', /on hold/],
    ['under review', 'no', 'payment_review', /payment_review/],
  ])('takes no "false" for a yes: an order %s is declined in words', async (_, invoice, state, words) => {
    const { backOffice, hands, placed, ref } = await open({ invoice })
    hands.setState(ref, state)

    expect(await backOffice.cancelOrder(placed, 'The buyer cancelled')).toEqual({
      declined: expect.stringMatching(words),
    })
  })

  it('is declined when a part has left', async () => {
    const { backOffice, hands, placed, ref } = await open()
    hands.ship(ref, { units: [{ sku: 'MUG-RED', quantity: 1 }] })

    expect(await backOffice.cancelOrder(placed, 'The buyer cancelled')).toEqual({
      declined: expect.stringContaining('part'),
    })
    expect(hands.order(ref)).toMatchObject({ state: 'processing', total_refunded: 0 })
  })

  it.each(['lost-answer', 'server-error', 'page', 'empty'] as const)(
    'that got no answer is in doubt, and asked again it refunds nothing twice: %s',
    async (how) => {
      const { backOffice, hands, wire, placed, ref } = await open()
      wire?.spoil(how, ({ method }) => method === 'POST')
      await expect(backOffice.cancelOrder(placed, 'The buyer cancelled')).rejects.toMatchObject({ outcome: 'unknown' })

      expect(await backOffice.cancelOrder(placed, 'The buyer cancelled')).toBe('cancelled')

      expect(hands.order(ref).rows).toMatchObject([{ qty_refunded: 3 }, { qty_refunded: 1 }])
    },
  )
})

describe('taking units out at Magento', () => {
  const stays = [{ sku: 'MUG-BLUE', quantity: 1 }]

  it('refunds those that were invoiced, shipping not included, however often it is said', async () => {
    const opened = await open()
    const { backOffice, hands, placed, ref } = opened

    expect(await backOffice.keepUnits(placed, stays)).toBe('kept')
    const before = opened.calls()
    expect(await backOffice.keepUnits(placed, stays)).toBe('kept')

    expect(hands.order(ref)).toMatchObject({
      state: 'processing',
      shipping_refunded: 0,
      rows: [{ qty_refunded: 2 }, { qty_refunded: 1 }],
    })
    expect(callsTo(opened, before)).toEqual([`GET orders/${ref}`])
  })

  it('cannot take out what was not invoiced, nor what has left, and then changes nothing', async () => {
    const uninvoiced = await open({ invoice: 'no' })
    const left = await open()
    left.hands.ship(left.ref, { units: [{ sku: 'MUG-BLUE', quantity: 2 }] })

    for (const { backOffice, hands, placed, ref } of [uninvoiced, left]) {
      expect(await backOffice.keepUnits(placed, stays)).toBe('cannot')
      expect(hands.order(ref).total_refunded).toBe(0)
    }
  })

  it('takes the right row where one SKU was sold at two prices and one row is used up', async () => {
    const { backOffice, hands } = await openMagento()
    const lines = [aPlacedLine({ quantity: 2 }), aPlacedLine({ quantity: 1, priceCents: 999 })]
    const placed = await backOffice.placeOrder(anOrderToPlace({ lines }))

    expect(await backOffice.keepUnits(placed, [{ sku: 'MUG-BLUE', quantity: 1 }])).toBe('kept')

    expect(hands.order(placed.backOfficeRef).rows).toMatchObject([{ qty_refunded: 1 }, { qty_refunded: 1 }])
  })
})
