import { describe, expect, it } from 'vitest'
import type { Check } from '../../../../src/main/connectors/sockets/definition.ts'
import { openShopWithMugs } from './open-shop.ts'

const failed = (checks: readonly Check[]): Record<string, string> =>
  Object.fromEntries(checks.filter(({ ok }) => !ok).map(({ name, message }) => [name, message]))

describe('testing a connection', () => {
  it('names every thing that was looked at', async () => {
    const { backOffice } = await openShopWithMugs()

    expect((await backOffice.testConnection()).map(({ name }) => name)).toEqual([
      ...['Reachable', 'Consumer key and secret', 'Orders', 'Writing', 'Products', 'Settings', 'Currency', 'Version'],
      'Time of this PC',
    ])
  })

  it('changes nothing in the shop', async () => {
    const { backOffice, shop } = await openShopWithMugs()

    await backOffice.testConnection()

    expect(shop.orders.size).toBe(0)
    expect(shop.mails).toEqual([])
  })

  it('tells a key that may only read', async () => {
    const { backOffice, shop } = await openShopWithMugs()
    if (shop.key !== null) shop.key.permission = 'read'

    expect(failed(await backOffice.testConnection())).toEqual({ Writing: expect.stringContaining('Read/Write') })
  })

  it('tells a key of somebody without the rights', async () => {
    const { backOffice, shop } = await openShopWithMugs()
    if (shop.key !== null) shop.key.role = 'customer'

    const checks = await backOffice.testConnection()

    expect(checks.slice(0, 2).every(({ ok }) => ok)).toBe(true)
    expect(Object.keys(failed(checks))).toEqual(expect.arrayContaining(['Orders', 'Writing', 'Products']))
  })

  it('tells a key that was taken back, from a shop that can be reached', async () => {
    const { backOffice, there } = await openShopWithMugs()
    await there.revoke?.()

    expect(await backOffice.testConnection()).toMatchObject([
      { name: 'Reachable', ok: true },
      { name: 'Consumer key and secret', ok: false },
    ])
  })

  it('does not blame the key when a firewall answers', async () => {
    const { backOffice, simulator } = await openShopWithMugs()
    simulator.wire.spoil('firewall', () => true, 50)

    expect(await backOffice.testConnection()).toMatchObject([
      { name: 'Reachable', ok: false, message: expect.stringContaining('firewall') },
      { name: 'Consumer key and secret', ok: false, message: 'Not checked.' },
    ])
  })

  it.each([
    ['woocommerce_currency', 'USD', /reckons in USD/],
    ['woocommerce_price_num_decimals', '0', /0 decimals/],
  ])('tells a shop whose %s is %s', async (id, value, words) => {
    const { backOffice, shop } = await openShopWithMugs()
    shop.settings.set(id, { group: 'general', value })

    expect(failed(await backOffice.testConnection())).toEqual({ Currency: expect.stringMatching(words) })
  })

  it('tells a clock that is wrong, and that it is no matter of the key', async () => {
    const { backOffice, clock } = await openShopWithMugs({ now: () => Date.parse('2026-01-12T09:00:00Z') })
    clock.advance(8 * 60_000)

    expect((await backOffice.testConnection()).filter(({ ok }) => !ok)).toEqual([
      { name: 'Time of this PC', ok: false, message: expect.stringContaining('8 minutes fast'), aside: true },
    ])
  })

  it('lists the states of orders in older shops too', async () => {
    const { backOffice } = await openShopWithMugs({ listsStates: false })

    expect(await backOffice.listChoices?.('cancelledStates')).toContainEqual({ value: 'failed', label: 'Failed' })
  })

  it('lists the states of orders, those of plugins among them', async () => {
    const { backOffice, shop } = await openShopWithMugs()
    shop.statuses.set('partial-shipped', 'Partially Shipped')

    expect(await backOffice.listChoices?.('completedStates')).toContainEqual({
      value: 'partial-shipped',
      label: 'Partially Shipped',
    })
  })
})
