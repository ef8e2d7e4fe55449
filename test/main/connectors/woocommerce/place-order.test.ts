import { describe, expect, it } from 'vitest'
import { createHttp } from '../../../../src/main/connectors/http/create-http.ts'
import type { BackOffice, OrderToPlace } from '../../../../src/main/connectors/sockets/back-office.ts'
import { wooCommerce } from '../../../../src/main/connectors/woocommerce/index.ts'
import { isFault } from '../../../../src/main/domain/fault.ts'
import { anAddress } from '../../../helpers/an-order.ts'
import { anOrderToPlace, aPlacedLine, aRelayPoint } from '../../../helpers/an-order-to-place.ts'
import { noFolders } from '../../../helpers/no-folders.ts'
import type { Spoiling } from '../../../simulators/wire.ts'
import type { ShopOptions } from '../../../simulators/woocommerce/shop.ts'
import { type OpenShop, openShop, openShopWithMugs } from './open-shop.ts'

/** A price whose net and VAT both end in half a cent: a shop whose prices are entered without VAT makes a cent too much of it. */
const AWKWARD = anOrderToPlace({ lines: [aPlacedLine({ quantity: 3, priceCents: 1301 })], shippingCents: 399 })
const NET_SHOP: ShopOptions = { pricesIncludeTax: false }

const SPOILINGS: readonly Spoiling[] = [
  ...([
    'lost-request',
    'lost-answer',
    'server-error',
    'busy',
    'firewall',
    'page',
    'empty',
    'truncated',
    'slow',
  ] as const),
]

/** What the engine does with one order, cycle after cycle, until it is placed: look up, finish what a try in doubt left, or create. */
const placeAsTheEngine = async (open: OpenShop, asked: OrderToPlace, backOffice: BackOffice, inDoubt = false) => {
  let doubt = inDoubt
  for (let cycle = 0; cycle < 8; cycle++) {
    try {
      const [found, second] = await backOffice.findOrders(asked.reference)
      expect(second).toBeUndefined()
      if (found !== undefined)
        return doubt && found.state === 'open' ? await backOffice.finishOrder?.(asked, found) : found
      return await backOffice.placeOrder(asked)
    } catch (error) {
      if (!isFault(error)) throw error
      doubt ||= error.outcome === 'unknown'
      open.clock.advance(11 * 60_000)
    }
  }
  throw new Error('Never placed')
}

const expectOneWholeOrder = ({ shop }: OpenShop, totalCents = 4302): void => {
  const orders = [...shop.orders.values()]
  expect(orders).toHaveLength(1)
  expect(orders[0]).toMatchObject({ status: 'processing', total: totalCents * 10_000, transactionId: 'RKT-214001' })
  expect([...shop.products.values()].map(({ stock }) => stock)).toEqual([7, 5])
  expect(shop.mails.filter(({ to }) => to === 'buyer')).toEqual([])
  expect(shop.mails.filter(({ about }) => about === 'New order')).toHaveLength(1)
}

/** A second process over the same records, as after a crash. */
const restarted = ({ simulator, clock, records }: OpenShop): BackOffice => {
  const http = createHttp({ clock, side: 'WooCommerce', pace: { turn: async () => undefined } })
  const filled = Object.entries(wooCommerce.fields).map(([name, field]) => [
    name,
    simulator.values[name] ?? ('fallback' in field ? field.fallback : ''),
  ])
  // Every field of the form is there; Object.fromEntries forgets their names.
  const values = Object.fromEntries(filled) as Parameters<typeof wooCommerce.connect>[0]
  return wooCommerce.connect(values, {
    side: 'WooCommerce',
    http,
    clock,
    records,
    folders: noFolders,
    skuSource: 'sku',
  })
}

const callsOfPlacing = async (): Promise<number> => {
  const { backOffice, calls, orderThere } = await openShopWithMugs(NET_SHOP)
  const placed = await backOffice.placeOrder(AWKWARD)
  expect(orderThere(placed).items.filter(({ kind }) => kind === 'fee')).not.toEqual([])
  return calls()
}

describe('an order that is placed', () => {
  it('is whole and the only one, whichever call of its creation goes wrong and however', {
    timeout: 120_000,
  }, async () => {
    const calls = await callsOfPlacing()
    for (let spoilt = 0; spoilt < calls; spoilt++) {
      for (const how of SPOILINGS) {
        const open = await openShopWithMugs(NET_SHOP)
        let seen = 0
        open.simulator.wire.spoil(how, () => seen++ === spoilt)
        const doubt = await open.backOffice.placeOrder(AWKWARD).then(
          () => null,
          (error: unknown) => {
            if (!isFault(error)) throw error
            return error.outcome === 'unknown'
          },
        )
        open.clock.advance(11 * 60_000)

        if (doubt !== null) await placeAsTheEngine(open, AWKWARD, open.backOffice, doubt)

        expectOneWholeOrder(open)
      }
    }
  })

  it('is whole and the only one when the program dies after any of its calls', { timeout: 120_000 }, async () => {
    const calls = await callsOfPlacing()
    for (let last = 0; last < calls; last++) {
      const open = await openShopWithMugs(NET_SHOP)
      let seen = 0
      open.simulator.wire.spoil('lost-answer', () => seen++ === last)
      open.simulator.wire.spoil('lost-request', () => seen > last + 1, 100)
      await open.backOffice.placeOrder(AWKWARD).catch(() => undefined)
      open.simulator.wire.calm()
      open.clock.advance(11 * 60_000)

      await placeAsTheEngine(open, AWKWARD, restarted(open), true)

      expectOneWholeOrder(open)
    }
  })

  it.each<[string, ShopOptions]>([
    ['9.8.1', { version: '9.8.1' }],
    ['classic storage', { storage: 'classic' }],
    ['a search by whole words', { fullTextSearch: true }],
    ['a page cache', { caches: true }],
  ])('is found again after a lost answer: %s', async (_, kind) => {
    const open = await openShopWithMugs(kind)
    expect(await open.backOffice.findOrders('RKT-214001')).toEqual([])
    await open.placeWithoutAnswer(anOrderToPlace())

    expect(await open.backOffice.findOrders('RKT-214001')).toMatchObject([{ state: 'open', totalCents: 1689 }])
  })
})

describe('a creation that was not even asked for', () => {
  it('is not in doubt: the readings before it failed', async () => {
    const { backOffice, simulator } = await openShopWithMugs()
    simulator.wire.spoil('lost-request', ({ url }) => url.pathname.endsWith('/products'), 5)

    await expect(backOffice.placeOrder(anOrderToPlace())).rejects.toMatchObject({
      kind: 'unreachable',
      outcome: 'not-done',
    })
  })
})

describe('a refused creation', () => {
  it.each(['10.5.0', '9.8.1'] as const)(
    'leaves no half order behind, and tells the words of the shop: %s',
    async (version) => {
      const { backOffice, shop } = await openShopWithMugs({ version })
      shop.refusal = 'Le <b>plugin</b> ne veut pas.'

      await expect(backOffice.placeOrder(anOrderToPlace())).rejects.toMatchObject({
        kind: 'refused',
        outcome: 'not-done',
        message: 'WooCommerce says: “Le plugin ne veut pas.”',
      })

      expect(shop.orders.size).toBe(0)
      expect([...shop.products.values()].map(({ stock }) => stock)).toEqual([10, 5])
    },
  )

  it('is in doubt while what it left cannot be taken away, and ends as one whole order', async () => {
    const open = await openShopWithMugs()
    open.shop.refusal = 'Not today.'
    open.simulator.wire.spoil('firewall', ({ url }) => url.searchParams.has('search'), 20)

    await expect(open.backOffice.placeOrder(AWKWARD)).rejects.toMatchObject({ outcome: 'unknown' })
    open.shop.refusal = null
    open.simulator.wire.calm()
    await placeAsTheEngine(open, AWKWARD, open.backOffice, true)

    expectOneWholeOrder(open)
  })

  it('touches no other order that was never paid', async () => {
    const { backOffice, shop } = await openShopWithMugs()
    const test = await backOffice.placeOrder(anOrderToPlace({ reference: 'TEST-1' }))
    shop.refusal = 'Not today.'

    await expect(backOffice.placeOrder(anOrderToPlace({ reference: 'TEST-11' }))).rejects.toMatchObject({
      kind: 'refused',
    })

    expect([...shop.orders.keys()].map(String)).toEqual([test.backOfficeRef])
  })
})

describe('a crash of PHP in the middle of a creation', () => {
  it('is in doubt, and what it left is paid, once', async () => {
    const open = await openShopWithMugs()
    open.shop.crashes = true

    await expect(open.backOffice.placeOrder(AWKWARD)).rejects.toMatchObject({ kind: 'unreadable', outcome: 'unknown' })
    open.shop.crashes = false
    const [left] = open.shop.orders.keys()
    const placed = await placeAsTheEngine(open, AWKWARD, open.backOffice, true)

    expect(placed?.backOfficeRef).toBe(String(left))
    expectOneWholeOrder(open)
  })

  it('leaves alone an order that lacks something while it may be in the making, and replaces it later', async () => {
    const open = await openShopWithMugs()
    open.shop.crashes = true
    await open.backOffice.placeOrder(AWKWARD).catch(() => undefined)
    open.shop.crashes = false
    for (const order of open.shop.orders.values()) order.items = order.items.filter(({ kind }) => kind !== 'line')
    const [found] = await open.backOffice.findOrders(AWKWARD.reference)
    if (found === undefined) throw new Error('It was left behind')

    await expect(open.backOffice.finishOrder?.(AWKWARD, found)).rejects.toMatchObject({ kind: 'stale' })
    expect(open.shop.orders.size).toBe(1)
    open.clock.advance(11 * 60_000)
    await open.backOffice.finishOrder?.(AWKWARD, found)

    expectOneWholeOrder(open)
  })
})

describe('finishing an order', () => {
  it('changes nothing on one that is whole, however often', async () => {
    const open = await openShopWithMugs(NET_SHOP)
    const { notes: _, ...placed } = await open.backOffice.placeOrder(AWKWARD)

    expect(await open.backOffice.finishOrder?.(AWKWARD, placed)).toEqual(placed)
    expect(await open.backOffice.finishOrder?.(AWKWARD, placed)).toEqual(placed)

    expectOneWholeOrder(open)
  })

  it('does not pay an order that people set back to unpaid', async () => {
    const { backOffice, orderThere, shop } = await openShopWithMugs()
    const placed = await backOffice.placeOrder(anOrderToPlace())
    orderThere(placed).status = 'pending'

    await backOffice.finishOrder?.(anOrderToPlace(), placed)

    expect(orderThere(placed).status).toBe('pending')
    expect(shop.orders.size).toBe(1)
  })
})

describe('the total', () => {
  const baskets = Array.from({ length: 40 }, (_, seed) =>
    anOrderToPlace({
      reference: `RKT-${seed + 100}`,
      lines: Array.from({ length: (seed % 4) + 1 }, (_line, at) =>
        aPlacedLine({
          sku: at % 2 === 0 ? 'MUG-BLUE' : 'MUG-RED',
          quantity: ((seed + at) % 3) + 1,
          priceCents: 299 + ((seed * 7 + at * 13) % 97),
        }),
      ),
      shippingCents: 250 + seed * 11,
    }),
  )

  it.each<[string, ShopOptions]>([
    ['prices entered with VAT', {}],
    ['prices entered without VAT', { pricesIncludeTax: false }],
    ['VAT rounded at subtotal level', { roundAtSubtotal: true }],
    ['both', { roundAtSubtotal: true, pricesIncludeTax: false }],
    ['no taxes at all', { calcTaxes: false }],
  ])('is what the buyer paid, in a shop of every kind: %s', async (_, kind) => {
    const { backOffice } = await openShopWithMugs(kind)

    for (const asked of baskets) {
      const paid = asked.lines.reduce((sum, line) => sum + line.quantity * line.priceCents, asked.shippingCents)
      expect((await backOffice.placeOrder(asked)).totalCents).toBe(paid)
    }
  })

  it('needs no correction where prices are entered with VAT, as real shops were seen to', async () => {
    const { backOffice, shop } = await openShopWithMugs()

    for (const asked of baskets) expect(await backOffice.placeOrder(asked)).not.toHaveProperty('notes')

    expect([...shop.orders.values()].flatMap(({ items }) => items.filter(({ kind }) => kind === 'fee'))).toEqual([])
  })

  it('is corrected by a fee that the timeline tells of', async () => {
    const { backOffice, orderThere } = await openShopWithMugs(NET_SHOP)

    const placed = await backOffice.placeOrder(AWKWARD)

    expect(placed.notes).toEqual([expect.stringMatching(/“Arrondi” of -0\.0\d EUR/)])
    expect(orderThere(placed).items).toContainEqual(expect.objectContaining({ name: 'Arrondi', total: -10_000 }))
  })

  it('is told as it is where more than rounding is wrong', async () => {
    const { backOffice, shop } = await openShopWithMugs()
    shop.taxRates.push({ id: 999, country: 'FR', percent: 2, taxClass: 'standard', onShipping: false })

    const placed = await backOffice.placeOrder(anOrderToPlace())

    expect(placed.totalCents).not.toBe(1689)
    expect(placed).not.toHaveProperty('notes')
  })

  it.each([
    ['the goods’ class', 'inherit'],
    ['the standard class', ''],
  ])('counts shipping by %s', async (_, shippingClass) => {
    const { backOffice, shop, there } = await openShop()
    shop.settings.set('woocommerce_shipping_tax_class', { group: 'tax', value: shippingClass })
    await there.addProducts([{ sku: 'BOOK', title: 'Book', stock: 5, priceCents: 1055, vatClass: 'reduced' }])

    const placed = await backOffice.placeOrder(
      anOrderToPlace({ lines: [aPlacedLine({ sku: 'BOOK', priceCents: 1055 })] }),
    )

    expect(placed.totalCents).toBe(1454)
  })

  it.each([
    ['billing', 1, 'DE'],
    ['base', 1, 'FR'],
  ])('counts by the place the shop taxes by: %s', async (basedOn) => {
    const { backOffice, shop } = await openShopWithMugs()
    shop.settings.set('woocommerce_tax_based_on', { group: 'tax', value: basedOn })
    const billing = anAddress({ countryCode: 'DE', country: 'Allemagne' })

    const placed = await backOffice.placeOrder(anOrderToPlace({ billing, delivery: anAddress({ countryCode: 'ES' }) }))

    expect(placed.totalCents).toBe(1689)
  })

  it.each([
    ['flat_rate:1', 'flat_rate'],
    ['flat_rate:4', 'flat_rate'],
    ['local_pickup:3', 'local_pickup'],
    ['gone:9', 'rakuten'],
    [null, 'rakuten'],
  ])('counts shipping as the method %s is taxed', async (methodId, there) => {
    const { backOffice, orderThere } = await openShopWithMugs()

    const placed = await backOffice.placeOrder(anOrderToPlace({ methodId }))

    expect(placed.totalCents).toBe(1689)
    expect(orderThere(placed).items.find(({ kind }) => kind === 'shipping')).toMatchObject({ methodId: there })
  })

  it('counts goods that are not taxed', async () => {
    const { backOffice, shop } = await openShopWithMugs()
    for (const product of shop.products.values()) product.taxStatus = 'none'

    expect((await backOffice.placeOrder(anOrderToPlace())).totalCents).toBe(1689)
  })
})

describe('what an order holds', () => {
  it('is paid, under our reference wherever the shop can look for it, and without a mail address', async () => {
    const { backOffice, orderThere, shop } = await openShopWithMugs()

    const placed = await backOffice.placeOrder(anOrderToPlace({ methodId: 'flat_rate:1' }))

    const order = orderThere(placed)
    expect(order).toMatchObject({ status: 'processing', createdVia: 'rakuten-fr', transactionId: 'RKT-214001' })
    expect(order.meta).toContainEqual(expect.objectContaining({ key: '_rakuten_order_id', value: 'RKT-214001' }))
    expect(order.items).toContainEqual(
      expect.objectContaining({ name: 'Rakuten Suivi (RKT-214001)', methodId: 'flat_rate', instanceId: '1' }),
    )
    expect(order.billing).not.toHaveProperty('email')
    expect(order.billing).toMatchObject({ phone: '0612345678' })
    expect(shop.mails).toEqual([{ to: 'merchant', about: 'New order', orderId: order.id }])
  })

  it('names the relay point where the label is written', async () => {
    const { backOffice, orderThere } = await openShopWithMugs()

    const placed = await backOffice.placeOrder(anOrderToPlace({ relayPoint: aRelayPoint() }))

    expect(orderThere(placed).shipping).toMatchObject({
      first_name: 'Élodie',
      last_name: 'Lefebvre',
      company: 'Tabac de la Gare',
      address_1: '3 place de la Gare',
      address_2: 'Point relais FR-012345',
      postcode: '59000',
      country: 'FR',
      phone: '0612345678',
    })
  })

  it('keeps hostile names and codes as they are', async () => {
    const { backOffice, there } = await openShop()
    const sku = `L'été, "50 %" / <3`.replace('<', '‹')
    await there.addProducts([{ sku, title: 'Odd', stock: 3, priceCents: 100 }])
    const delivery = anAddress({
      firstName: '<script>"\u202Eevil',
      lastName: '🎁'.repeat(3000),
      address1: "1'; DROP TABLE --",
    })

    const placed = await backOffice.placeOrder(anOrderToPlace({ lines: [aPlacedLine({ sku })], delivery }))

    expect(placed.lines).toEqual([{ sku, quantity: 1 }])
    expect(await there.addressOf(placed)).toMatchObject({
      name: `${delivery.firstName} ${delivery.lastName}`,
      street: [delivery.address1],
    })
  })

  it('leaves a phone number out that would make the billing address vanish', async () => {
    const { backOffice, orderThere } = await openShopWithMugs()
    const long = anAddress({ mobile: '0'.repeat(101), phone: '0102030405' })

    const placed = await backOffice.placeOrder(anOrderToPlace({ billing: long, delivery: long }))

    expect(orderThere(placed).billing).toMatchObject({ last_name: 'Lefebvre', phone: '0102030405' })
  })

  it('is a variation under its product where the SKU is a variation’s', async () => {
    const { backOffice, orderThere, shop, there } = await openShop()
    await there.addProducts([{ sku: 'SHIRT', title: 'Shirt', stock: 0, priceCents: 100 }])
    const [parent] = shop.products.values()
    if (parent === undefined) throw new Error('It was added')
    parent.type = 'variable'
    await there.addProducts([{ sku: 'SHIRT-M', title: 'Shirt, M', stock: 4, priceCents: 100 }])
    const small = [...shop.products.values()].at(-1)
    if (small === undefined) throw new Error('It was added')
    shop.products.set(small.id, { ...small, parentId: parent.id, type: 'variation' })

    const placed = await backOffice.placeOrder(
      anOrderToPlace({ lines: [aPlacedLine({ sku: 'SHIRT-M', quantity: 3 })] }),
    )

    expect(orderThere(placed).items[0]).toMatchObject({ productId: parent.id, variationId: small.id })
    expect(shop.products.get(small.id)?.stock).toBe(1)
    await expect(
      backOffice.placeOrder(anOrderToPlace({ lines: [aPlacedLine({ sku: 'SHIRT' })] })),
    ).rejects.toMatchObject({
      kind: 'refused',
    })
  })

  it('shows an empty line as missing, not as what was asked', async () => {
    const { backOffice, orderThere } = await openShopWithMugs()
    const placed = await backOffice.placeOrder(anOrderToPlace())
    for (const item of orderThere(placed).items) item.productId = 0

    expect(await backOffice.findOrders('RKT-214001')).toMatchObject([{ lines: [{ sku: '', quantity: 1 }] }])
  })

  it('is marked and unpaid when it is a test', async () => {
    const { backOffice, orderThere, shop } = await openShopWithMugs()

    const placed = await backOffice.placeOrder(
      anOrderToPlace({ reference: 'TEST-1', lines: [aPlacedLine({ title: 'TEST - NE PAS EXPEDIER' })] }),
    )

    expect(orderThere(placed)).toMatchObject({ status: 'pending', customerNote: 'TEST: NE PAS EXPÉDIER' })
    expect(orderThere(placed).items[0]).toMatchObject({ name: 'TEST - NE PAS EXPEDIER' })
    expect(shop.mails).toEqual([])
    expect(await backOffice.cancelOrder(placed, 'The test is over')).toBe('cancelled')
  })
})
