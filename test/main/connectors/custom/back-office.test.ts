import { describe, expect, it } from 'vitest'
import { aParcel } from '../../../batteries/back-office/harness.ts'
import { anAddress } from '../../../helpers/an-order.ts'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import { PUSH_TEMPLATE } from '../../../simulators/custom-http/template.ts'
import { openShop, openShopWith } from './a-shop.ts'

const toCheck = { lines: [{ sku: 'MUG-BLUE', quantity: 1 }], delivery: anAddress(), relayPoint: null }

describe('stock', () => {
  it('is read as a table over HTTP', async () => {
    const { backOffice, there } = await openShop({ stock: 'csv' })
    await there.addProducts([{ sku: '007;"x"', title: '', stock: 3, priceCents: 1 }])

    expect((await backOffice.readStock()).map(({ sku, available }) => [sku, available])).toEqual([
      ['MUG-BLUE', 10],
      ['MUG-RED', 5],
      ['007;"x"', 3],
    ])
  })

  it('of a table cut off in its last row is a fault that names the row', async () => {
    const { backOffice, there } = await openShop({ stock: 'csv' })
    await there.breakStock?.()

    await expect(backOffice.readStock()).rejects.toMatchObject({
      kind: 'unreadable',
      message: expect.stringContaining('row 3 has 1 cells instead of 2'),
    })
  })

  it.each(['json', 'csv'] as const)('is a fault that says so where a web page came instead of %s', async (stock) => {
    const { backOffice, wire } = await openShop({ stock })
    wire?.spoil('page', () => true, 5)

    await expect(backOffice.readStock()).rejects.toThrow(/a web page came instead of data/)
  })

  it('is never an empty list where the template names none, and every SKU is taken at its word', async () => {
    const { backOffice, calls } = await openShop({}, (template) => ({ ...template, readStock: { kind: 'none' } }))

    await expect(backOffice.readStock()).rejects.toMatchObject({ kind: 'settings', detail: { field: 'template' } })
    expect(await backOffice.checkOrder(toCheck)).toEqual({
      ...{ unknownSkus: [], duplicateSkus: [], addressRule: null },
      available: new Map([['MUG-BLUE', null]]),
    })
    expect(calls()).toBe(0)
  })

  it('is read once for the checks of a minute, and anew after an order', async () => {
    const { backOffice, clock, wire } = await openShop()
    const readings = (): number => wire?.received.filter(({ url }) => url.pathname === '/api/stock').length ?? 0

    await backOffice.checkOrder(toCheck)
    await backOffice.checkOrder(toCheck)
    expect(readings()).toBe(1)
    await backOffice.placeOrder(anOrderToPlace())
    expect((await backOffice.checkOrder(toCheck)).available.get('MUG-BLUE')).toBe(9)
    expect(readings()).toBe(2)
    clock.advance(60_000)
    await backOffice.checkOrder(toCheck)

    expect(readings()).toBe(3)
  })
})

describe('testing the connection', () => {
  it('tries every reading, each shown by itself', async () => {
    const { backOffice, wire } = await openShop()

    expect((await backOffice.testConnection()).map(({ name }) => name)).toEqual([
      ...['Address of the interface', 'Login and secret', 'Look-up of orders', 'State of orders', 'Stock'],
      'Time of this PC',
    ])
    expect(wire?.received.every(({ method }) => method === 'GET')).toBe(true)
  })

  it('shows what fails, and what works all the same', async () => {
    const { backOffice, there } = await openShop()
    await there.breakStock?.()

    expect((await backOffice.testConnection()).filter(({ ok }) => !ok).map(({ name }) => name)).toEqual(['Stock'])
  })
})

describe('a preview', () => {
  it('shows the very request of an order and what is read, and sends nothing', async () => {
    const { backOffice, simulator, wire } = await openShop({ auth: 'query' })
    const placed = await backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-1' }))
    const before = wire?.received.length ?? 0

    const previews = (await backOffice.preview?.(anOrderToPlace())) ?? []

    expect(previews.map(({ title, problem }) => [title, problem])).toEqual([
      ['Order', null],
      ['State of orders', null],
      ['Cancellation', null],
      ['Stock', null],
    ])
    const [order, state, , stock] = previews
    expect(order?.text).toMatch(/^POST http:.*\/api\/orders\n/)
    expect(order?.text).toContain('"external_number":"RKT-214001"')
    expect(state?.rows).toMatchObject([{ ref: 'RKT-1', remoteId: placed.backOfficeRef, state: 'nieuw', means: 'open' }])
    expect(stock?.rows).toContainEqual({ sku: 'MUG-RED', quantity: '5', title: 'Red mug' })
    expect(JSON.stringify(previews)).not.toContain(simulator.shop.key.secret)
    expect(wire?.received.slice(before).every(({ method }) => method === 'GET')).toBe(true)
    expect(simulator.shop.orders.size).toBe(1)
  })

  it('shows an answer that does not fit beside what is wrong with it', async () => {
    const { backOffice, there } = await openShop()
    await there.breakStock?.()

    const stock = (await backOffice.preview?.(anOrderToPlace()))?.at(-1)

    expect(stock).toMatchObject({ rows: null, problem: expect.stringContaining('has nothing for “quantity”') })
    expect(stock?.text).toContain('MUG-BLUE')
  })

  it('shows the order while the address and the key are still to be entered, and says so', async () => {
    const { backOffice, calls } = await openShop({}, (template) => template, { baseUrl: '' })
    const keyless = await openShop({}, (template) => template, { secret: '' })

    const [order, ...others] = (await backOffice.preview?.(anOrderToPlace())) ?? []
    const [withoutKey] = (await keyless.backOffice.preview?.(anOrderToPlace())) ?? []

    expect(order?.text).toMatch(/^POST \/orders\n/)
    expect(order?.text).toContain('"external_number":"RKT-214001"')
    expect([order, ...others].map((one) => one?.problem)).toEqual(
      Array.from({ length: 4 }, () => expect.stringContaining('has no address of its interface yet')),
    )
    expect(withoutKey?.text).toMatch(/^POST http:/)
    expect(withoutKey?.problem).toContain('wants a password, token or key')
    expect([calls(), keyless.calls()]).toEqual([0, 0])
  })

  it('names a state that nobody mapped', async () => {
    const { backOffice } = await openShop({}, (template) => ({ ...template, states: {} }))
    await backOffice.placeOrder(anOrderToPlace())

    const [, state] = (await backOffice.preview?.(anOrderToPlace())) ?? []

    expect(state?.problem).toContain('“nieuw”')
  })
})

describe('a shop that takes pushed orders, with a token in the query (divide.md 6)', () => {
  it('gets the order, tells its state in Dutch, and gives its stock as a table', async () => {
    const { backOffice, there, wire, isCreation, simulator } = await openShopWith(PUSH_TEMPLATE, { auth: 'query' })

    const placed = await backOffice.placeOrder(anOrderToPlace())
    await there.complete(placed, [aParcel({ carrierName: 'PostNL', trackingNumber: '3S1' })])

    const creation = wire?.received.find((call) => isCreation?.(call))
    expect(creation?.url.searchParams.get('token')).toBe(simulator.shop.key.secret)
    expect((await backOffice.readShipments([placed])).get(placed.backOfficeRef)).toMatchObject({
      state: 'completed',
      parcels: [{ carrierName: 'PostNL', trackingNumber: '3S1' }],
    })
    expect(await backOffice.readStock()).toMatchObject([{ sku: 'MUG-BLUE', available: 9 }, { sku: 'MUG-RED' }])
  })

  it('tells two shipments of one order as two parcels', async () => {
    const { backOffice, there } = await openShopWith(PUSH_TEMPLATE, { auth: 'query' })
    const placed = await backOffice.placeOrder(anOrderToPlace())

    await there.complete(placed, [aParcel({ trackingNumber: '3S1' }), aParcel({ trackingNumber: '3S2' })])

    const progress = (await backOffice.readShipments([placed])).get(placed.backOfficeRef)
    expect(progress?.parcels.map(({ trackingNumber }) => trackingNumber)).toEqual(['3S1', '3S2'])
  })

  it('that says "no" with a 200 has refused the order, in its words without the buyer’s', async () => {
    const { backOffice, simulator } = await openShopWith(PUSH_TEMPLATE, { auth: 'query' })
    const order = anOrderToPlace({
      lines: [aPlacedLine({ sku: 'TEAPOT' })],
      delivery: anAddress({ lastName: 'Petit' }),
    })

    await expect(backOffice.placeOrder(order)).rejects.toMatchObject({
      ...{ kind: 'refused', outcome: 'not-done' },
      message: expect.stringContaining('Product TEAPOT for … does not exist.'),
    })
    expect(simulator.shop.orders.size).toBe(0)
  })

  it('that answers neither yes nor no leaves the order in doubt', async () => {
    const { backOffice } = await openShopWith(
      {
        ...PUSH_TEMPLATE,
        createOrder: { ...PUSH_TEMPLATE.createOrder, mustSay: { at: 'accepted', value: 'true' } },
      },
      { auth: 'query' },
    )

    await expect(backOffice.placeOrder(anOrderToPlace())).rejects.toMatchObject({ outcome: 'unknown' })
  })
})

describe('a template that does not fit', () => {
  it('keeps the back office from being opened, naming the member', async () => {
    await expect(openShop({}, (template) => ({ ...template, states: { nieuw: '?' } }))).rejects.toMatchObject({
      ...{ kind: 'settings', message: 'Still to be answered: states.nieuw.', detail: { field: 'template' } },
    })
  })
})
