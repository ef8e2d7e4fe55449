import { describe, expect, it } from 'vitest'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import type { Shop, ShopOptions } from '../../../simulators/woocommerce/shop.ts'
import { openShop, openShopWithMugs } from './open-shop.ts'

describe('a shop, however it takes its keys', () => {
  it.each<[string, ShopOptions, RegExp]>([
    ['in the usual header', {}, /knows the key\.$/],
    ['in the address, since its server takes the header away', { stripsHeader: true }, /in the address/],
    ['in the address, since another plugin takes the header for its own', { takesHeader: true }, /in the address/],
    ['signed, since PHP does not see https', { sees: 'http' }, /does not see that it is called over https/],
    [
      'signed in the address, since both are so',
      { sees: 'http', stripsHeader: true },
      /does not see that it is called/,
    ],
    ['behind index.php', { permalinks: 'index' }, /knows the key\.$/],
    ['behind index.php, signed', { permalinks: 'index', sees: 'http' }, /does not see that it is called over https/],
    ['without PUT and DELETE', { refusesMethods: true }, /knows the key\.$/],
    ['with warnings before every answer', { printsWarnings: true }, /knows the key\.$/],
  ])('is spoken to: %s', async (_, kind, words) => {
    const { backOffice } = await openShopWithMugs(kind)

    const checks = await backOffice.testConnection()
    const placed = await backOffice.placeOrder(anOrderToPlace())

    expect(checks.filter(({ ok }) => !ok)).toEqual([])
    expect(checks.find(({ name }) => name === 'Consumer key and secret')?.message).toMatch(words)
    expect(await backOffice.findOrders('RKT-214001')).toMatchObject([{ state: 'open', totalCents: 1689 }])
    expect(await backOffice.cancelOrder(placed, 'Changed their mind')).toBe('cancelled')
    expect(await backOffice.readStock()).toHaveLength(2)
  })

  it('is remembered: its door is looked for once', async () => {
    const { backOffice, calls } = await openShopWithMugs({ sees: 'http' })
    await backOffice.readStock()
    const before = calls()

    await backOffice.readStock()

    expect(calls() - before).toBe(1)
  })

  it('shows no key of ours in a call but as a secret', async () => {
    const { backOffice, simulator } = await openShopWithMugs({ stripsHeader: true })
    simulator.wire.spoil('lost-request', () => true, 50)

    const fault = await backOffice.readStock().catch((error: unknown) => error)

    expect(JSON.stringify(fault, Object.getOwnPropertyNames(fault))).not.toContain('cs_fedcba9876543210')
  })

  it('is looked for anew when the seller tests the connection', async () => {
    const { backOffice, simulator } = await openShopWithMugs()
    await backOffice.readStock()
    Object.assign(simulator.shop.options, { stripsHeader: true })
    await expect(backOffice.readStock()).rejects.toMatchObject({ kind: 'credentials' })

    await backOffice.testConnection()

    expect(await backOffice.readStock()).toHaveLength(2)
  })
})

describe('a door that stays shut', () => {
  it('is explained for plain permalinks, which answer pages with 200', async () => {
    const { backOffice } = await openShop({ permalinks: 'plain' })

    await expect(backOffice.readStock()).rejects.toMatchObject({
      side: 'WooCommerce',
      message: expect.stringMatching(/Permalinks must not be “Plain”/),
    })
  })

  it('is explained for a shop that stands at another address', async () => {
    const { backOffice, calls } = await openShop({ movedTo: 'https://www.shop.example' })

    await expect(backOffice.readStock()).rejects.toMatchObject({
      kind: 'settings',
      message: expect.stringContaining('www.shop.example'),
    })
    expect(calls()).toBe(1)
  })

  it('is explained for a WordPress without WooCommerce', async () => {
    const { backOffice, shop } = await openShop()
    shop.isActive = false

    await expect(backOffice.readStock()).rejects.toMatchObject({
      kind: 'settings',
      message: expect.stringMatching(/not active/),
    })
  })

  it.each<[string, (shop: Shop) => void]>([
    ['WooCommerce is switched off', (shop) => Object.assign(shop, { isActive: false })],
    ['permalinks become plain', (shop) => Object.assign(shop.options, { permalinks: 'plain' })],
    ['the server no longer rewrites addresses', (shop) => Object.assign(shop.options, { permalinks: 'index' })],
  ])('tells nothing about orders that were placed before: %s', async (_, shut) => {
    const { backOffice, shop } = await openShopWithMugs()
    const placed = await backOffice.placeOrder(anOrderToPlace())
    shut(shop)
    const doubtful = { name: 'Fault', kind: 'unreadable', outcome: 'not-done' }

    await expect(backOffice.readShipments([placed])).rejects.toMatchObject(doubtful)
    await expect(backOffice.findOrders('RKT-214001')).rejects.toMatchObject(doubtful)
    await expect(backOffice.cancelOrder(placed, '')).rejects.toMatchObject(doubtful)
    await expect(backOffice.readStock()).rejects.toMatchObject(doubtful)
  })

  it('is a shop that cannot be reached where nobody answers', async () => {
    const { backOffice } = await openShop({}, { values: { shopUrl: 'http://127.0.0.1:9' } })

    await expect(backOffice.readStock()).rejects.toMatchObject({ kind: 'unreachable' })
  })

  it.each<[string, ShopOptions, string, string, RegExp]>([
    ['an unknown key', {}, 'ck_unknown', 'cs_x', /Consumer key is invalid/],
    ['a wrong secret', {}, '', 'cs_wrong', /Consumer secret is invalid/],
    ['a wrong secret of signed calls', { sees: 'http' }, '', 'cs_wrong', /not this consumer secret/],
  ])('is a fault of credentials with %s', async (_, kind, consumerKey, consumerSecret, words) => {
    const values = { ...(consumerKey === '' ? {} : { consumerKey }), consumerSecret }
    const { backOffice } = await openShopWithMugs(kind, { values })

    await expect(backOffice.readStock()).rejects.toMatchObject({
      kind: 'credentials',
      message: expect.stringMatching(words),
    })
  })

  it('is a matter of the clock where signed calls are too old', async () => {
    const { backOffice, simulator, clock } = await openShopWithMugs({
      sees: 'http',
      now: () => Date.parse('2026-01-12T09:00:00Z'),
    })
    clock.advance(20 * 60_000)

    await expect(backOffice.readStock()).rejects.toMatchObject({ kind: 'clock' })
    expect((await backOffice.testConnection()).filter(({ ok }) => !ok)).not.toEqual([])
    expect(simulator.shop.usedNonces.size).toBe(0)
  })

  it('opens once more when the network repeats a signed call', async () => {
    const { backOffice, simulator } = await openShopWithMugs({ sees: 'http' })
    await backOffice.readStock()
    simulator.wire.spoil('lost-answer')

    expect(await backOffice.readStock()).toHaveLength(2)
  })
})
