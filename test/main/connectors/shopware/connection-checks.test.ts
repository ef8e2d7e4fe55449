import { describe, expect, it } from 'vitest'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import { addRow, addShippingMethod, rowsWhere, STOREFRONT } from '../../../simulators/shopware/state.ts'
import { openShopware, ordersIn } from './open-shopware.ts'

const failedIn = async ({ backOffice }: Awaited<ReturnType<typeof openShopware>>) =>
  (await backOffice.testConnection()).filter(({ ok }) => !ok)

describe('the connection test of a Shopware shop', () => {
  it('shows each privilege that is missing by itself, once', async () => {
    const opened = await openShopware()
    const { shop } = opened.simulator
    const missing = ['order_address:read', 'tax_rule:read', 'country:read']
    shop.role = (shop.role ?? []).filter((one) => !missing.includes(one))

    const failed = await failedIn(opened)

    const names = failed.map(({ name }) => name)
    for (const privilege of missing) expect(names.filter((name) => name === `Privilege ${privilege}`)).toHaveLength(1)
    expect(failed.every(({ message }) => /Roles|lacks/.test(message))).toBe(true)
  })

  it('passes for an administrator', async () => {
    const opened = await openShopware()
    opened.simulator.shop.role = null

    expect(await failedIn(opened)).toEqual([])
  })

  it.each([
    ['nobody answers', { shopUrl: 'http://127.0.0.1:9/' }, 'Reachable'],
    ['the key is wrong', { secretAccessKey: 'wrong' }, 'Integration'],
    ['the sales channel is gone', { salesChannel: 'f'.repeat(32) }, 'Sales channel'],
  ])('names what is wrong when %s', async (_, values, name) => {
    const opened = await openShopware({ values })

    expect((await failedIn(opened)).map((check) => check.name)).toContain(name)
  })

  it('names a version that is too old', async () => {
    expect((await failedIn(await openShopware({ version: '6.3.5.4' }))).map(({ name }) => name)).toEqual(['Version'])
  })

  it('names a shop without euros', async () => {
    const opened = await openShopware()
    Object.assign(rowsWhere(opened.simulator.shop, 'currency', 'isoCode', 'EUR')[0] ?? {}, { isoCode: 'CHF' })

    expect((await failedIn(opened)).map(({ name }) => name)).toEqual(['Currency'])
  })

  it('sees a clock that is wrong, and says that it is no reason to refuse the key', async () => {
    const there = await openShopware()
    const { backOffice, clock } = await openShopware({ values: there.simulator.values })
    clock.advance(12 * 60_000)

    const checks = await backOffice.testConnection()

    expect(checks.filter(({ ok }) => !ok)).toEqual([
      { name: 'Time of this PC', ok: false, aside: true, message: expect.stringContaining('12 minutes fast') },
    ])
  })

  it('asks the shop anew, whatever was kept of it', async () => {
    const opened = await openShopware()
    await opened.backOffice.testConnection()
    Object.assign(rowsWhere(opened.simulator.shop, 'sales_channel', 'name', 'Headless')[0] ?? {}, {
      typeId: STOREFRONT,
    })

    expect(await failedIn(opened)).toMatchObject([
      { name: 'Sales channel', message: expect.stringContaining('Boutique, Headless') },
    ])
  })
})

describe('the settings of a Shopware shop', () => {
  it('offers sales channels, payment methods and the states of each machine', async () => {
    const { backOffice } = await openShopware()
    const labels = async (field: string) => (await backOffice.listChoices?.(field))?.map(({ label }) => label)

    expect(await labels('salesChannel')).toEqual(expect.arrayContaining(['Boutique', 'Headless']))
    expect(await labels('paymentMethod')).toEqual(expect.arrayContaining(['Vorkasse', 'Rakuten']))
    expect(await labels('completedStates')).toEqual(
      expect.arrayContaining(['open', 'in progress', 'completed', 'cancelled']),
    )
    expect(await labels('shippedStates')).toEqual(expect.arrayContaining(['shipped', 'returned partially']))
    expect(await labels('restock')).toEqual([])
  })

  it('shows what was added there a moment ago', async () => {
    const { backOffice, simulator } = await openShopware()
    await backOffice.listMethods()
    await backOffice.listChoices?.('paymentMethod')
    addShippingMethod(simulator.shop, { name: 'Coursier express', active: true })
    addRow(simulator.shop, 'payment_method', { name: 'Hidden from customers', active: false })

    const labels = (await backOffice.listChoices?.('paymentMethod'))?.map(({ label }) => label)

    expect((await backOffice.listMethods()).map(({ title }) => title)).toContain('Coursier express')
    expect(labels).toContain('Hidden from customers')
  })

  it('offers shipping methods that are switched off after those that are on', async () => {
    const { backOffice } = await openShopware()

    expect((await backOffice.listMethods()).at(-1)?.title).toBe('Old carrier')
  })

  it('books orders in the chosen channel, under the chosen payment', async () => {
    const plain = await openShopware()
    const { shop } = plain.simulator
    const [channel] = rowsWhere(shop, 'sales_channel', 'name', 'Headless')
    const [payment] = rowsWhere(shop, 'payment_method', 'name', 'Rakuten')
    const values = { ...plain.simulator.values, salesChannel: channel?.id ?? '', paymentMethod: payment?.id ?? '' }
    const { backOffice } = await openShopware({ values })

    await backOffice.placeOrder(anOrderToPlace())

    expect(ordersIn(plain)).toMatchObject([{ salesChannelId: channel?.id }])
    expect(shop.tables.order_transaction).toMatchObject([{ paymentMethodId: payment?.id }])
  })

  it('counts no order for another channel’s: several storefronts and none chosen is a fault', async () => {
    const opened = await openShopware()
    Object.assign(rowsWhere(opened.simulator.shop, 'sales_channel', 'name', 'Headless')[0] ?? {}, {
      typeId: STOREFRONT,
    })

    await expect(opened.backOffice.placeOrder(anOrderToPlace())).rejects.toMatchObject({
      kind: 'settings',
      outcome: 'not-done',
    })
  })

  it('a payment method that is gone is a fault, never another one', async () => {
    const opened = await openShopware({ values: { paymentMethod: 'f'.repeat(32) } })

    await expect(opened.backOffice.placeOrder(anOrderToPlace())).rejects.toMatchObject({ kind: 'settings' })
    expect(ordersIn(opened)).toEqual([])
  })
})
