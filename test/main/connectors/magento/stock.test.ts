import { describe, expect, it } from 'vitest'
import { anAddress } from '../../../helpers/an-order.ts'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import { callsTo, openMagento, stockOf } from './open-magento.ts'

const THREE_BLUE = anOrderToPlace({ lines: [aPlacedLine({ quantity: 3 })] })

describe('the stock of a Magento shop', () => {
  it('is salable stock less a threshold, endless where the shop does not count, without boxes around products', async () => {
    const { backOffice, hands } = await openMagento()
    hands.addProduct({ sku: 'CUP', stock: 8, minQty: 3 })
    hands.addProduct({ sku: 'POSTER', isManaged: false })
    hands.addProduct({ sku: 'MUG', type: 'configurable' })
    hands.addProduct({ sku: 'ELSEWHERE' })

    expect(await stockOf(backOffice)).toEqual({ 'MUG-BLUE': 10, 'MUG-RED': 5, CUP: 5, POSTER: null })
  })

  it('keeps the threshold for products that were ordered, too', async () => {
    const { backOffice, hands } = await openMagento()
    hands.addProduct({ sku: 'CUP', stock: 8, minQty: 3 })
    hands.buyInShop('CUP', 1)
    await backOffice.placeOrder(anOrderToPlace({ lines: [aPlacedLine({ sku: 'CUP' })] }))

    const { CUP } = await stockOf(backOffice)

    expect(CUP).toBeLessThanOrEqual(hands.free('CUP'))
  })

  it('tells an order what it tells the marketplace', async () => {
    const { backOffice, hands } = await openMagento()
    hands.addProduct({ sku: 'ELSEWHERE' })
    await backOffice.placeOrder(THREE_BLUE)
    hands.buyInShop('MUG-RED', 1)

    const check = await backOffice.checkOrder({
      lines: ['MUG-BLUE', 'MUG-RED', 'ELSEWHERE'].map((sku) => ({ sku, quantity: 1 })),
      ...{ delivery: anAddress(), relayPoint: null },
    })

    expect(Object.fromEntries(check.available)).toEqual({ 'MUG-BLUE': 7, 'MUG-RED': 4, ELSEWHERE: 0 })
  })

  it('counts the sources that feed the website and are on', async () => {
    const { backOffice, hands } = await openMagento()
    await backOffice.placeOrder(THREE_BLUE)
    hands.addSource('shed')
    hands.addSource('flooded', { enabled: false })
    hands.addSource('abroad', { stockId: 2 })
    for (const source of ['shed', 'flooded', 'abroad']) hands.putIntoSource('MUG-BLUE', source, 4)

    expect(await stockOf(backOffice)).toMatchObject({ 'MUG-BLUE': 11 })
  })

  it('takes nothing from a source that marks the product as out of stock', async () => {
    const { backOffice, hands } = await openMagento()
    await backOffice.placeOrder(THREE_BLUE)
    hands.addSource('shed')
    hands.putIntoSource('MUG-BLUE', 'shed', 4)
    hands.markOutOfStock('MUG-BLUE', 'shed')

    expect(await stockOf(backOffice)).toMatchObject({ 'MUG-BLUE': 7 })
  })

  it('counts the sources the seller ticked alone', async () => {
    const { backOffice, hands } = await openMagento({ values: { sources: 'shed' } })
    hands.addSource('shed')
    hands.putIntoSource('MUG-BLUE', 'shed', 4)
    await backOffice.placeOrder(anOrderToPlace())

    expect(await stockOf(backOffice)).toEqual({ 'MUG-BLUE': 3, 'MUG-RED': 0 })
  })

  it('comes from the sources where the shop has no export of salable stock, read once', async () => {
    const opened = await openMagento()
    const { backOffice, hands } = opened
    hands.setup.hasExport = false
    await backOffice.placeOrder(THREE_BLUE)
    hands.buyInShop('MUG-RED', 2)
    await backOffice.readStock()
    const before = opened.calls()

    expect(await stockOf(backOffice)).toEqual({ 'MUG-BLUE': 7, 'MUG-RED': 3 })

    const calls = callsTo(opened, before)
    expect(calls.filter((call) => /^GET (orders|inventory\/source-items)$/.test(call)).toSorted()).toEqual([
      'GET inventory/source-items',
      'GET orders',
    ])
  })

  it('counts orders that other tools brought in before Navette, as it finds them', async () => {
    const first = await openMagento()
    await first.backOffice.placeOrder(THREE_BLUE)
    const [order] = first.hands.orders()
    if (order === undefined) throw new Error('It was placed')
    first.hands.ship(String(order.entity_id))
    // A new PC: nothing is remembered.
    first.records.remove('touched')
    first.records.remove('reservations')

    expect(await stockOf(first.backOffice)).toMatchObject({ 'MUG-BLUE': 7 })
  })

  it('counts orders that other tools bring in after those of Navette', async () => {
    const { backOffice, hands, simulator } = await openMagento()
    await backOffice.placeOrder(THREE_BLUE)
    await backOffice.readStock()
    const otherTool = await openMagento({ values: simulator.values })
    const lines = [aPlacedLine({ sku: 'MUG-RED', quantity: 2 })]
    const theirs = await otherTool.backOffice.placeOrder(anOrderToPlace({ reference: 'OTHER-1', lines }))

    expect(await stockOf(backOffice)).toEqual({ 'MUG-BLUE': 7, 'MUG-RED': 3 })
    hands.ship(theirs.backOfficeRef)
    expect(await stockOf(backOffice)).toEqual({ 'MUG-BLUE': 7, 'MUG-RED': 3 })
  })

  it('sees a product that came, one that went and one that was renamed, without reading the whole catalogue again', async () => {
    const opened = await openMagento()
    const { backOffice, hands, clock } = opened
    await backOffice.readStock()
    clock.advance(60_000)
    hands.addProduct({ sku: 'CUP', stock: 2 })
    expect(await stockOf(backOffice)).toMatchObject({ CUP: 2 })
    const before = opened.calls()
    await backOffice.readStock()
    expect(callsTo(opened, before).filter((call) => call === 'GET products')).toHaveLength(1)

    hands.removeProduct('MUG-RED')

    expect(await stockOf(backOffice)).toEqual({ 'MUG-BLUE': 10, CUP: 2 })
    const then = opened.calls()
    await backOffice.readStock()
    expect(callsTo(opened, then).filter((call) => call === 'GET products')).toHaveLength(1)
  })

  it('says why when none of the products can be sold', async () => {
    const elsewhere = await openMagento({ values: { storeCode: 'pro' } })
    const withoutEan = await openMagento({ skuSource: 'ean' })

    await expect(elsewhere.backOffice.readStock()).rejects.toMatchObject({
      ...{ kind: 'settings', message: expect.stringContaining('store view "pro"') },
    })
    await expect(withoutEan.backOffice.readStock()).rejects.toMatchObject({
      ...{ kind: 'settings', message: expect.stringContaining('attribute "ean"') },
    })
  })

  it('takes two pages of the export as what they are, and never asks for more than a shop with limits gives', async () => {
    const { backOffice, hands } = await openMagento()
    for (let number = 1; number <= 650; number += 1) hands.addProduct({ sku: `SKU-${number}`, stock: number })

    expect(Object.keys(await stockOf(backOffice))).toHaveLength(652)
  })

  it('is counted whole when more was ordered than is asked for SKU by SKU', async () => {
    const opened = await openMagento()
    const { backOffice, hands } = opened
    for (let number = 1; number <= 120; number += 1) hands.addProduct({ sku: `SKU-${number}`, stock: 9 })
    const lines = Array.from({ length: 120 }, (_, at) => aPlacedLine({ sku: `SKU-${at + 1}`, quantity: 2 }))
    await backOffice.placeOrder(anOrderToPlace({ lines }))
    await backOffice.readStock()
    const before = opened.calls()

    const stock = await stockOf(backOffice)

    expect(Object.values(stock).filter((units) => units === 7)).toHaveLength(120)
    expect(callsTo(opened, before).filter((call) => call === 'GET inventory/source-items')).toHaveLength(1)
  })
})

describe('whether the shop reserves for our orders', () => {
  it('is learnt from the first order, told once and shown by a check', async () => {
    const { backOffice } = await openMagento()

    const first = await backOffice.placeOrder(anOrderToPlace())
    const second = await backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-2' }))

    expect(first.notes).toEqual([expect.stringContaining('reserved no units')])
    expect(second.notes).toEqual([])
    expect(await backOffice.testConnection()).toContainEqual(
      expect.objectContaining({
        name: 'Stock of marketplace orders',
        ok: true,
        message: expect.stringContaining('does not'),
      }),
    )
  })

  it('is not told where it does', async () => {
    const { backOffice, hands } = await openMagento()
    hands.setup.reservesDirectOrders = true

    const placed = await backOffice.placeOrder(anOrderToPlace())

    expect(placed.notes).toEqual([])
    expect(await stockOf(backOffice)).toMatchObject({ 'MUG-BLUE': 9 })
  })

  it('is not taken from the seller’s word: a shop that does not is counted all the same, and the check fails until it does', async () => {
    const { backOffice, hands } = await openMagento({ values: { reservations: 'shop' } })
    const failed = async () => (await backOffice.testConnection()).filter(({ ok }) => !ok)
    const placed = await backOffice.placeOrder(THREE_BLUE)
    hands.ship(placed.backOfficeRef)
    expect(await stockOf(backOffice)).toMatchObject({ 'MUG-BLUE': 7 })
    expect(await failed()).toMatchObject([{ name: 'Stock of marketplace orders' }])

    hands.setup.reservesDirectOrders = true
    await backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-2' }))

    expect(await failed()).toEqual([])
    expect(await stockOf(backOffice)).toMatchObject({ 'MUG-BLUE': 6 })
  })

  it('is believed once it was seen, which takes fewer calls', async () => {
    const opened = await openMagento({ values: { reservations: 'shop' } })
    opened.hands.setup.reservesDirectOrders = true
    await opened.backOffice.placeOrder(THREE_BLUE)
    await opened.backOffice.readStock()
    const before = opened.calls()

    expect(await stockOf(opened.backOffice)).toMatchObject({ 'MUG-BLUE': 7 })

    expect(opened.calls() - before).toBe(2)
  })
})

describe('a shop without MSI', () => {
  const open = async () => {
    const opened = await openMagento()
    opened.hands.setup.hasMsi = false
    return opened
  }

  it('has its stock lowered by Navette, once, and told', async () => {
    const { backOffice, hands } = await open()
    const order = anOrderToPlace({
      lines: [aPlacedLine({ quantity: 2 }), aPlacedLine({ quantity: 1, priceCents: 999 })],
    })

    const placed = await backOffice.placeOrder(order)
    await backOffice.finishOrder?.(order, placed)

    expect(placed.notes).toEqual([expect.stringMatching(/MUG-BLUE from 10 to 7/)])
    expect(hands.sourceUnits('MUG-BLUE')).toBe(7)
    expect(await stockOf(backOffice)).toEqual({ 'MUG-BLUE': 7, 'MUG-RED': 5 })
  })

  it('is not lowered again by a repeat, though goods came in meanwhile', async () => {
    const { backOffice, hands } = await open()
    const placed = await backOffice.placeOrder(THREE_BLUE)
    hands.putIntoSource('MUG-BLUE', 'default', 50)

    await backOffice.finishOrder?.(THREE_BLUE, placed)

    expect(hands.sourceUnits('MUG-BLUE')).toBe(50)
  })

  it('is lowered once by tries that were cut short with goods coming in between, and told as it was', async () => {
    const { backOffice, hands, wire } = await open()
    const isLowering = ({ method }: { readonly method: string }): boolean => method === 'PUT'
    wire?.spoil('lost-request', isLowering)
    await expect(backOffice.placeOrder(THREE_BLUE)).rejects.toMatchObject({ outcome: 'unknown' })
    const [found] = await backOffice.findOrders(THREE_BLUE.reference)
    if (found === undefined) throw new Error('It was created')
    hands.putIntoSource('MUG-BLUE', 'default', 50)
    wire?.spoil('lost-answer', isLowering)
    await expect(backOffice.finishOrder?.(THREE_BLUE, found)).rejects.toMatchObject({ outcome: 'unknown' })

    const placed = await backOffice.finishOrder?.(THREE_BLUE, found)

    expect(hands.sourceUnits('MUG-BLUE')).toBe(47)
    expect(placed?.notes).toEqual([expect.stringMatching(/MUG-BLUE from 50 to 47/)])
  })

  it('asks the seller to lower a SKU that no path can hold', async () => {
    const { backOffice, hands } = await open()
    hands.addProduct({ sku: 'A/B', stock: 9 })

    const placed = await backOffice.placeOrder(anOrderToPlace({ lines: [aPlacedLine({ sku: 'A/B', quantity: 2 })] }))

    expect(placed.notes).toEqual([expect.stringContaining('lower it by 2 yourself')])
    const lines = [{ sku: 'A/B', quantity: 1 }]
    const check = await backOffice.checkOrder({ lines, delivery: anAddress(), relayPoint: null })
    expect(check.available.get('A/B')).toBe(9)
  })

  it('does not lower it again when the parcel leaves, and has it back when the order is cancelled', async () => {
    const { backOffice, hands } = await open()
    const kept = await backOffice.placeOrder(THREE_BLUE)
    const cancelled = await backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-2' }))

    hands.ship(kept.backOfficeRef)
    expect(await backOffice.cancelOrder(cancelled, 'The buyer cancelled')).toBe('cancelled')

    expect(await stockOf(backOffice)).toEqual({ 'MUG-BLUE': 7, 'MUG-RED': 5 })
  })

  it('is not lowered where it is not counted', async () => {
    const { backOffice, hands } = await open()
    hands.addProduct({ sku: 'POSTER', isManaged: false })

    const placed = await backOffice.placeOrder(anOrderToPlace({ lines: [aPlacedLine({ sku: 'POSTER' })] }))

    expect(placed.notes).toEqual([])
    expect(await stockOf(backOffice)).toMatchObject({ POSTER: null })
  })

  it('is read in pages of 500, counted', async () => {
    const opened = await open()
    for (let number = 1; number <= 1100; number += 1) opened.hands.addProduct({ sku: `SKU-${number}`, stock: 1 })
    await opened.backOffice.readStock()
    const before = opened.calls()

    expect(Object.keys(await stockOf(opened.backOffice))).toHaveLength(1102)

    expect(callsTo(opened, before).filter((call) => call.startsWith('GET stockItems'))).toHaveLength(3)
  })

  it('checks an order by its own figures', async () => {
    const { backOffice } = await open()

    const check = await backOffice.checkOrder({
      lines: [{ sku: 'MUG-RED', quantity: 1 }],
      ...{ delivery: anAddress(), relayPoint: null },
    })

    expect(check.available.get('MUG-RED')).toBe(5)
  })
})
