import { describe, expect, it } from 'vitest'
import { prestashop } from '../../../../src/main/connectors/prestashop/index.ts'
import type { Check } from '../../../../src/main/connectors/sockets/definition.ts'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import { clockByHand } from '../../../helpers/clock-by-hand.ts'
import { type AShop, openShop, withoutFreeCarrier } from './a-shop.ts'

const failed = (checks: readonly Check[]): readonly Check[] => checks.filter(({ ok }) => !ok)
const failedIn = async (shop: AShop, values = {}): Promise<readonly Check[]> =>
  failed(await shop.reconnect(values).testConnection())

describe('testing the connection to PrestaShop', () => {
  it('names each thing it has looked at', async () => {
    const { backOffice } = await openShop()

    expect((await backOffice.testConnection()).map(({ name }) => name)).toEqual([
      ...['Reachable', 'Key', 'Version', 'Permissions', 'Currency', 'Order states', 'Payment module', 'Free carrier'],
      'Time of this PC',
    ])
  })

  it('never asks for the list of permissions in JSON, which breaks the shop', async () => {
    const shop = await openShop()

    await shop.backOffice.testConnection()

    expect(shop.wire?.received[0]?.url.href).toBe(new URL('/api/', shop.simulator.url).href)
  })

  it('names every permission that is missing by itself', async () => {
    const shop = await openShop()
    shop.simulator.ticked.get('orders')?.delete('PATCH')
    shop.simulator.ticked.get('customers')?.delete('POST')
    shop.simulator.ticked.delete('taxes')

    expect(await failedIn(shop)).toEqual([
      { name: 'Permission PATCH orders', ok: false, message: expect.stringContaining('“orders”') },
      { name: 'Permission GET taxes', ok: false, message: expect.stringContaining('Tick GET') },
      { name: 'Permission POST customers', ok: false, message: expect.stringContaining('“customers”') },
    ])
  })

  it('wants PUT where the version knows no PATCH', async () => {
    const shop = await openShop()
    shop.simulator.misbehaviour.version = '1.7.8'
    shop.simulator.ticked.get('order_payments')?.delete('PUT')

    expect((await failedIn(shop)).map(({ name }) => name)).toEqual(['Permission PUT order_payments'])
  })

  it.each([
    ['1.6.1.24', false],
    ['1.7.8.11', true],
    ['9.0.1', true],
  ])('takes version %s: %s', async (version, ok) => {
    const shop = await openShop()
    shop.simulator.misbehaviour.version = version

    expect((await shop.backOffice.testConnection()).find(({ name }) => name === 'Version')).toMatchObject({ ok })
  })

  it('says of a wrong host which address to enter, and follows nothing', async () => {
    const shop = await openShop()
    const shopUrl = shop.simulator.url.href.replace('127.0.0.1', 'localhost')

    const [first, second] = await failedIn(shop, { shopUrl })

    expect(first).toMatchObject({ name: 'Reachable', message: expect.stringContaining('Shop URL') })
    expect(second).toMatchObject({ name: 'Key', message: 'Not checked.' })
    expect(shop.calls()).toBe(1)
  })

  it('says of an unknown shop that it is not there, for orders too, of which none was made', async () => {
    const shop = await openShop()

    expect((await failedIn(shop, { shopId: '7' }))[0]).toMatchObject({ message: expect.stringContaining('number 7') })
    await expect(shop.reconnect({ shopId: '7' }).placeOrder(anOrderToPlace())).rejects.toMatchObject({
      ...{ kind: 'settings', outcome: 'not-done' },
    })
  })

  it.each([
    ['a key nobody knows', { key: 'Z'.repeat(32) }],
    ['a key that is too short', { key: 'short' }],
  ])('fails with %s, and says nothing else', async (_, values) => {
    const shop = await openShop()

    const checks = await shop.reconnect(values).testConnection()

    expect(checks).toMatchObject([
      { name: 'Reachable', ok: true },
      { name: 'Key', ok: false },
    ])
  })

  it('says where a webservice is switched on', async () => {
    const shop = await openShop()
    shop.simulator.misbehaviour.webserviceIsOff = true

    expect((await failedIn(shop))[0]).toMatchObject({ message: expect.stringContaining('switched off') })
  })

  it('says of a page that is no webservice that the address is wrong', async () => {
    const shop = await openShop()
    shop.wire?.spoil('page')

    expect(await failedIn(shop)).toMatchObject([{ name: 'Reachable', message: expect.stringContaining('address') }])
  })

  it('fails in a shop that does not reckon in euros', async () => {
    const shop = await openShop()
    shop.simulator.tables.configure('PS_CURRENCY_DEFAULT', '2')

    expect(await failedIn(shop)).toMatchObject([{ name: 'Currency' }])
    await expect(shop.backOffice.placeOrder(anOrderToPlace())).rejects.toMatchObject({ kind: 'settings' })
  })

  it('warns, no more, of a shop without a free carrier and says which to create', async () => {
    const shop = await openShop()
    withoutFreeCarrier(shop)

    expect(await failedIn(shop)).toEqual([
      { name: 'Free carrier', ok: false, aside: true, message: expect.stringContaining('Create one') },
    ])
  })

  it('warns of a payment module that left no trace, and trusts one that took an order', async () => {
    const shop = await openShop()

    expect(await failedIn(shop, { paymentModule: 'mollie' })).toMatchObject([{ name: 'Payment module', aside: true }])
    shop.simulator.tables.insert('orders', { module: 'mollie' })
    expect(await failedIn(shop, { paymentModule: 'mollie' })).toEqual([])
  })

  it('warns of a clock that is wrong', async () => {
    const shop = await openShop()
    const fast = clockByHand(new Date(shop.clock.now() + 10 * 60_000).toISOString())

    expect(failed(await shop.reconnect({}, fast).testConnection())).toEqual([
      { name: 'Time of this PC', ok: false, aside: true, message: expect.stringContaining('10 minutes fast') },
    ])
  })
})

describe('the key', () => {
  it('travels in the address from the moment the web server is seen to drop it', async () => {
    const shop = await openShop()
    shop.simulator.misbehaviour.dropsHeader = true

    const placed = await shop.backOffice.placeOrder(anOrderToPlace())

    expect(placed.totalCents).toBe(1689)
    const without = shop.wire?.received.filter(({ url }) => !url.searchParams.has('ws_key'))
    expect(without).toHaveLength(1)
    expect(failed(await shop.backOffice.testConnection())).toEqual([])
  })

  it.each([
    ['', false],
    ['ABC', false],
    ['ABCDEFGHJKLMNPQRSTUVWXYZ2345678!', false],
    ['ABCDEFGHJKLMNPQRSTUVWXYZ23456789', true],
  ])('is refused by the form unless it looks like one: %j', (key, isGood) => {
    expect(prestashop.fields.key.refuse(key) === null).toBe(isGood)
  })
})

describe('a permission that is taken back later', () => {
  it('is a matter of settings that names what to tick, not of a new key', async () => {
    const shop = await openShop()
    shop.simulator.ticked.delete('combinations')

    await expect(shop.backOffice.readStock()).rejects.toMatchObject({
      ...{ kind: 'settings', outcome: 'not-done', message: expect.stringMatching(/GET “combinations”/) },
    })
  })
})

describe('the choices of the form', () => {
  it('are the shop’s own states and shops', async () => {
    const shop = await openShop()
    shop.simulator.tables.insert('order_states', { name: 'Old', deleted: '1' })

    const states = await shop.backOffice.listChoices?.('completedStates')

    expect(states).toHaveLength(13)
    expect(states?.[3]).toEqual({ value: '4', label: 'Shipped' })
    expect(await shop.backOffice.listChoices?.('shopId')).toEqual([{ value: '1', label: 'Boutique' }])
  })

  it('leave no field without a value that works', () => {
    for (const [name, field] of Object.entries(prestashop.fields))
      expect('fallback' in field || ['shopUrl', 'key'].includes(name)).toBe(true)
  })
})
