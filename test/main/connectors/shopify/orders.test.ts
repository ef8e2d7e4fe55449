import { describe, expect, it } from 'vitest'
import { anAddress } from '../../../helpers/an-order.ts'
import { anOrderToPlace, aPlacedLine, aRelayPoint } from '../../../helpers/an-order-to-place.ts'
import { addVariant, askedSince, onlyOrder, openMugShop, openShop, operationOf, stockOf } from './a-shop.ts'

describe('an order in Shopify', () => {
  it('lowers the stock, is paid and is to be shipped, because it says so itself', async () => {
    const opened = await openMugShop()

    await opened.backOffice.placeOrder(anOrderToPlace({ lines: [aPlacedLine({ quantity: 3 })] }))

    const { input, lines } = onlyOrder(opened)
    expect(opened.simulator.shop.variants[0]?.levels.get(11)).toBe(7)
    expect(lines).toMatchObject([{ requiresShipping: true, quantity: 3 }])
    expect(input).toMatchObject({ taxesIncluded: true, transactions: [{ kind: 'SALE', status: 'SUCCESS' }] })
  })

  it('is lowered below zero where the product may not be: it is sold', async () => {
    const opened = await openShop()
    const mug = addVariant(opened, { sku: 'MUG-BLUE' }, 1)

    await opened.backOffice.placeOrder(anOrderToPlace({ lines: [aPlacedLine({ quantity: 2 })] }))

    expect(stockOf(mug)).toBe(-1)
  })

  it('knows no customer, no e-mail and no login', async () => {
    const opened = await openMugShop()

    await opened.backOffice.placeOrder(anOrderToPlace())

    const sent = JSON.stringify(onlyOrder(opened).input)
    expect(sent).not.toContain('elodie59')
    expect(sent).not.toContain('@example.fr')
    expect(onlyOrder(opened).input).not.toHaveProperty('customer')
  })

  it('bears the reference in its own field, its source and its tags', async () => {
    const opened = await openMugShop()

    await opened.backOffice.placeOrder(anOrderToPlace())

    expect(onlyOrder(opened).input).toMatchObject({
      sourceIdentifier: 'RKT-214001',
      metafields: [{ namespace: 'marketplace', key: 'rakuten_order_id', value: 'RKT-214001' }],
      tags: ['rakuten', 'RKT-214001'],
    })
  })

  it('is linked to in the admin', async () => {
    const opened = await openMugShop()

    const placed = await opened.backOffice.placeOrder(anOrderToPlace())

    expect(placed.url).toBe(`${opened.simulator.url}admin/orders/${onlyOrder(opened).number}`)
    expect(placed.number).toBe('#1001')
  })

  it.each([
    ['signed', 'Delivery with signature', 'signed'],
    [null, 'Suivi', 'rakuten'],
  ])('says on its shipping line how it is to be delivered: %s', async (methodId, title, code) => {
    const opened = await openMugShop()

    await opened.backOffice.placeOrder(anOrderToPlace({ methodId }))

    expect(onlyOrder(opened).input.shippingLines).toMatchObject([{ title, code }])
  })

  it('goes to the relay point under the name of who fetches it', async () => {
    const opened = await openMugShop()

    await opened.backOffice.placeOrder(anOrderToPlace({ relayPoint: aRelayPoint(), methodId: 'relay' }))

    expect(onlyOrder(opened).input.shippingAddress).toEqual({
      ...{ firstName: 'Élodie', lastName: 'Lefebvre', company: 'Tabac de la Gare', address1: '3 place de la Gare' },
      ...{ zip: '59000', city: 'Lille', countryCode: 'FR', phone: '+33612345678' },
    })
    expect(onlyOrder(opened).input.billingAddress).toMatchObject({ zip: '59800' })
  })

  it('keeps beside the address what Shopify has no place for in it', async () => {
    const opened = await openMugShop()
    const delivery = anAddress({
      mobile: 'after 6 pm',
      phone: '',
      state: 'Cuenca',
      countryCode: 'ES',
      country: 'Espagne',
    })

    await opened.backOffice.placeOrder(anOrderToPlace({ delivery }))

    const { customAttributes, shippingAddress } = onlyOrder(opened).input
    expect(shippingAddress).not.toHaveProperty('phone')
    expect(customAttributes).toContainEqual({ key: 'Phone', value: 'after 6 pm' })
    expect(customAttributes).toContainEqual({ key: 'Province', value: 'Cuenca' })
  })

  it('is refused in the words of Shopify, and nothing is kept of it', async () => {
    const opened = await openMugShop()
    const delivery = anAddress({ lastName: 'x'.repeat(300) })

    await expect(opened.backOffice.placeOrder(anOrderToPlace({ delivery }))).rejects.toMatchObject({
      kind: 'refused',
      outcome: 'not-done',
      message: expect.stringContaining('lastName is too long'),
    })

    expect(opened.simulator.shop.orders).toEqual([])
  })

  it('is not cut in two where it has more lines than Shopify takes', async () => {
    const opened = await openMugShop()
    const lines = Array.from({ length: 251 }, (_, at) => aPlacedLine({ priceCents: 100 + at }))

    await expect(opened.backOffice.placeOrder(anOrderToPlace({ lines }))).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('250 lines'),
    })
  })

  it('is read back with every line, however many pages they fill', async () => {
    const opened = await openMugShop()
    const lines = Array.from({ length: 45 }, (_, at) => aPlacedLine({ priceCents: 100 + at }))

    const placed = await opened.backOffice.placeOrder(anOrderToPlace({ lines }))

    expect(placed.lines).toHaveLength(45)
    expect(askedSince(opened).filter((name) => name === 'MoreLines')).toHaveLength(2)
  })

  it.each(['sku', 'ean', 'id'])('has its lines named by the field that counts as SKU: %s', async (skuSource) => {
    const opened = await openShop({ skuSource })
    const { number } = addVariant(opened, { sku: 'MUG-BLUE', barcode: '3700000000017' }, 4)
    const code = { sku: 'MUG-BLUE', ean: '3700000000017', id: String(number) }[skuSource] ?? ''

    const placed = await opened.backOffice.placeOrder(anOrderToPlace({ lines: [aPlacedLine({ sku: code })] }))

    expect(placed.lines).toEqual([{ sku: code, quantity: 1 }])
    expect(onlyOrder(opened).lines[0]?.sku).toBe('MUG-BLUE')
  })

  it('tells no postcode where the rules for protected data keep it from the app', async () => {
    const opened = await openMugShop()
    opened.simulator.shop.hidesBuyers = true

    const placed = await opened.backOffice.placeOrder(anOrderToPlace())

    expect(placed).toMatchObject({ state: 'open', postcode: null, totalCents: 1689 })
  })

  it('is in doubt when it was created and cannot be read back', async () => {
    const opened = await openMugShop()
    opened.simulator.wire.spoil('server-error', (call) => operationOf(call) === 'Read', 9)

    await expect(opened.backOffice.placeOrder(anOrderToPlace())).rejects.toMatchObject({ outcome: 'unknown' })

    expect(await opened.backOffice.findOrders('RKT-214001')).toHaveLength(1)
  })
})

describe('a test order in Shopify', () => {
  it('is marked, and moves no stock even when somebody cancels and restocks it', async () => {
    const opened = await openMugShop()

    const placed = await opened.backOffice.placeOrder(anOrderToPlace({ reference: 'TEST-7' }))
    await opened.there.cancel(placed)

    expect(onlyOrder(opened).input).toMatchObject({ test: true, tags: ['rakuten', 'test', 'TEST-7'] })
    expect(opened.simulator.shop.variants.map(stockOf)).toEqual([10, 5])
  })

  it('moves none when we cancel it', async () => {
    const opened = await openMugShop()
    const placed = await opened.backOffice.placeOrder(anOrderToPlace({ reference: 'TEST-7' }))

    expect(await opened.backOffice.cancelOrder(placed, 'A test')).toBe('cancelled')

    expect(opened.simulator.shop.variants.map(stockOf)).toEqual([10, 5])
  })

  it('is refused like any other where the product is not there', async () => {
    const { backOffice } = await openMugShop()
    const order = anOrderToPlace({ reference: 'TEST-7', lines: [aPlacedLine({ sku: 'TEAPOT' })] })

    await expect(backOffice.placeOrder(order)).rejects.toMatchObject({ kind: 'refused' })
  })
})

describe('the reference of an order in Shopify', () => {
  it('is defined once per shop, and remembered', async () => {
    const opened = await openMugShop()

    await opened.backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-1' }))
    await opened.backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-2' }))
    await opened.backOffice.findOrders('RKT-1')

    expect(askedSince(opened).filter((name) => name === 'Define')).toHaveLength(1)
    expect([...opened.simulator.shop.definitions]).toEqual([['ORDER:marketplace.rakuten_order_id', 'id']])
  })

  it('may have been defined before', async () => {
    const opened = await openMugShop()
    opened.simulator.shop.definitions.set('ORDER:marketplace.rakuten_order_id', 'id')

    await opened.backOffice.placeOrder(anOrderToPlace())

    expect(await opened.backOffice.findOrders('RKT-214001')).toHaveLength(1)
  })

  it('is defined anew where somebody deleted it', async () => {
    const opened = await openMugShop()
    await opened.backOffice.placeOrder(anOrderToPlace())
    opened.simulator.shop.definitions.clear()

    expect(await opened.backOffice.findOrders('RKT-214001')).toHaveLength(1)
  })

  it('is unique: a second order under it is not created, and the first is left to the look-up', async () => {
    const opened = await openMugShop()
    await opened.backOffice.placeOrder(anOrderToPlace())

    await expect(opened.backOffice.placeOrder(anOrderToPlace())).rejects.toMatchObject({
      outcome: 'unknown',
      message: 'Shopify holds an order RKT-214001 already.',
    })

    expect(onlyOrder(opened)).toMatchObject({ name: '#1001' })
  })

  it.each([false, true])('that Shopify will not have is no doubt where no order bears it', async (looksUpUndefined) => {
    const opened = await openMugShop()
    opened.simulator.shop.looksUpUndefined = looksUpUndefined
    await opened.backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-1' }))
    opened.simulator.shop.definitions.clear()

    const again = () => opened.backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-2' }))
    await expect(again()).rejects.toMatchObject({ kind: 'unreadable', outcome: 'not-done' })

    expect(await again()).toMatchObject({ reference: 'RKT-2' })
  })

  it('is found through the search where the field does not tell, once the search knows', async () => {
    const opened = await openMugShop()
    await opened.backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-2' }))
    await opened.backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-21' }))
    for (const { input } of opened.simulator.shop.orders) Object.assign(input, { metafields: [] })

    const early = await opened.backOffice.findOrders('RKT-2')
    opened.clock.advance(31_000)
    const late = await opened.backOffice.findOrders('RKT-2')

    expect(early).toEqual([])
    expect(late).toMatchObject([{ reference: 'RKT-2', number: '#1001' }])
  })

  it('is found once where both ways lead to it, with the lines it was sold with even when cancelled', async () => {
    const opened = await openMugShop()
    await opened.there.cancel(await opened.backOffice.placeOrder(anOrderToPlace()))
    opened.clock.advance(31_000)

    expect(await opened.backOffice.findOrders('RKT-214001')).toMatchObject([
      { state: 'cancelled', totalCents: 1689, lines: [{ sku: 'MUG-BLUE', quantity: 1 }] },
    ])
  })

  it.each(["RKT-1' OR tag:'x", 'RKT-\\', 'RKT-"1"'])('takes no part in the search language: %s', async (reference) => {
    const opened = await openMugShop()
    await opened.backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-1' }))
    opened.clock.advance(31_000)

    expect(await opened.backOffice.findOrders(reference)).toEqual([])
  })
})
