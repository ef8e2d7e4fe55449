import { describe, expect, it } from 'vitest'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import { page } from '../../../simulators/ccvshop/errors.ts'
import { simulate } from '../../../simulators/wire.ts'
import { bodyOf, openCcv } from './open-ccv.ts'

const HOSTILE = ["it's", 'a&b=c', 'x+y z', '100%', 'é/ü?#', 'quote"', '(*)!', '日本']
const lines = HOSTILE.map((sku) => ({ sku, quantity: 1 }))
const check = { lines, delivery: null, relayPoint: null }

describe('a signed call', () => {
  it('is understood whatever stands in its query', async () => {
    const { backOffice, there } = await openCcv()
    await there.addProducts(HOSTILE.map((sku, stock) => ({ sku, title: sku, stock, priceCents: 100 })))

    const { unknownSkus, available } = await backOffice.checkOrder(check)

    expect(unknownSkus).toEqual([])
    expect([...available]).toEqual(HOSTILE.map((sku, stock) => [sku, stock]))
  })

  it('brings a body that is signed as it is sent, in any script', async () => {
    const { backOffice, only } = await openCcv()
    const delivery = { ...anOrderToPlace().delivery, firstName: '‮Zoë 🎁 <b>', city: '"Paris"\\' }

    await backOffice.placeOrder(anOrderToPlace({ delivery }))

    expect(only().customer.delivery).toMatchObject({ full_name: '‮Zoë 🎁 <b> Lefebvre', city: '"Paris"\\' })
  })

  it('is signed anew, by its own address, for each page', async () => {
    const { backOffice, there, calledSince } = await openCcv()
    await there.addProducts(
      Array.from({ length: 600 }, (_, at) => ({ sku: `SKU-${at}`, title: 'One', stock: at, priceCents: 100 })),
    )
    calledSince()

    const stock = await backOffice.readStock()

    expect(stock).toHaveLength(602)
    const calls = calledSince()
    expect(calls.map(({ url }) => url.searchParams.get('start'))).toEqual([null, '250', '500'])
    expect(new Set(calls.map(({ headers }) => headers['x-hash'])).size).toBe(3)
  })

  it.each(['http://127.0.0.1:9', 'https://127.0.0.1', 'https://shop.example'])(
    'is never led to another address: %s',
    async (elsewhere) => {
      const { backOffice, there, shop, calledSince } = await openCcv()
      await there.addProducts(
        Array.from({ length: 300 }, (_, at) => ({ sku: `SKU-${at}`, title: 'One', stock: at, priceCents: 100 })),
      )
      shop.leadsTo = elsewhere
      calledSince()

      await expect(backOffice.readStock()).rejects.toMatchObject({ kind: 'unreadable', outcome: 'not-done' })

      expect(calledSince()).toHaveLength(1)
    },
  )

  it('is refused with a wrong secret, whatever is asked', async () => {
    const { reconnect } = await openCcv()
    const backOffice = reconnect({ secretKey: 'sk-other' })

    await expect(backOffice.readStock()).rejects.toMatchObject({ kind: 'credentials', outcome: 'not-done' })
  })

  it('that a redirect answers names the address to enter', async () => {
    const { reconnect } = await openCcv()
    const { url, close } = await simulate(() => ({
      status: 301,
      headers: { location: 'https://www.shop.example/' },
      body: '',
    }))

    const backOffice = reconnect({ shopUrl: url.origin })

    await expect(backOffice.readStock()).rejects.toMatchObject({
      kind: 'settings',
      message: expect.stringContaining('www.shop.example'),
    })
    await close()
  })

  it('that a page says is not there means that this is no such shop', async () => {
    const { reconnect } = await openCcv()
    const { url, close } = await simulate(() => page(404))

    await expect(reconnect({ shopUrl: url.origin }).findOrders('RKT-1')).rejects.toMatchObject({ kind: 'settings' })
    await close()
  })
})

describe('a PC whose clock is wrong', () => {
  it.each([-3_600_000, 400_000, 86_400_000])('goes by the shop’s, %i milliseconds ahead', async (ahead) => {
    const { backOffice, shop, calledSince } = await openCcv()
    shop.clockAhead = ahead

    expect(await backOffice.readStock()).toHaveLength(2)
    expect(calledSince()).toHaveLength(2)
    expect(await backOffice.readStock()).toHaveLength(2)
    expect(calledSince()).toHaveLength(1)
  })

  it('changes things by it as well, once, and remembers it over a restart', async () => {
    const { backOffice, shop, reconnect, calledSince } = await openCcv()
    const placed = await backOffice.placeOrder(anOrderToPlace())
    shop.clockAhead = 7_200_000
    calledSince()

    expect(await backOffice.cancelOrder(placed, '')).toBe('cancelled')
    calledSince()
    await reconnect().placeOrder(anOrderToPlace({ reference: 'RKT-2' }))

    expect(calledSince().filter(({ method }) => method === 'POST')).toHaveLength(1)
    expect(shop.orders.size).toBe(2)
    expect([...shop.orders.values()].map(({ status }) => status)).toEqual([8, 1])
  })

  it('repeats a refused creation once it knows the time, and makes one order', async () => {
    const { backOffice, shop, simulator, only, calledSince } = await openCcv()
    // It goes wrong between the look at the products and the creation.
    simulator.wire.spoil('slow', ({ method }) => {
      if (method === 'POST') shop.clockAhead = 7_200_000
      return false
    })

    await backOffice.placeOrder(anOrderToPlace())

    expect(calledSince().filter(({ method }) => method === 'POST')).toHaveLength(2)
    expect(only().reservationNumber).toBe('RKT-214001')
  })

  it('is not blamed for a key that was taken back', async () => {
    const { backOffice, shop, calledSince } = await openCcv()
    shop.key = null

    await expect(backOffice.readStock()).rejects.toMatchObject({ kind: 'credentials' })
    expect(calledSince()).toHaveLength(1)
  })
})

describe('an answer whose signature is wrong', () => {
  const emptied = (body: string): string => body.replace(/"items":\[.*\]/s, '"items":[]')

  it('is never read as data', async () => {
    const { backOffice, shop } = await openCcv()
    await backOffice.placeOrder(anOrderToPlace())
    shop.tampers = emptied

    await expect(backOffice.findOrders('RKT-214001')).rejects.toMatchObject({ kind: 'unreadable', outcome: 'not-done' })
    await expect(backOffice.readStock()).rejects.toMatchObject({ kind: 'unreadable', outcome: 'not-done' })
  })

  it('leaves a creation in doubt', async () => {
    const { backOffice, shop, simulator, only } = await openCcv()
    simulator.wire.spoil('slow', ({ method }) => {
      if (method === 'POST') shop.tampers = (body) => `${body} `
      return false
    })

    await expect(backOffice.placeOrder(anOrderToPlace())).rejects.toMatchObject({ outcome: 'unknown' })

    shop.tampers = null
    expect(await backOffice.findOrders('RKT-214001')).toMatchObject([{ backOfficeRef: String(only().id) }])
  })

  it('is read where the seller says that something changes them on their way', async () => {
    const { reconnect, shop } = await openCcv()
    shop.tampers = (body) => `${body} `

    expect(await reconnect({ answerSignatures: 'ignore' }).readStock()).toHaveLength(2)
    await expect(reconnect().readStock()).rejects.toMatchObject({ kind: 'unreadable' })
  })

  it('is another thing than one without a signature', async () => {
    const { backOffice } = await openCcv({ signs: false })

    expect(await backOffice.readStock()).toHaveLength(2)
  })
})

describe('the limits of the shop', () => {
  it.each([
    ['429.10', { perResource: 1, total: 99 }],
    ['429.11', { perResource: 99, total: 1 }],
  ])('are obeyed for a minute: %s', async (_, limits) => {
    const { backOffice, clock, calledSince } = await openCcv({ limits })
    await backOffice.readStock()

    await expect(backOffice.readStock()).rejects.toMatchObject({
      kind: 'busy',
      retryAt: new Date(clock.now() + 60_000).toISOString(),
    })
    calledSince()
    await expect(backOffice.readStock()).rejects.toMatchObject({ kind: 'busy' })
    expect(calledSince()).toEqual([])

    clock.advance(60_001)
    expect(await backOffice.readStock()).toHaveLength(2)
  })

  it('make a creation wait that was refused by them, and it is not done', async () => {
    const { backOffice, shop } = await openCcv({ limits: { perResource: 99, total: 4 } })

    await expect(backOffice.placeOrder(anOrderToPlace())).rejects.toMatchObject({ kind: 'busy', outcome: 'not-done' })

    expect(shop.orders.size).toBe(0)
  })

  it('shrink the pages that are too large for it, and are remembered', async () => {
    const { backOffice, shop, there, reconnect, calledSince } = await openCcv()
    await there.addProducts(
      Array.from({ length: 148 }, (_, at) => ({ sku: `SKU-${at}`, title: 'One', stock: at, priceCents: 100 })),
    )
    shop.largestPage = 70

    expect(await backOffice.readStock()).toHaveLength(150)
    calledSince()
    expect(await reconnect().readStock()).toHaveLength(150)

    expect(calledSince().map(({ url }) => url.searchParams.get('size'))).toEqual(['62', '62', '62'])
  })

  it('end in a fault where no page is small enough', async () => {
    const { backOffice, shop } = await openCcv()
    shop.largestPage = 5

    await expect(backOffice.readStock()).rejects.toMatchObject({ kind: 'refused', outcome: 'not-done' })
  })
})

describe('a change', () => {
  it('that stands there already is done', async () => {
    const { backOffice, simulator, only } = await openCcv()
    const placed = await backOffice.placeOrder(anOrderToPlace())
    simulator.wire.spoil('lost-answer', ({ method }) => method === 'PATCH')

    await expect(backOffice.cancelOrder(placed, '')).rejects.toMatchObject({ outcome: 'unknown' })

    expect(await backOffice.cancelOrder(placed, '')).toBe('cancelled')
    expect(only().status).toBe(8)
  })

  it('never writes to the buyer', async () => {
    const { backOffice, simulator } = await openCcv()

    await backOffice.cancelOrder(await backOffice.placeOrder(anOrderToPlace()), '')

    const changes = simulator.wire.received.filter(({ method }) => method === 'PATCH').map(bodyOf)
    expect(changes).toEqual([{ status: 8, mail: false }])
  })
})
