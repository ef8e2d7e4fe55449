import { describe, expect, it } from 'vitest'
import { aParcel } from '../../../batteries/back-office/harness.ts'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import { openShop } from './a-shop.ts'

describe('cancelling', () => {
  it('is declined in the words of the shop', async () => {
    const { backOffice, there } = await openShop()
    const placed = await backOffice.placeOrder(anOrderToPlace())
    await there.complete(placed, [aParcel()])

    expect(await backOffice.cancelOrder(placed, 'x')).toEqual({ declined: 'De bestelling is verzonden.' })
  })

  it('is declined in our words where the shop has none', async () => {
    const { backOffice, there } = await openShop(
      {},
      ({ cancelOrder: { message: _, ...cancelOrder }, ...template }) => ({
        ...template,
        cancelOrder,
      }),
    )
    const placed = await backOffice.placeOrder(anOrderToPlace())
    await there.complete(placed, [aParcel()])

    expect(await backOffice.cancelOrder(placed, 'x')).toEqual({ declined: expect.stringContaining('HTTP 409') })
  })

  it('takes a wrong address for a "no", never for an order that is gone', async () => {
    const { backOffice } = await openShop({}, (template) => ({
      ...template,
      cancelOrder: { ...template.cancelOrder, path: '/bestellingen/{{id}}', message: 'error' },
    }))
    const placed = await backOffice.placeOrder(anOrderToPlace())

    expect(await backOffice.cancelOrder(placed, 'x')).toEqual({ declined: 'no such address' })
  })

  it('leaves it in doubt when no answer comes', async () => {
    const { backOffice, wire } = await openShop()
    const placed = await backOffice.placeOrder(anOrderToPlace())
    wire?.spoil('lost-answer')

    await expect(backOffice.cancelOrder(placed, 'x')).rejects.toMatchObject({ outcome: 'unknown' })
    expect(await backOffice.cancelOrder(placed, 'x')).toBe('cancelled')
  })

  it('is done by hand where the template has no way, and sees when it was', async () => {
    const { backOffice, there } = await openShop({}, (template) => ({ ...template, cancelOrder: { kind: 'manual' } }))
    const placed = await backOffice.placeOrder(anOrderToPlace())

    expect(await backOffice.cancelOrder(placed, 'x')).toEqual({ declined: expect.stringContaining('by hand') })
    await there.cancel(placed)
    expect(await backOffice.cancelOrder(placed, 'x')).toBe('cancelled')
  })
})
