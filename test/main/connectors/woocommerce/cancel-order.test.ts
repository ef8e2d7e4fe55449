import { describe, expect, it } from 'vitest'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import { setStatus } from '../../../simulators/woocommerce/statuses.ts'
import { addFulfillment, setMeta } from '../../../simulators/woocommerce/there.ts'
import { openShopWithMugs } from './open-shop.ts'

const THREE = anOrderToPlace({ lines: [aPlacedLine({ quantity: 3 }), aPlacedLine({ sku: 'MUG-RED' })] })

const placedIn = async (values: Record<string, string> = {}) => {
  const open = await openShopWithMugs({}, { values })
  const placed = await open.backOffice.placeOrder(THREE)
  const stock = () => [...open.shop.products.values()].map((product) => product.stock)
  return { ...open, placed, order: open.orderThere(placed), stock }
}

describe('cancelling', () => {
  it('leaves the reason where people read it, and the stock to the shop', async () => {
    const { backOffice, order, placed, stock } = await placedIn()

    expect(await backOffice.cancelOrder(placed, 'Cancelled at Rakuten')).toBe('cancelled')

    expect(order).toMatchObject({ status: 'cancelled' })
    expect(order.meta).toContainEqual(
      expect.objectContaining({ key: 'rakuten_cancelled', value: 'Cancelled at Rakuten' }),
    )
    expect(stock()).toEqual([10, 5])
  })

  it('leaves the stock as it is where the seller wants that, and is a cancellation all the same', async () => {
    const { backOffice, order, placed, shop, stock } = await placedIn({ restock: 'no' })

    expect(await backOffice.cancelOrder(placed, 'Cancelled at Rakuten')).toBe('cancelled')
    expect(await backOffice.cancelOrder(placed, 'Cancelled at Rakuten')).toBe('cancelled')

    expect(stock()).toEqual([7, 4])
    expect(order.status).toBe('refunded')
    expect((await backOffice.readShipments([placed])).get(placed.backOfficeRef)).toMatchObject({ state: 'cancelled' })
    expect(shop.mails.filter(({ to }) => to === 'buyer')).toEqual([])
  })

  it('is a cancellation where the seller says that a cancelled order is none for Rakuten', async () => {
    const { backOffice, order, placed } = await placedIn({ cancelledStates: 'failed' })

    expect(await backOffice.cancelOrder(placed, 'Cancelled at Rakuten')).toBe('cancelled')
    expect(await backOffice.cancelOrder(placed, 'Cancelled at Rakuten')).toBe('cancelled')

    expect(order.status).toBe('cancelled')
  })

  it.each(['being-packed', 'partial-shipped'])('is declined in a state of the shop’s own: %s', async (status) => {
    const { backOffice, order, placed } = await placedIn()
    order.status = status

    expect(await backOffice.cancelOrder(placed, '')).toEqual({ declined: expect.stringContaining(status) })
    expect(order.status).toBe(status)
  })

  it('is declined where a part has left', async () => {
    const { backOffice, order, placed, shop } = await placedIn()
    addFulfillment(shop, order, { _items: [{ item_id: order.items[0]?.id, qty: 1 }] })

    expect(await backOffice.cancelOrder(placed, '')).toEqual({ declined: expect.stringContaining('Parcels') })
    expect(order.status).toBe('processing')
  })

  it('is declined, like taking units out, where a plugin has noted a number', async () => {
    const { backOffice, order, placed, shop } = await placedIn()
    setMeta(shop, order, 'lpc_outward_parcel_number', '6A00000000001')

    expect(await backOffice.cancelOrder(placed, '')).toEqual({ declined: expect.stringContaining('Parcels') })
    expect(await backOffice.keepUnits(placed, [{ sku: 'MUG-BLUE', quantity: 1 }])).toBe('cannot')
    expect(order).toMatchObject({ status: 'processing', refunds: [] })
  })

  it('is in doubt when its answer is lost', async () => {
    const { backOffice, placed, simulator } = await placedIn()
    simulator.wire.spoil('lost-answer', ({ method }) => method === 'POST')

    await expect(backOffice.cancelOrder(placed, '')).rejects.toMatchObject({ outcome: 'unknown' })
    expect(await backOffice.cancelOrder(placed, '')).toBe('cancelled')
  })
})

describe('keeping some units', () => {
  const ONE_EACH = [
    { sku: 'MUG-BLUE', quantity: 1 },
    { sku: 'MUG-RED', quantity: 1 },
  ]

  it('refunds the others in the books alone, with their VAT, to the cent', async () => {
    const { backOffice, order, placed, stock } = await placedIn()

    expect(await backOffice.keepUnits(placed, ONE_EACH)).toBe('kept')

    expect(order.refunds).toMatchObject([{ amount: 25_800_000, lines: [{ quantity: 2 }] }])
    expect(order.status).toBe('processing')
    expect(stock()).toEqual([9, 4])
  })

  it('takes what is left of a line with its last units', async () => {
    const { backOffice, order, placed } = await placedIn()
    await backOffice.keepUnits(placed, [
      { sku: 'MUG-BLUE', quantity: 2 },
      { sku: 'MUG-RED', quantity: 1 },
    ])
    await backOffice.keepUnits(placed, [
      { sku: 'MUG-BLUE', quantity: 1 },
      { sku: 'MUG-RED', quantity: 1 },
    ])

    await backOffice.keepUnits(placed, [{ sku: 'MUG-RED', quantity: 1 }])

    expect(order.refunds.reduce((sum, { amount }) => sum + amount, 0)).toBe(3 * 12_900_000)
  })

  it('leaves the stock as it is where the seller wants that', async () => {
    const { backOffice, placed, stock } = await placedIn({ restock: 'no' })

    await backOffice.keepUnits(placed, ONE_EACH)

    expect(stock()).toEqual([7, 4])
  })

  it('gives back every unit once when the rest is cancelled after all', async () => {
    const { backOffice, placed, stock } = await placedIn()
    await backOffice.keepUnits(placed, ONE_EACH)

    await backOffice.cancelOrder(placed, '')

    expect(stock()).toEqual([10, 5])
  })

  it('refunds once when its answer is lost and it is said again', async () => {
    const { backOffice, order, placed, simulator } = await placedIn()
    simulator.wire.spoil('lost-answer', ({ url }) => url.pathname.endsWith('/refunds'))

    await expect(backOffice.keepUnits(placed, ONE_EACH)).rejects.toMatchObject({ outcome: 'unknown' })
    expect(await backOffice.keepUnits(placed, ONE_EACH)).toBe('kept')

    expect(order.refunds).toHaveLength(1)
  })

  it('cannot be done once a part has left, or in a state of the shop’s own', async () => {
    const { backOffice, order, placed, shop } = await placedIn()
    order.status = 'being-packed'
    expect(await backOffice.keepUnits(placed, ONE_EACH)).toBe('cannot')
    order.status = 'processing'
    addFulfillment(shop, order, { _items: [{ item_id: order.items[0]?.id, qty: 1 }] })

    expect(await backOffice.keepUnits(placed, ONE_EACH)).toBe('cannot')
    expect(order.refunds).toEqual([])
  })

  it('has nothing to take out of an order that is cancelled or gone', async () => {
    const { backOffice, order, placed, shop } = await placedIn()
    setStatus(shop, order, 'cancelled')

    expect(await backOffice.keepUnits(placed, ONE_EACH)).toBe('kept')
    shop.orders.delete(order.id)
    expect(await backOffice.keepUnits(placed, ONE_EACH)).toBe('kept')
  })
})
