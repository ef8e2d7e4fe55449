import { describe, expect, it } from 'vitest'
import { aParcel } from '../../../batteries/back-office/harness.ts'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import { askedSince, onlyOrder, openMugShop, operationOf, stockOf } from './a-shop.ts'

const TWO = anOrderToPlace({ lines: [aPlacedLine({ quantity: 2 })] })

describe('cancelling an order in Shopify', () => {
  it('waits for the job to end and believes the order alone', async () => {
    const opened = await openMugShop()
    const placed = await opened.backOffice.placeOrder(TWO)
    const before = opened.calls()

    expect(await opened.backOffice.cancelOrder(placed, 'The buyer cancelled')).toBe('cancelled')

    expect(askedSince(opened, before)).toEqual(['Overview', 'Cancel', 'Job', 'Job', 'Overview'])
    expect(onlyOrder(opened).cancelledAt).not.toBeNull()
  })

  it.each([
    ['yes', 10],
    ['no', 8],
  ])('puts units back as the seller chose: %s', async (restock, units) => {
    const opened = await openMugShop({ values: { restock } })
    const placed = await opened.backOffice.placeOrder(TWO)

    await opened.backOffice.cancelOrder(placed, 'The buyer cancelled')

    expect(opened.simulator.shop.variants.map(stockOf)).toEqual([units, 5])
  })

  it('is in doubt when the job does not end', async () => {
    const opened = await openMugShop()
    const placed = await opened.backOffice.placeOrder(TWO)
    opened.simulator.shop.jobsNeverEnd = true

    await expect(opened.backOffice.cancelOrder(placed, 'The buyer cancelled')).rejects.toMatchObject({
      outcome: 'unknown',
    })

    expect(askedSince(opened).filter((name) => name === 'Job')).toHaveLength(30)
  })

  it('is in doubt when nobody can look whether the job has ended', async () => {
    const opened = await openMugShop()
    const placed = await opened.backOffice.placeOrder(TWO)
    opened.simulator.wire.spoil('server-error', (call) => operationOf(call) === 'Job', 9)

    await expect(opened.backOffice.cancelOrder(placed, 'The buyer cancelled')).rejects.toMatchObject({
      kind: 'unreachable',
      outcome: 'unknown',
    })
  })

  it('gives units back once, though the answer was lost', async () => {
    const opened = await openMugShop()
    const placed = await opened.backOffice.placeOrder(TWO)
    opened.simulator.wire.spoil('lost-answer', (call) => operationOf(call) === 'Cancel')

    await expect(opened.backOffice.cancelOrder(placed, 'The buyer cancelled')).rejects.toMatchObject({
      outcome: 'unknown',
    })
    opened.clock.advance(60_000)

    expect(await opened.backOffice.cancelOrder(placed, 'The buyer cancelled')).toBe('cancelled')
    expect(opened.simulator.shop.variants.map(stockOf)).toEqual([10, 5])
  })

  it('is declined where a part has left', async () => {
    const opened = await openMugShop()
    const placed = await opened.backOffice.placeOrder(TWO)
    await opened.there.shipPart?.(placed, aParcel({ contents: [{ sku: 'MUG-BLUE', quantity: 1 }] }))

    expect(await opened.backOffice.cancelOrder(placed, 'The buyer cancelled')).toEqual({
      declined: 'The order has left, or a part of it, says Shopify.',
    })
  })

  it('is declined where a part has left and the rest is on hold, though its status does not say so', async () => {
    const opened = await openMugShop()
    const placed = await opened.backOffice.placeOrder(TWO)
    await opened.there.shipPart?.(placed, aParcel({ contents: [{ sku: 'MUG-BLUE', quantity: 1 }] }))
    onlyOrder(opened).waitsAs = 'ON_HOLD'

    expect(await opened.backOffice.cancelOrder(placed, 'The buyer cancelled')).toEqual({
      declined: 'The order has left, or a part of it, says Shopify.',
    })
  })

  it('is declined in the words of Shopify', async () => {
    const opened = await openMugShop()
    const placed = await opened.backOffice.placeOrder(TWO)
    onlyOrder(opened).hasActiveReturn = true

    expect(await opened.backOffice.cancelOrder(placed, 'The buyer cancelled')).toEqual({
      declined: 'Cannot cancel an order with an active return',
    })
  })

  it('keeps a long reason short enough for a note', async () => {
    const opened = await openMugShop()
    const placed = await opened.backOffice.placeOrder(TWO)

    expect(await opened.backOffice.cancelOrder(placed, 'x'.repeat(400))).toBe('cancelled')
  })
})
