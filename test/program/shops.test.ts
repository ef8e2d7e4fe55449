import { describe, expect, it } from 'vitest'
import { backOffices } from '../../src/main/connectors/registry.ts'
import { aParcel, BLUE_MUG, OWN_SHIPPING_CENTS, RED_MUG } from '../batteries/back-office/harness.ts'
import { shops } from '../simulators/shops.ts'
import type { ShopSeller } from './a-shop-seller.ts'
import { aShopSeller } from './a-shop-seller.ts'
import { ActDocument, OrdersDocument, TestedDocument } from './documents.ts'

const orderAt = async ({ json }: ShopSeller, reference: string) => {
  const orders = OrdersDocument.parse((await json(['orders'])).document)
  return orders.find((order) => order.reference === reference)
}
const itemsAt = ({ account }: ShopSeller, reference: string) =>
  Object.values(account.ledger().items).filter(({ purchaseId }) => purchaseId === reference)
const toldOf = ({ account }: ShopSeller) => {
  const { skus } = account.ledger()
  return { blue: skus['MUG-BLUE']?.lastTold, red: skus['MUG-RED']?.lastTold }
}

it('every webshop and warehouse that can be connected is tried here', () => {
  const outside = backOffices.filter(({ kind }) => kind !== 'built-in').map(({ id }) => id)

  expect([...new Set(shops.map(({ definition }) => definition.id))]).toEqual(outside)
})

describe.each(shops)('an order of $name', (shop) => {
  it('stands in the shop with the buyer’s total (or its own, where prices are its own), leaves from there, and is shipped at Rakuten', async () => {
    const seller = await aShopSeller(shop)
    const reference = seller.buys(['MUG-BLUE', 'MUG-BLUE', 'MUG-RED'])

    const first = await seller.sync(0)
    const placed = await orderAt(seller, reference)
    const there = await seller.orderOf(reference)
    const address = await seller.shop.there.addressOf(there)
    await seller.shop.there.complete(there, [aParcel({ trackingNumber: '6A01234567897' })])
    const second = await seller.sync(5)

    expect([first, second]).toMatchObject([
      { exitCode: 0, error: '' },
      { exitCode: 0, error: '' },
    ])
    expect(placed).toMatchObject({ status: 'placed', problem: null, backOfficeRef: there.backOfficeRef })
    const { ownPrices } = shop.definition.capabilities
    const inShop = 2 * BLUE_MUG.priceCents + RED_MUG.priceCents + OWN_SHIPPING_CENTS
    const kept = ownPrices ? inShop : 3 * 1290 + 490
    // A warehouse keeps no prices.
    expect(there).toMatchObject({ state: 'open', totalCents: shop.definition.kind === 'warehouse' ? null : kept })
    expect(there.lines?.toSorted((one, other) => (one.sku < other.sku ? -1 : 1))).toEqual([
      { sku: 'MUG-BLUE', quantity: 2 },
      { sku: 'MUG-RED', quantity: 1 },
    ])
    expect(address.postcode).toBe(seller.account.world.purchase(reference).buyer.zipCode)
    expect(await orderAt(seller, reference)).toMatchObject({
      ...{ status: 'shipped', problem: null, trackingNumber: '6A01234567897' },
    })
    const sent = { transporter: 'Colissimo', trackingNumber: '6A01234567897' }
    expect(itemsAt(seller, reference).map(({ shipments }) => shipments)).toMatchObject([[sent], [sent], [sent]])
    expect(seller.shop.there.mailsToBuyers?.() ?? 0).toBe(0)
  })

  it('that is cancelled in the shop is cancelled at Rakuten', async () => {
    const seller = await aShopSeller(shop)
    const reference = seller.buys(['MUG-BLUE'])
    await seller.sync(0)

    await seller.shop.there.cancel(await seller.orderOf(reference))
    const { exitCode } = await seller.sync(5)

    expect(exitCode).toBe(0)
    expect(await orderAt(seller, reference)).toMatchObject({ status: 'cancelled', problem: null })
    expect(itemsAt(seller, reference)).toMatchObject([{ cancelledBy: 'seller', shipped: false }])
  })

  it('that the buyer cancels in time is cancelled in the shop, and its units come back', async () => {
    const seller = await aShopSeller(shop)
    const reference = seller.buys(['MUG-BLUE'])
    await seller.sync(0)

    seller.account.world.cancelByBuyer(reference)
    // Where files go to and fro, what was asked for in one cycle is answered in the next.
    for (const minutes of [5, 10, 15, 20, 25, 30, 35]) await seller.sync(minutes)

    expect(await orderAt(seller, reference)).toMatchObject({ status: 'cancelled', problem: null })
    expect(await seller.orderOf(reference)).toMatchObject({ state: 'cancelled' })
    expect(await seller.unitsIn('MUG-BLUE')).toBe(10)
  })
})

describe.each(shops)('the stock of $name', (shop) => {
  it('is told to Rakuten, less what was sold, once', async () => {
    const seller = await aShopSeller(shop)
    await seller.sync(0)
    const before = toldOf(seller)

    seller.buys(['MUG-BLUE', 'MUG-BLUE'])
    await seller.sync(10)
    await seller.sync(20)

    expect(before).toEqual({ blue: 10, red: 5 })
    expect(toldOf(seller)).toEqual({ blue: 8, red: 5 })
    expect(await seller.unitsIn('MUG-BLUE')).toBe(8)
  })
})

describe.each(shops.filter(({ definition }) => definition.capabilities.testOrders))(
  'a test order into $name',
  (shop) => {
    it('is sent, read back and noticed when it is cancelled; no stock moves and Rakuten hears nothing', async () => {
      const seller = await aShopSeller(shop)
      await seller.sync(0)
      const heard = seller.account.calls.length
      const act = async (minutes: number) => {
        seller.account.world.clock.set(seller.account.world.clock.now() + minutes * 60_000)
        const now = new Date(seller.account.world.clock.now()).toISOString()
        const { document, exitCode } = await seller.json(['act', 'test-order', '--now', now])
        return { exitCode, ...ActDocument.parse(document) }
      }

      const sent = await act(1)
      const units = await seller.unitsIn('MUG-BLUE')
      const [there] = await seller.office.findOrders(sent.reference)
      if (there === undefined) expect.fail('The test order is not there')
      await seller.shop.there.cancel(there)
      const noticed = await act(1)
      const calls = seller.account.calls.length
      await seller.sync(10)

      expect(sent).toMatchObject({ exitCode: 0, action: 'test-order', done: true })
      expect(sent.reference).toMatch(/^TEST-/)
      expect(noticed).toMatchObject({
        reference: sent.reference,
        done: true,
        message: expect.stringMatching(/^Cancelled there/),
      })
      expect([units, await seller.unitsIn('MUG-BLUE')]).toEqual([10, 10])
      expect(toldOf(seller)).toEqual({ blue: 10, red: 5 })
      expect(calls).toBe(heard)
      expect(seller.shop.there.mailsToBuyers?.() ?? 0).toBe(0)
    })
  },
)

describe.each(shops)('the connection to $name', (shop) => {
  it('passes every named check of both sides', async () => {
    const { json } = await aShopSeller(shop, { now: Date.now })

    const { exitCode, document } = await json(['connections', 'test'])

    const [tested] = TestedDocument.parse(document)
    expect(tested?.checks.filter(({ ok }) => !ok)).toEqual([])
    expect(exitCode).toBe(0)
  })
})
