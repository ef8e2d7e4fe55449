import { describe, expect, it } from 'vitest'
import type { BackOffice, OrderToPlace } from '../../../../src/main/connectors/sockets/back-office.ts'
import { isFault } from '../../../../src/main/domain/fault.ts'
import { anAddress } from '../../../helpers/an-order.ts'
import { anOrderToPlace, aPlacedLine, aRelayPoint } from '../../../helpers/an-order-to-place.ts'
import { addCombination, addProduct } from '../../../simulators/ccvshop/there.ts'
import type { Spoiling } from '../../../simulators/wire.ts'
import { bodyOf, openCcv } from './open-ccv.ts'

const TWO = anOrderToPlace({ lines: [aPlacedLine({ quantity: 2 }), aPlacedLine({ sku: 'MUG-RED', priceCents: 1995 })] })
const TOTAL_CENTS = 2 * 1290 + 1995 + 399

describe('the order that CCV Shop is asked to create', () => {
  const bodyFor = async (order: OrderToPlace) => {
    const { backOffice, calledSince } = await openCcv()
    await backOffice.placeOrder(order)
    const [creation] = calledSince().filter(({ method }) => method === 'POST')
    if (creation === undefined) throw new Error('Nothing was created')
    return bodyOf(creation)
  }

  it('is paid, new, gross, and leaves nothing for the shop to reckon', async () => {
    const body = await bodyFor(anOrderToPlace({ shippingCents: 0 }))

    expect(body).toMatchObject({
      ...{ is_completed: true, paid: true, status: 1, currency: 'EUR', total_shipping: 0, user_id: null },
      ...{ taxes_included: true, order_row_taxes_included: true, shipping_taxes_included: true },
      ...{ deliver_method: 'shipping', reservationnumber: 'RKT-214001', is_intra_community_order: false },
      ...{ orderedinlng: 'fr', paymethod_costs: 0, extra_costs: 0 },
      orderrows: [{ count: 1, price: 12.9, discount: 0, tax: 20, auto_create_deposit_rows: false }],
    })
    expect(body).not.toHaveProperty('is_platform_sale')
  })

  it('has no mail address that leads to the buyer, nor anything of their login', async () => {
    const body = await bodyFor(anOrderToPlace())

    expect(body).toMatchObject({ customer: { email: 'rkt-214001@orders.invalid', reference: 'RKT-214001' } })
    expect(JSON.stringify(body)).not.toMatch(/elodie59|example\.fr/)
  })

  it('goes to the relay point under the buyer’s name, and says so to whoever packs', async () => {
    const body = await bodyFor(anOrderToPlace({ relayPoint: aRelayPoint(), methodId: 'shipping-relay' }))

    expect(body).toMatchObject({
      customer: {
        billingaddress: { address_line_1: '12 rue des Tilleuls', zipcode: '59800' },
        deliveryaddress: {
          ...{ full_name: 'Élodie Lefebvre', company: 'Tabac de la Gare', address_line_1: '3 place de la Gare' },
          ...{ address_line_2: 'Point relais FR-012345', zipcode: '59000', mobile: '0612345678' },
          comment: 'Rakuten France: Suivi - Shipping to a relay point - Point relais FR-012345',
        },
      },
    })
  })

  it('is in a language that the shop speaks', async () => {
    const { backOffice, only } = await openCcv({ languages: ['nl'] })

    await backOffice.placeOrder(anOrderToPlace())

    expect(only().language).toBe('nl')
  })

  it('takes neither discount nor deposit from the product, and its VAT from the tariff in that country', async () => {
    const { backOffice, product, shop, only } = await openCcv()
    Object.assign(product('MUG-BLUE'), { discountCents: 300, depositCents: 50 })
    product('MUG-BLUE').exceptions.set('FR', 'reduced')
    shop.zones.set('LU', { normal: 17 })

    const placed = await backOffice.placeOrder(anOrderToPlace())

    expect(placed.totalCents).toBe(1689)
    expect(only().rows).toMatchObject([{ priceCents: 1290, tax: 5.5 }])
  })

  it('names the combination that bears the SKU', async () => {
    const { backOffice, shop, only } = await openCcv()
    const shirt = addProduct(
      shop,
      { sku: 'SHIRT', title: 'Shirt', stock: 0, priceCents: 100 },
      { stockType: 'attribute combination' },
    )
    addCombination(shop, shirt, { productNumber: 'SHIRT-M', stock: 4 })
    const large = addCombination(shop, shirt, { productNumber: 'SHIRT-L', stock: 4 })

    const placed = await backOffice.placeOrder(
      anOrderToPlace({ lines: [aPlacedLine({ sku: 'SHIRT-L', quantity: 3 })] }),
    )

    expect(only().rows).toMatchObject([{ productId: shirt.id, combinationId: large.id, count: 3 }])
    expect(placed.lines).toEqual([{ sku: 'SHIRT-L', quantity: 3 }])
    expect(large.stock).toBe(1)
  })

  it.each(['ean', 'mpn'])('is read back under the SKU it was placed under: %s', async (source) => {
    const { reconnect, product } = await openCcv()
    Object.assign(product('MUG-BLUE'), { [source]: '3700000000017' })
    const backOffice = reconnect({}, undefined, source)

    const placed = await backOffice.placeOrder(anOrderToPlace({ lines: [aPlacedLine({ sku: '3700000000017' })] }))

    expect(placed.lines).toEqual([{ sku: '3700000000017', quantity: 1 }])
    expect(await backOffice.findOrders(placed.reference)).toMatchObject([{ lines: placed.lines }])
  })

  it('is not asked for with an address that CCV Shop would not keep', async () => {
    const { backOffice, calledSince } = await openCcv()
    const delivery = anAddress({ lastName: 'x'.repeat(10_000) })
    calledSince()

    await expect(backOffice.placeOrder(anOrderToPlace({ delivery }))).rejects.toMatchObject({
      ...{ kind: 'refused', outcome: 'not-done' },
      message: expect.not.stringContaining('xxx'),
    })
    expect(calledSince()).toEqual([])
  })

  it('that the shop refuses is refused in its words, and not done', async () => {
    const { backOffice, shop, reconnect } = await openCcv({ currency: 'CHF' })

    await expect(backOffice.placeOrder(anOrderToPlace())).rejects.toMatchObject({
      ...{ kind: 'refused', outcome: 'not-done', message: 'CCV Shop: The shop does not sell in EUR.' },
    })

    expect(shop.orders.size).toBe(0)
    expect(await reconnect().findOrders('RKT-214001')).toEqual([])
  })
})

describe('a test order', () => {
  it('is marked, unpaid, and of no product', async () => {
    const { backOffice, only } = await openCcv()

    await backOffice.placeOrder(anOrderToPlace({ reference: 'TEST-1' }))

    expect(only()).toMatchObject({ paid: false, taken: [], reservationNumber: 'TEST-1' })
    expect(only().rows).toMatchObject(
      [{ productId: null, number: 'MUG-BLUE', name: /^TEST - NE PAS EXPÉDIER/ }].map(withText),
    )
    expect(only().customer.delivery['comment']).toMatch(/^TEST - NE PAS EXPÉDIER/)
  })

  it('moves no stock, created or cancelled, whatever the shop and the settings are', async () => {
    for (const stockFollows of ['yes', 'down', 'no']) {
      for (const restock of ['yes', 'no']) {
        const { backOffice, product } = await openCcv({}, { stockFollows, restock })

        const placed = await backOffice.placeOrder(anOrderToPlace({ reference: 'TEST-1' }))
        await backOffice.cancelOrder(placed, '')

        expect([stockFollows, restock, product('MUG-BLUE').stock]).toEqual([stockFollows, restock, 10])
      }
    }
  })

  it('needs a package, and says so before anything is created', async () => {
    const { backOffice, shop } = await openCcv()
    shop.packages.splice(0)

    await expect(backOffice.placeOrder(anOrderToPlace({ reference: 'TEST-1' }))).rejects.toMatchObject({
      kind: 'settings',
      outcome: 'not-done',
    })
    expect(shop.orders.size).toBe(0)
  })
})

const withText = <T extends { readonly name: RegExp }>(row: T) => ({ ...row, name: expect.stringMatching(row.name) })

describe('a shop that does not show what it created', () => {
  it('is looked through for it', async () => {
    const { backOffice, only } = await openCcv({ hidesCreated: true })

    const placed = await backOffice.placeOrder(TWO)

    expect(placed).toMatchObject({ backOfficeRef: String(only().id), state: 'open', totalCents: TOTAL_CENTS })
  })

  it('leaves the creation in doubt while the order cannot be seen', async () => {
    const { backOffice, simulator, shop } = await openCcv({ hidesCreated: true })
    simulator.wire.spoil(
      'server-error',
      ({ method, url }) => method === 'GET' && url.searchParams.has('min_create_date'),
      2,
    )

    await expect(backOffice.placeOrder(TWO)).rejects.toMatchObject({ outcome: 'unknown' })
    expect(await backOffice.findOrders(TWO.reference)).toHaveLength(1)
    expect(shop.orders.size).toBe(1)
  })
})

/** What the engine does with a try in doubt, and with one that was not done, until the order stands. */
const placeAsTheEngineDoes = async (office: () => BackOffice, order: OrderToPlace) => {
  let inDoubt = false
  for (let tries = 0; tries < 6; tries += 1) {
    try {
      const [found, second] = await office().findOrders(order.reference)
      if (second !== undefined) throw new Error('It stands there twice')
      if (found !== undefined && !inDoubt) return found
      if (found !== undefined) return (await office().finishOrder?.(order, found)) ?? found
      return await office().placeOrder(order)
    } catch (error) {
      if (!isFault(error)) throw error
      inDoubt ||= error.outcome === 'unknown'
    }
  }
  throw new Error('It could not be placed')
}

const SPOILINGS: readonly Spoiling[] = [
  ...(['lost-request', 'lost-answer', 'server-error', 'firewall', 'page', 'empty', 'truncated'] as const),
]

describe.each([
  ['that counts orders itself', { stockFollows: 'yes', lowers: true, hidesCreated: false }],
  ['that counts none', { stockFollows: 'no', lowers: false, hidesCreated: false }],
  ['that counts none and does not show what it created', { stockFollows: 'no', lowers: false, hidesCreated: true }],
])('a creation cut short at any call, in a shop %s', (_, { stockFollows, ...kind }) => {
  it.each(SPOILINGS)('ends as one whole order, its units off the shelf once: %s', async (how) => {
    for (let at = 0; at < 16; at += 1) {
      const open = await openCcv(kind, { stockFollows })
      let passing = at
      // Reads are repeated once by themselves: both times are spoilt.
      open.simulator.wire.spoil(how, () => passing-- <= 0, 2)

      // Each time as after a restart.
      const placed = await placeAsTheEngineDoes(() => open.reconnect(), TWO)

      expect([at, placed.state, placed.totalCents]).toEqual([at, 'open', TOTAL_CENTS])
      expect(open.shop.orders.size).toBe(1)
      expect([at, open.product('MUG-BLUE').stock, open.product('MUG-RED').stock]).toEqual([at, 8, 4])
    }
  })
})

describe('the stock of a shop', () => {
  it('that does not count orders is set by Navette, which says so', async () => {
    const { backOffice, product } = await openCcv({ lowers: false }, { stockFollows: 'no' })

    const { notes } = await backOffice.placeOrder(TWO)

    expect([product('MUG-BLUE').stock, product('MUG-RED').stock]).toEqual([8, 4])
    expect(notes).toEqual([
      'Navette set the stock of MUG-BLUE from 10 to 8: the shop does not count such orders itself.',
      'Navette set the stock of MUG-RED from 5 to 4: the shop does not count such orders itself.',
    ])
  })

  it('is set again for another order under the same reference', async () => {
    const { backOffice, product, there } = await openCcv({ lowers: false }, { stockFollows: 'no' })
    await there.remove(await backOffice.placeOrder(anOrderToPlace()))

    await backOffice.placeOrder(anOrderToPlace())

    expect(product('MUG-BLUE').stock).toBe(8)
  })

  it('that counts orders although it is set otherwise is not lowered twice', async () => {
    const { backOffice, product } = await openCcv({ lowers: true }, { stockFollows: 'no' })

    const { notes } = await backOffice.placeOrder(anOrderToPlace())

    expect(product('MUG-BLUE').stock).toBe(9)
    expect(notes).toEqual([expect.stringContaining('went down to 9 without Navette')])
  })

  it('that does not count orders although it is set to is told, until it does', async () => {
    const { backOffice, shop } = await openCcv({ lowers: false })

    const first = await backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-1' }))
    Object.assign(shop.options, { lowers: true })
    const second = await backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-2' }))

    expect(first.notes).toEqual([expect.stringContaining('did not go down with this order: 10 before and after')])
    expect(second.notes).toBeUndefined()
  })

  it('is not looked at any more once it was seen to be counted, three times in a row', async () => {
    const { backOffice, calledSince } = await openCcv()
    for (const reference of ['RKT-1', 'RKT-2', 'RKT-3']) await backOffice.placeOrder(anOrderToPlace({ reference }))
    calledSince()

    await backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-4' }))

    expect(calledSince().map(({ method, url }) => `${method} ${url.pathname.slice(13).replace(/\d+/, 'N')}`)).toEqual([
      ...['GET productqueries/', 'GET products/N/', 'POST orders/', 'GET orders/N/'],
    ])
  })

  it('is lowered for an order found later, although somebody else bought meanwhile', async () => {
    const { backOffice, placeWithoutAnswer, product } = await openCcv({ lowers: false }, { stockFollows: 'no' })
    await placeWithoutAnswer(anOrderToPlace())
    product('MUG-BLUE').stock -= 4

    const [found] = await backOffice.findOrders('RKT-214001')
    if (found) await backOffice.finishOrder?.(anOrderToPlace(), found)

    expect(product('MUG-BLUE').stock).toBe(5)
  })

  it('is not put back for an order whose units were never taken off', async () => {
    const { backOffice, placeWithoutAnswer, product, only } = await openCcv({ lowers: false }, { stockFollows: 'no' })
    await placeWithoutAnswer(anOrderToPlace())

    const [found] = await backOffice.findOrders('RKT-214001')
    if (found) await backOffice.cancelOrder(found, '')

    expect([only().status, product('MUG-BLUE').stock]).toEqual([8, 10])
  })

  it('is not put back either where the call that was to lower it never arrived', async () => {
    const { backOffice, simulator, product } = await openCcv({ lowers: false }, { stockFollows: 'no' })
    simulator.wire.spoil('lost-request', ({ method }) => method === 'PATCH')
    await expect(backOffice.placeOrder(anOrderToPlace())).rejects.toMatchObject({ outcome: 'unknown' })

    const [found] = await backOffice.findOrders('RKT-214001')
    if (found) await backOffice.cancelOrder(found, '')

    expect(product('MUG-BLUE').stock).toBe(10)
  })

  it('that is not counted is left alone', async () => {
    const { backOffice, product } = await openCcv({ lowers: false }, { stockFollows: 'no' })
    product('MUG-BLUE').stockEnabled = false

    const { notes } = await backOffice.placeOrder(anOrderToPlace())

    expect(notes).toBeUndefined()
    expect(product('MUG-BLUE').stock).toBe(10)
  })
})
