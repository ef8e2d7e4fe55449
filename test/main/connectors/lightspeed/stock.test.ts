import { describe, expect, it } from 'vitest'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import { addVariant } from '../../../simulators/lightspeed/there.ts'
import { aLightspeed } from './a-lightspeed.ts'

const given = { title: 'Hat', stock: 3, priceCents: 900 }

describe('the stock', () => {
  it('leaves out what has no code, and names a code twice that two variants bear', async () => {
    const { shop, backOffice } = await aLightspeed()
    addVariant(shop, { ...given, sku: '' })
    addVariant(shop, { ...given, sku: 'HAT' })
    addVariant(shop, { ...given, sku: 'HAT', stock: 4 })

    const stock = await backOffice.readStock()

    expect(
      stock
        .filter(({ sku }) => sku === 'HAT')
        .map(({ available }) => available)
        .toSorted(),
    ).toEqual([3, 4])
    expect(stock).toHaveLength(4)
  })

  it('of a shop without products is empty, and asked for once', async () => {
    const { shop, backOffice, callsSince } = await aLightspeed()
    shop.variants.clear()
    await backOffice.readStock()
    const before = callsSince(0).length

    expect(await backOffice.readStock()).toEqual([])
    expect(callsSince(before)).toEqual(['GET variants/count'])
  })

  it('is whole where rows move to another page while it is read', async () => {
    const { shop, backOffice, wire } = await aLightspeed({ habits: { pageSize: 2 } })
    for (let number = 0; number < 6; number += 1) addVariant(shop, { ...given, sku: `HAT-${number}` })
    // One more comes, newest first, after the first page was read.
    wire?.spoil('slow', ({ url }) => {
      if (url.searchParams.get('page') !== '2' || shop.variants.size > 8) return false
      addVariant(shop, { ...given, sku: 'NEW' })
      return false
    })

    const skus = (await backOffice.readStock()).map(({ sku }) => sku)

    expect(skus).toEqual(
      expect.arrayContaining(['MUG-BLUE', 'MUG-RED', ...Array.from({ length: 6 }, (_, at) => `HAT-${at}`)]),
    )
    expect(new Set(skus).size).toBe(skus.length)
  })

  it('is a fault where a product is deleted while it is read', async () => {
    const { shop, backOffice, wire } = await aLightspeed({ habits: { pageSize: 2 } })
    for (let number = 0; number < 6; number += 1) addVariant(shop, { ...given, sku: `HAT-${number}` })
    wire?.spoil('slow', ({ url }) => {
      const newest = [...shop.variants.keys()].at(-1) ?? 0
      if (url.searchParams.get('page') === '2') shop.variants.delete(newest)
      return false
    })

    await expect(backOffice.readStock()).rejects.toMatchObject({ kind: 'unreadable' })
  })

  it('is a fault where a variant’s way of counting is not known', async () => {
    const { shop, backOffice } = await aLightspeed()
    const [variant] = shop.variants.values()
    Object.assign(variant ?? {}, { stockTracking: 'sometimes' })

    await expect(backOffice.readStock()).rejects.toMatchObject({ kind: 'unreadable' })
  })
})

describe('the calls of a day', () => {
  it('are never overdrawn, last for the orders of every cycle, and bring the stock as often as they can', async () => {
    // A catalogue of 50 pages: to read it in each of the hour's twelve cycles would take more than the hour has.
    const habits = { limits: [300, 600, 12_000], pageSize: 5 } as const
    const { shop, backOffice, clock, reopened, simulator } = await aLightspeed({ habits })
    for (let number = 0; number < 248; number += 1) addVariant(shop, { ...given, sku: `HAT-${number}` })
    const order = await backOffice.placeOrder(anOrderToPlace())
    let read = 0
    const late: string[] = []

    for (let cycle = 0; cycle < 12; cycle += 1) {
      const office = reopened()
      expect((await office.readShipments([order])).size).toBe(1)
      await office.readStock().then(
        () => (read += 1),
        ({ retryAt }: { retryAt: string }) => late.push(retryAt),
      )
      clock.advance(300_000)
    }

    expect(simulator.refusedCalls()).toBe(0)
    expect(read).toBeGreaterThan(4)
    expect(late.length).toBeGreaterThan(0)
    for (const at of late) expect(at <= '2026-01-12T10:00:00.000Z').toBe(true)
  })

  it('that are gone are a fault with the time it goes on, and nothing is asked before', async () => {
    const { backOffice, clock, wire, reopened } = await aLightspeed({ habits: { limits: [300, 3_000, 6] } })
    const order = anOrderToPlace()
    await expect(backOffice.placeOrder(order)).rejects.toMatchObject({
      ...{ kind: 'quota', outcome: 'not-done', retryAt: '2026-01-13T09:00:00.000Z' },
      message: expect.stringContaining('the day'),
    })
    const asked = wire?.received.length

    await expect(reopened().readStock()).rejects.toMatchObject({ kind: 'quota' })
    expect(wire?.received.length).toBe(asked)
    clock.set('2026-01-13T09:00:01.000Z')

    expect(await reopened().findOrders(order.reference)).toEqual([])
  })

  it('of five minutes are waited for when they are about to begin anew, and the order is made once', async () => {
    const { backOffice, clock, only } = await aLightspeed({ habits: { limits: [8, 3_000, 12_000] } })
    clock.advance(280_000)

    await backOffice.placeOrder(anOrderToPlace()).catch(() => undefined)
    clock.advance(280_000)
    await backOffice.placeOrder(anOrderToPlace()).catch(() => undefined)
    clock.advance(280_000)
    const placed = await backOffice.placeOrder(anOrderToPlace())

    expect(only().paymentStatus).toBe('paid')
    expect(placed.state).toBe('open')
    expect(clock.slept.length).toBeGreaterThan(0)
  })
})
