import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { OrderKey } from '../../../../src/main/connectors/sockets/back-office.ts'
import { isFault } from '../../../../src/main/domain/fault.ts'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import type { Received, Spoiling } from '../../../simulators/wire.ts'
import { type AShop, addShirt, openShop } from './a-shop.ts'

const NO = { restock: 'no' }

/** A shop that leaves the stock of cancelled units as it is, with two blue mugs, a red one and a shirt ordered. */
const openWithOrder = async (version = '8.1.2') => {
  const shop = await openShop({ values: NO })
  shop.simulator.misbehaviour.version = version
  shop.simulator.ticked.get('stock_availables')?.add('PUT').add('PATCH')
  addShirt(shop, 'SHIRT', { 'SHIRT-S': 3, 'SHIRT-M': 4 })
  const order = await shop.backOffice.placeOrder(
    anOrderToPlace({
      lines: [
        aPlacedLine({ quantity: 2 }),
        aPlacedLine({ sku: 'MUG-RED', priceCents: 1099 }),
        aPlacedLine({ sku: 'SHIRT-M', quantity: 3 }),
      ],
    }),
  )
  expect(stockOf(shop)).toEqual(TAKEN)
  return { ...shop, order }
}

/** Blue mugs, red mugs, shirts in S and in M, shirts together. */
const FULL = [10, 5, 3, 4, 7]
const TAKEN = [8, 4, 3, 1, 4]

const stockOf = (shop: AShop) => shop.rows('stock_availables').map(({ quantity }) => quantity)
const stockRow = (shop: AShop, id: number) => shop.simulator.tables.need('stock_availables', id)
const isStockWrite = ({ method, url }: Received): boolean => method !== 'GET' && url.pathname.includes('stock_av')
const stockWrites = (shop: AShop) => shop.wire?.received.filter(isStockWrite) ?? []
const isCancelling = ({ method, url }: Received): boolean => method === 'POST' && url.pathname.includes('order_hist')
const begun = (shop: AShop) => shop.records.list('withhold:', z.unknown())

/** Asked again and again, each time by a program started anew. */
const cancelledInTheEnd = async (shop: AShop, order: OrderKey): Promise<void> => {
  for (let cycle = 0; cycle < 5; cycle++) {
    try {
      expect(await shop.reconnect(NO).cancelOrder(order, '')).toBe('cancelled')
      return
    } catch (error) {
      if (!isFault(error)) throw error
      shop.clock.advance(10 * 60_000)
    }
  }
  throw new Error('It was never cancelled')
}

describe('the stock of an order that is cancelled, where it shall stay as it is', () => {
  it('is taken out again once, each product by its own figure', async () => {
    const shop = await openWithOrder()

    await shop.backOffice.cancelOrder(shop.order, '')
    await shop.backOffice.cancelOrder(shop.order, '')

    expect(shop.only('orders')).toMatchObject({ current_state: 6 })
    expect(stockOf(shop)).toEqual(TAKEN)
    // The total of the shirts is the shop's own to reckon.
    expect(stockWrites(shop).map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      ...['PATCH /api/stock_availables/1', 'PATCH /api/stock_availables/2', 'PATCH /api/stock_availables/4'],
    ])
    expect(begun(shop)).toEqual([])
  })

  it('is written with PUT, all fields with it, where the version knows no PATCH', async () => {
    const shop = await openWithOrder('1.7.8.11')

    await shop.backOffice.cancelOrder(shop.order, '')

    expect(stockOf(shop)).toEqual(TAKEN)
    expect(stockWrites(shop).map(({ method }) => method)).toEqual(['PUT', 'PUT', 'PUT'])
    expect(stockRow(shop, 4)).toMatchObject({ id_product: 3, id_product_attribute: 2, id_shop: 1 })
  })

  it('goes back to the shelf where the seller said nothing else', async () => {
    const shop = await openWithOrder()

    await shop.reconnect().cancelOrder(shop.order, '')

    expect(stockOf(shop)).toEqual(FULL)
    expect(stockWrites(shop)).toEqual([])
  })

  it('is left as people left it who cancelled there, even after we were turned away', async () => {
    const shop = await openWithOrder()
    shop.wire?.spoil('firewall', isCancelling)
    await expect(shop.backOffice.cancelOrder(shop.order, '')).rejects.toMatchObject({ outcome: 'not-done' })
    await shop.there.cancel(shop.order)

    expect(await shop.backOffice.cancelOrder(shop.order, '')).toBe('cancelled')
    await shop.backOffice.readShipments([shop.order])

    expect(stockOf(shop)).toEqual(FULL)
  })

  it('is left alone where the shop counts none, and where none had moved', async () => {
    const uncounted = await openWithOrder()
    uncounted.simulator.tables.configure('PS_STOCK_MANAGEMENT', '0')
    await uncounted.reconnect(NO).cancelOrder(uncounted.order, '')
    const shop = await openWithOrder()
    const test = await shop.backOffice.placeOrder(anOrderToPlace({ reference: 'TEST-1-7' }))

    await shop.backOffice.cancelOrder(test, '')

    expect(stockOf(shop)).toEqual(TAKEN)
    expect([...stockWrites(uncounted), ...stockWrites(shop)]).toEqual([])
  })

  it('counts what the shop puts back: all of a line though a part was refunded, and nothing of packs', async () => {
    const shop = await openWithOrder()
    const [mugs] = shop.rows('order_details')
    Object.assign(mugs ?? {}, { product_quantity_refunded: 1 })
    Object.assign(shop.simulator.tables.need('products', 2), { cache_is_pack: '1' })

    await shop.backOffice.cancelOrder(shop.order, '')

    expect(stockOf(shop)).toEqual(TAKEN)
  })

  it.each<Spoiling>(['lost-request', 'lost-answer', 'server-error', 'busy', 'firewall', 'page', 'empty', 'truncated'])(
    'stays so whichever call is cut short, asked again: %s',
    { timeout: 60_000 },
    async (how) => {
      const whole = await openWithOrder()
      const before = whole.calls()
      await cancelledInTheEnd(whole, whole.order)
      const calls = whole.calls() - before
      expect(calls).toBeGreaterThan(15)

      for (let at = 0; at < calls; at++) {
        const shop = await openWithOrder()
        let seen = 0
        shop.wire?.spoil(how, () => seen++ === at)

        await cancelledInTheEnd(shop, shop.order)

        expect([at, stockOf(shop)]).toEqual([at, TAKEN])
        expect(begun(shop)).toEqual([])
      }
    },
  )

  it('stays so when the program ends between any two calls', { timeout: 60_000 }, async () => {
    for (let at = 0; at < 25; at++) {
      const shop = await openWithOrder()
      let seen = 0
      shop.wire?.spoil('lost-request', () => seen++ >= at, 2)

      await cancelledInTheEnd(shop, shop.order)

      expect([at, stockOf(shop)]).toEqual([at, TAKEN])
    }
  })

  it('is taken out when its order is next read as cancelled, if nobody asks again', async () => {
    const shop = await openWithOrder()
    shop.wire?.spoil('lost-answer', isCancelling)
    await expect(shop.backOffice.cancelOrder(shop.order, '')).rejects.toMatchObject({ outcome: 'unknown' })
    expect(stockOf(shop)).toEqual(FULL)
    expect(begun(shop)).toEqual([
      { key: `withhold:${shop.order.backOfficeRef}`, value: { begunAt: shop.clock.now(), rows: null } },
    ])

    await shop.reconnect(NO).readShipments([])
    await shop.reconnect(NO).readShipments([])

    expect(stockOf(shop)).toEqual(TAKEN)
  })

  it('is people’s again when a request that was lost is an hour old', async () => {
    const shop = await openWithOrder()
    shop.wire?.spoil('lost-request', isCancelling)
    await expect(shop.backOffice.cancelOrder(shop.order, '')).rejects.toMatchObject({ outcome: 'unknown' })
    await shop.backOffice.readShipments([shop.order])
    expect(begun(shop)).toHaveLength(1)

    shop.clock.advance(61 * 60_000)
    await shop.backOffice.readShipments([shop.order])
    await shop.there.cancel(shop.order)
    await shop.backOffice.readShipments([shop.order])

    expect(stockOf(shop)).toEqual(FULL)
  })

  it('is not guessed at when somebody bought meanwhile: the seller is told once, the rest is taken out', async () => {
    const shop = await openWithOrder()
    shop.wire?.spoil('lost-answer', isStockWrite)
    await expect(shop.backOffice.cancelOrder(shop.order, '')).rejects.toMatchObject({ outcome: 'unknown' })
    const row = stockRow(shop, 1)
    row['quantity'] = Number(row['quantity']) - 1

    await expect(shop.reconnect(NO).cancelOrder(shop.order, '')).rejects.toMatchObject({
      ...{ kind: 'refused', outcome: 'unknown', message: expect.stringMatching(/: 2 × MUG-BLUE\. Set their stock/) },
    })

    expect(stockOf(shop)).toEqual([7, ...TAKEN.slice(1)])
    expect(await shop.reconnect(NO).cancelOrder(shop.order, '')).toBe('cancelled')
    await shop.reconnect(NO).readShipments([shop.order])
    expect(stockOf(shop)).toEqual([7, ...TAKEN.slice(1)])
  })

  it('comes down by what was put back though somebody bought before it was first touched', async () => {
    const shop = await openWithOrder()
    shop.wire?.spoil('lost-answer', isCancelling)
    await expect(shop.backOffice.cancelOrder(shop.order, '')).rejects.toMatchObject({ outcome: 'unknown' })
    const row = stockRow(shop, 1)
    row['quantity'] = Number(row['quantity']) - 1

    await shop.backOffice.cancelOrder(shop.order, '')

    expect(stockOf(shop)).toEqual([7, ...TAKEN.slice(1)])
  })

  it('is lowered once by two who do it at the same time', async () => {
    const shop = await openWithOrder()
    shop.wire?.spoil('lost-answer', isCancelling)
    await expect(shop.backOffice.cancelOrder(shop.order, '')).rejects.toMatchObject({ outcome: 'unknown' })

    await Promise.all([
      shop.reconnect(NO).cancelOrder(shop.order, ''),
      shop.reconnect(NO).readShipments([shop.order]),
      shop.reconnect(NO).cancelOrder(shop.order, ''),
    ])

    expect(stockOf(shop)).toEqual(TAKEN)
  })

  it('waits for the right to change it, and says which one that is', async () => {
    const shop = await openWithOrder()
    const ticked = shop.simulator.ticked.get('stock_availables')
    ticked?.delete('PATCH')
    const failed = async (values = {}) =>
      (await shop.reconnect(values).testConnection()).filter(({ ok }) => !ok).map(({ name }) => name)

    expect(await failed()).toEqual([])
    expect(await failed(NO)).toEqual(['Permission PATCH stock_availables'])
    await expect(shop.backOffice.cancelOrder(shop.order, '')).rejects.toMatchObject({
      ...{ kind: 'settings', outcome: 'unknown', message: expect.stringContaining('PATCH “stock_availables”') },
    })
    ticked?.add('PATCH')
    await shop.backOffice.cancelOrder(shop.order, '')

    expect(stockOf(shop)).toEqual(TAKEN)
  })
})
