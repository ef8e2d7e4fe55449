import { describe, expect, it } from 'vitest'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import { callsTo, openShopware } from './open-shopware.ts'

const tokensOf = (opened: Awaited<ReturnType<typeof openShopware>>): number =>
  callsTo(opened).filter((call) => call === 'POST oauth/token').length

describe('the token of a Shopware integration', () => {
  it('is fetched once and used until a minute before its end', async () => {
    const opened = await openShopware()

    await opened.backOffice.readStock()
    opened.clock.advance(539_000)
    await opened.backOffice.readStock()
    expect(tokensOf(opened)).toBe(1)
    opened.clock.advance(2_000)
    await opened.backOffice.readStock()

    expect(tokensOf(opened)).toBe(2)
  })

  it('of a minute’s life is used for half of it', async () => {
    const opened = await openShopware()
    opened.simulator.integration.tokenLife = 60

    await opened.backOffice.readStock()
    opened.clock.advance(29_000)
    await opened.backOffice.readStock()

    expect(tokensOf(opened)).toBe(1)
  })

  it('that ended early is renewed once, and an order is created once', async () => {
    const opened = await openShopware()
    await opened.backOffice.readStock()
    opened.simulator.endTokens()

    await opened.backOffice.placeOrder(anOrderToPlace())

    expect(tokensOf(opened)).toBe(2)
    expect(opened.simulator.shop.tables.order).toHaveLength(1)
  })

  it('is asked for once by calls that need it together', async () => {
    const opened = await openShopware()

    await Promise.all([
      opened.backOffice.readStock(),
      opened.backOffice.findOrders('RKT-1'),
      opened.backOffice.readStock(),
    ])

    expect(tokensOf(opened)).toBe(1)
  })

  it('that could not be had is asked for again', async () => {
    const opened = await openShopware()
    opened.simulator.wire.spoil('lost-request', () => true, 2)
    await expect(opened.backOffice.readStock()).rejects.toMatchObject({ kind: 'unreachable' })

    expect(await opened.backOffice.readStock()).toHaveLength(2)
  })
})

describe('what Shopware answers instead', () => {
  it('a wrong secret is a fault of credentials, and is not tried over and over', async () => {
    const opened = await openShopware({ values: { secretAccessKey: 'wrong' } })

    await expect(opened.backOffice.readStock()).rejects.toMatchObject({ kind: 'credentials', side: 'Shopware' })

    expect(tokensOf(opened)).toBe(1)
  })

  it('after ten wrong secrets it says how long to wait, and that is obeyed', async () => {
    const opened = await openShopware({ values: { secretAccessKey: 'wrong' } })
    for (let tries = 0; tries < 10; tries += 1)
      await expect(opened.backOffice.readStock()).rejects.toMatchObject({ kind: 'credentials' })

    const busy = { kind: 'busy', retryAt: new Date(opened.clock.now() + 10_000).toISOString() }
    await expect(opened.backOffice.readStock()).rejects.toMatchObject(busy)
    await expect(opened.backOffice.readStock()).rejects.toMatchObject(busy)

    expect(tokensOf(opened)).toBe(11)
  })

  it('an address without a Shopware is said to be one', async () => {
    const opened = await openShopware()
    const elsewhere = await openShopware({ values: { shopUrl: `${opened.simulator.url.href}folder/` } })

    await expect(elsewhere.backOffice.readStock()).rejects.toMatchObject({
      ...{ kind: 'settings', message: expect.stringContaining('no Shopware 6 under this address') },
    })
  })

  it.each(['', '/admin', '/admin/', '/api/', '/?a=b#/sw/dashboard'])(
    'the address of the shop may end in %j',
    async (end) => {
      const opened = await openShopware()
      const address = opened.simulator.url.href.replace(/\/$/, '')
      const { backOffice } = await openShopware({ values: { ...opened.simulator.values, shopUrl: `${address}${end}` } })

      expect(await backOffice.readStock()).toHaveLength(2)
    },
  )

  it('asks for plain JSON, or would understand nothing', async () => {
    const opened = await openShopware()

    await opened.backOffice.readStock()

    expect(new Set(opened.simulator.wire.received.map(({ headers }) => headers.accept))).toEqual(
      new Set(['application/json']),
    )
  })
})
