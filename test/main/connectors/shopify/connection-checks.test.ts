import { describe, expect, it } from 'vitest'
import { openMugShop } from './a-shop.ts'

const checksOf = async ({ backOffice }: Awaited<ReturnType<typeof openMugShop>>) =>
  new Map((await backOffice.testConnection()).map((check) => [check.name, check]))

describe('testing the connection to Shopify', () => {
  it('shows each check by itself', async () => {
    const checks = await checksOf(await openMugShop())

    expect([...checks.keys()]).toEqual([
      'Reachable',
      'App',
      'See orders and what became of them (read_orders)',
      'Create and cancel orders (write_orders)',
      'Find products by their SKU (read_products)',
      'Read stock (read_inventory)',
      'List the places where stock lies (read_locations)',
      'Currency',
      'API version',
      'Time of this PC',
    ])
    expect([...checks.values()].every(({ ok }) => ok)).toBe(true)
  })

  it('names each permission that is missing, and how it is given', async () => {
    const opened = await openMugShop()
    opened.simulator.app.scopes = ['read_orders', 'read_inventory', 'read_locations']

    const checks = [...(await checksOf(opened)).values()].filter(({ ok }) => !ok)

    expect(checks.map(({ message }) => message)).toEqual([
      'Add write_orders to the scopes of the app, release a new version and install it again.',
      'Add read_products to the scopes of the app, release a new version and install it again.',
    ])
  })

  it('wants a shop in euros', async () => {
    const opened = await openMugShop()
    opened.simulator.shop.currency = 'CHF'

    expect((await checksOf(opened)).get('Currency')).toMatchObject({
      ok: false,
      message: expect.stringContaining('CHF'),
    })
  })

  it('tells a wrong clock apart from the account', async () => {
    const opened = await openMugShop()
    await opened.backOffice.testConnection()
    const { clock } = opened
    const [now] = [clock.now()]
    // The simulator goes by the same clock: only the header that it has written already can be behind.
    Object.assign(clock, { now: () => now + 10 * 60_000 })

    expect((await checksOf(opened)).get('Time of this PC')).toEqual({
      name: 'Time of this PC',
      ok: false,
      message: 'The clock of this PC is 10 minutes fast: set it right.',
      aside: true,
    })
  })

  it('says where the app belongs to somebody else, and that the shop can be reached', async () => {
    const opened = await openMugShop()
    opened.simulator.app.isOurs = false

    const checks = await checksOf(opened)

    expect(checks.get('Reachable')).toMatchObject({ ok: true })
    expect(checks.get('App')).toMatchObject({ ok: false, message: expect.stringContaining('owner of this shop') })
  })

  it('says what is missing before anything is called', async () => {
    const opened = await openMugShop({ values: { clientId: '', clientSecret: '' } })

    expect((await checksOf(opened)).get('App')).toMatchObject({
      ok: false,
      message: expect.stringContaining('client ID'),
    })
    expect(opened.calls()).toBe(0)
  })

  it('says where nobody answers', async () => {
    const opened = await openMugShop({ values: { shopUrl: 'http://127.0.0.1:9' } })

    const checks = await checksOf(opened)

    expect(checks.get('Reachable')).toMatchObject({ ok: false })
    expect(checks.get('App')).toMatchObject({ ok: false, message: 'Not checked.' })
  })

  it('lists the locations to tick', async () => {
    const { backOffice } = await openMugShop()

    expect(await backOffice.listChoices?.('locations')).toEqual([
      { value: 'gid://shopify/Location/11', label: 'Entrepôt' },
      { value: 'gid://shopify/Location/12', label: 'Boutique' },
    ])
  })
})
